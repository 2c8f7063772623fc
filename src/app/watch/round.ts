import { decode } from '../../intake/decode.ts'
import type { FetchProblem, Page } from '../../intake/fetch/fetch.ts'
import type { Visitor } from '../../intake/fetch/visitor.ts'
import { type Listed, readFeed, readListing, readSitemap } from '../../intake/sources.ts'
import { addReports, type Incoming } from '../../ledger/reports.ts'
import type { Store } from '../../ledger/store.ts'
import type { SourceTable, VisitedTable } from '../../ledger/tables.ts'
import { saveSource, saveVisit, sourceState, visitsTo } from '../../ledger/watched.ts'
import { captureOf } from '../fetched-input.ts'
import { findInputs, type Input } from '../inputs.ts'
import { readIncoming } from '../ledger/incoming.ts'
import { theResolvers } from '../ledger/resolving.ts'
import type { Source, SourcesConfig } from './config.ts'

/** What the reading of a source needs. */
export interface Watch {
  readonly store: Store
  readonly visitor: Visitor
  readonly config: SourcesConfig
  readonly now: () => Date
  /** Becomes true when a person wants to end: what is begun is finished. */
  readonly ended: () => boolean
  /** One thing at a time goes into the ledger. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

/** What one reading of a source gave. */
export interface SourceRound {
  readonly name: string
  readonly named: number
  readonly fresh: number
  readonly added: number
  readonly problems: readonly string[]
}

/** A page that failed so often is left alone. */
const MOST_FAILS = 4
const LONGEST_WAIT = 24 * 3_600_000
/** Sitemaps of a sitemap that are read in one round, the latest first. */
const MOST_LISTS = 20

/** Whether it is a source's turn. */
export const isDue = (state: SourceTable | null, now: Date): boolean =>
  state?.next_at == null || state.next_at <= now.toISOString()

/** Reads what is new in a source, and writes down how that went. What fails is told; the rest goes on. */
export async function readSource(source: Source, watch: Watch): Promise<SourceRound> {
  const state = await sourceState(watch.store, source.name)
  const found = source.kind === 'folder' ? await filesOf(source.path) : await pagesOf(source, state, watch)
  if ('problem' in found) return await noteFailure(source, state, watch, found)
  const fresh = await freshOf(found.places, watch)
  const todo = fresh.slice(0, source.limit)
  const problems: string[] = [...found.problems]
  let added = 0
  let failed = 0
  for (const { place, fails } of todo) {
    if (watch.ended()) break
    const outcome = await readPlace(place, fails, source, watch)
    if (outcome.what === 'added') added++
    if (outcome.what === 'failed') failed++
    problems.push(...outcome.problems)
  }
  // As long as something is left of this version of the list, it must be given again.
  const whole = todo.length === fresh.length && failed === 0 && !watch.ended()
  const now = watch.now()
  await watch.inTurn(() =>
    saveSource(watch.store, {
      ...stateOf(source, state),
      read_at: now.toISOString(),
      next_at: new Date(now.getTime() + everyOf(source, watch)).toISOString(),
      etag: whole ? found.etag : null,
      modified: whole ? found.modified : null,
      fails: 0,
      named: found.unchanged ? (state?.named ?? 0) : found.places.length,
      added: (state?.added ?? 0) + added,
      problem: problems[0] ?? null,
    }),
  )
  return { name: source.name, named: found.places.length, fresh: todo.length, added, problems }
}

const everyOf = (source: Source, { config }: Watch): number => source.every ?? config.every

const placeOf = (source: Source): string => (source.kind === 'folder' ? source.path : source.url)

const stateOf = (source: Source, state: SourceTable | null): SourceTable => ({
  ...(state ?? {
    read_at: null,
    next_at: null,
    etag: null,
    modified: null,
    fails: 0,
    named: 0,
    added: 0,
    problem: null,
  }),
  name: source.name,
  kind: source.kind,
  place: placeOf(source),
})

/** Waits longer with each failure, or as long as the server says. */
async function noteFailure(
  source: Source,
  state: SourceTable | null,
  watch: Watch,
  { problem, retryAfter }: Failure,
): Promise<SourceRound> {
  const fails = (state?.fails ?? 0) + 1
  const wait = Math.min(LONGEST_WAIT, Math.max(everyOf(source, watch) * 2 ** (fails - 1), (retryAfter ?? 0) * 1000))
  const now = watch.now()
  await watch.inTurn(() =>
    saveSource(watch.store, {
      ...stateOf(source, state),
      read_at: now.toISOString(),
      next_at: new Date(now.getTime() + wait).toISOString(),
      fails,
      problem,
    }),
  )
  return { name: source.name, named: 0, fresh: 0, added: 0, problems: [problem] }
}

interface Found {
  readonly places: readonly string[]
  readonly problems: readonly string[]
  readonly etag: string | null
  readonly modified: string | null
  readonly unchanged: boolean
}

interface Failure {
  readonly problem: string
  readonly retryAfter: number | null
}

async function filesOf(path: string): Promise<Found | Failure> {
  const inputs = await findInputs([path])
  const problem = inputs.find(input => input.problem)?.problem
  if (problem && problem.code !== 'folder-empty') return { problem: `${path}: ${problem.message}`, retryAfter: null }
  return {
    places: inputs.filter(({ open }) => open).map(({ name }) => name),
    problems: [],
    etag: null,
    modified: null,
    unchanged: false,
  }
}

type Remote = Exclude<Source, { kind: 'folder' }>

async function pagesOf(source: Remote, state: SourceTable | null, watch: Watch): Promise<Found | Failure> {
  const answer = await watch.visitor.fetch(source.url, state?.place === source.url ? state : undefined)
  if (answer.kind === 'unchanged')
    return { places: [], problems: [], etag: state!.etag, modified: state!.modified, unchanged: true }
  if (answer.kind === 'problem') return { problem: answer.problem.message, retryAfter: answer.retryAfter }
  const listed = await listOf(answer, source.kind)
  if (listed.problem !== null) return { problem: `${source.url}: ${listed.problem}`, retryAfter: null }
  const further = await furtherPages(listed.lists, watch)
  const { match } = source
  const places = [...new Set([...listed.pages, ...further.pages])].filter(
    url => match === undefined || url.includes(match),
  )
  return { places, problems: further.problems, etag: answer.etag, modified: answer.modified, unchanged: false }
}

async function listOf(page: Page, kind: Remote['kind']): Promise<Listed> {
  const decoded = await decode(page.bytes, page.charset)
  if (!('text' in decoded)) return { pages: [], lists: [], problem: decoded.message }
  return { feed: readFeed, sitemap: readSitemap, listing: readListing }[kind](decoded.text, page.url)
}

async function furtherPages(lists: readonly string[], watch: Watch): Promise<{ pages: string[]; problems: string[] }> {
  const pages: string[] = []
  const problems: string[] = []
  for (const url of lists.slice(0, MOST_LISTS)) {
    if (watch.ended()) break
    const answer = await watch.visitor.fetch(url)
    if (answer.kind === 'problem') problems.push(answer.problem.message)
    if (answer.kind !== 'page') continue
    const listed = await listOf(answer, 'sitemap')
    if (listed.problem !== null) problems.push(`${url}: ${listed.problem}`)
    pages.push(...listed.pages)
  }
  return { pages, problems }
}

/** The places that were not read yet, and those that failed a few times, in the order in which the source names them. */
async function freshOf(places: readonly string[], watch: Watch): Promise<{ place: string; fails: number }[]> {
  const visits = await visitsTo(watch.store, places)
  return places.flatMap(place => {
    const visit = visits.get(place)
    if (visit && (visit.outcome !== 'failed' || visit.fails >= MOST_FAILS)) return []
    return [{ place, fails: visit?.fails ?? 0 }]
  })
}

interface Outcome {
  readonly what: VisitedTable['outcome']
  readonly problems: readonly string[]
}

async function readPlace(place: string, fails: number, source: Source, watch: Watch): Promise<Outcome> {
  const at = watch.now()
  const input = source.kind === 'folder' ? (await findInputs([place]))[0] : await pageInput(place, watch)
  const { incoming, problems } = await incomingOf(input, source.lang)
  const outcome = await watch.inTurn(() =>
    watch.store.transaction(async session => {
      const outcomes = await addReports(session, theResolvers(), incoming, at)
      const what = incoming.length === 0 ? 'failed' : whatCame(outcomes.map(each => each.what))
      const count = what === 'failed' ? fails + 1 : 0
      await saveVisit(session, { url: place, source: source.name, at: at.toISOString(), outcome: what, fails: count })
      return what
    }),
  )
  return { what: outcome, problems }
}

function whatCame(outcomes: readonly string[]): VisitedTable['outcome'] {
  if (outcomes.some(what => what === 'added' || what === 'reread')) return 'added'
  return outcomes.includes('known') ? 'known' : 'screened'
}

async function pageInput(url: string, { visitor, now }: Watch): Promise<Input> {
  const answer = await visitor.fetch(url)
  const { problem } = answer as FetchProblem
  return answer.kind === 'page'
    ? { name: url, open: () => captureOf(answer, now()), problem: null }
    : { name: url, open: null, problem }
}

async function incomingOf(input: Input, lang: string): Promise<{ incoming: Incoming[]; problems: string[] }> {
  const incoming: Incoming[] = []
  const problems: string[] = []
  for await (const read of readIncoming([input], { lang, published: null })) {
    if (read.incoming) incoming.push(read.incoming)
    for (const { severity, message } of read.diagnostics)
      if (severity === 'error') problems.push(message.includes(input.name) ? message : `${input.name}: ${message}`)
  }
  return { incoming, problems }
}
