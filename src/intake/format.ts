import type { Diagnostic } from '../text/diagnostic.ts'
import type { Capture, IntakeOptions, Taken } from './capture.ts'

/** What a format of characters makes of a decoded capture. */
export type TakeText = (
  decoded: string,
  capture: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
) => Promise<Taken | Taken[]> | Taken | Taken[]

/** What a container does with the captures that lie in it. */
export interface Inner {
  /** Takes one, by whatever format it has. */
  readonly take: (capture: Capture, options: IntakeOptions) => AsyncIterable<Taken>
  /** Whether a file of this name can be taken in. */
  readonly takesName: (name: string) => boolean
  /** Whether what servers or mails call so can be taken in. */
  readonly takesType: (mediaType: string) => boolean
}

/** What a format of bytes makes of a capture that is held as a whole. */
export type TakeBytes = (
  bytes: Uint8Array,
  capture: Capture,
  options: IntakeOptions,
  inner: Inner,
) => AsyncIterable<Taken> | Promise<Taken | Taken[]>

/** What a format makes of bytes as they come: a container of many documents, of which one is held at a time. */
export type TakeChunks = (capture: Capture, options: IntakeOptions, inner: Inner) => AsyncIterable<Taken>

/** Loads what reads the format: its libraries cost time that no other format should pay. */
type Loading =
  | { readonly reads: 'text'; readonly load: () => Promise<TakeText> }
  | { readonly reads: 'bytes'; readonly load: () => Promise<TakeBytes> }
  | { readonly reads: 'chunks'; readonly load: () => Promise<TakeChunks> }

export type Format = Loading & {
  readonly name: string
  /** Endings of file names, without the dot. */
  readonly endings: readonly string[]
  /** What servers and mails call it, where that says more than the ending of a name. */
  readonly types?: readonly string[]
  /** First bytes, each as a character, that are of this format whatever the name says. */
  readonly magic?: readonly string[]
  /** First characters that are likely of this format, where the name says nothing; byte order marks are left out. */
  readonly looksLike?: RegExp
}
