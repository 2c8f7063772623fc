import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../scripts/postgres.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the server that the tests share; null where there is none. */
    postgres: string | null
  }
}

/** One server for all test files: it takes a second to start. */
export function setup({ provide }: TestProject): () => void {
  const server = startPostgres({ quick: true })
  provide('postgres', server?.url ?? null)
  return () => server?.stop()
}
