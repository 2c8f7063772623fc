import { setFlagsFromString } from 'node:v8'

/**
 * A command that reads one report ends before optimized code pays for its compiling, which costs as much as all the rest: V8's
 * optimizing compiler waits until there is more to read. (The flag is asked whenever a function runs hot; it may be turned.)
 */
export const holdOptimizer = (): void => setFlagsFromString('--no-opt')

export const releaseOptimizer = (): void => setFlagsFromString('--opt')
