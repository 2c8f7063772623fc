import type { Capture } from '../intake/capture.ts'
import type { FetchProblem, Page } from '../intake/fetch/fetch.ts'
import type { Diagnostic } from '../text/diagnostic.ts'
import { version } from './packs.ts'

/** Why an input that had to be fetched could not be. */
export interface InputProblem extends Error {
  readonly diagnostic: Diagnostic
}

/** What an input throws when it is opened and cannot be: the sentence goes to the person as it is. */
export const inputProblem = (problem: Diagnostic): InputProblem =>
  Object.assign(new Error(problem.message), { diagnostic: problem })

/** Who asks, as servers see it. */
export const userAgent = (contact: string | null): string =>
  `bienban/${version()} (reads published reports${contact === null ? '' : `; ${contact}`})`

/** A fetched page as what is taken in. `at`: when it was fetched. */
export const captureOf = (page: Page, at: Date): Capture => ({
  file: null,
  url: page.url,
  at: at.toISOString(),
  chunks: [page.bytes],
  ...(page.mediaType === null ? {} : { mediaType: page.mediaType }),
  ...(page.charset === null ? {} : { charset: page.charset }),
})

/** An input (`inputs.ts`) that is fetched when it is opened. */
interface AddressInput {
  readonly name: string
  readonly open: () => Promise<Capture>
  readonly problem: null
}

/** The page at an address as an input: asked for when its turn comes, as politely as a watched source is. */
export const addressInput = (url: string): AddressInput => ({
  name: url,
  open: async () => {
    const { createVisitor } = await import('../intake/fetch/visitor.ts')
    const { LARGEST_ANSWER, PATIENCE } = await import('../intake/fetch/fetch.ts')
    visitor ??= createVisitor({
      agent: userAgent(process.env['BIENBAN_CONTACT'] ?? null),
      allowPrivate: process.env['BIENBAN_ALLOW_PRIVATE'] === '1',
      patience: PATIENCE,
      largest: LARGEST_ANSWER,
      interval: INTERVAL,
    })
    const answer = await visitor.fetch(url)
    if (answer.kind === 'page') return captureOf(answer, new Date())
    throw inputProblem((answer as FetchProblem).problem)
  },
  problem: null,
})

/** Between two requests to one site, in milliseconds. */
const INTERVAL = 2000

let visitor: import('../intake/fetch/visitor.ts').Visitor | undefined

/** Whether an argument of the command line is an address, and no file. */
export const isAddress = (argument: string): boolean => /^https?:\/\//iu.test(argument)
