// `bienban`: the public words, and nothing else. See docs/model.md for what they mean.
export { readerFor } from './app/pipeline.ts'
export type { Capture, IntakeOptions, Taken } from './intake/capture.ts'
export { takeIn } from './intake/intake.ts'
export * from './reader.ts'
