import { addDays } from '../../model/calendar.ts'
import { rungOf, type Stage } from '../../model/stage.ts'
import { byCodeUnit } from '../../text/order.ts'
import { type Life, lifeAt } from '../../resolve/undertakings/life.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import { type Assignment, assignmentAt } from './assignment.ts'
import { findEntities } from './entities.ts'
import { bareEvidenceOn, factsIn, type Said } from './evidence.ts'
import type { BareMention } from './mentions.ts'
import { spokenBy } from './spoken.ts'

/** Which undertakings are asked for. All conditions hold together. */
export interface UndertakingFilter {
  /** `side:vn-cao-bang`, `field:trade`, `object:gate:tra-linh`. */
  readonly tags: readonly string[]
  readonly stage: Stage | null
  /** ISO days between which it was last spoken of, both included. */
  readonly since: string | null
  readonly until: string | null
  /** No word for as many days, and not done. */
  readonly silent: number | null
  readonly verifiable: boolean
  readonly words: string | null
  /** Id of a person who speaks of it. */
  readonly person: string | null
  /** The day at which it is looked at; `past`: not today, so that later evidence must be left out. */
  readonly at: string
  readonly past: boolean
  /** The longest silent first; not where words or a person are asked for. */
  readonly oldestFirst: boolean
  readonly limit: number
}

/** An undertaking as it stood at a day. */
export interface UndertakingRow extends Assignment {
  readonly id: string
  /** Its words in the report that says most clearly what it is. */
  readonly label: string
  /** Ids of the gazetteer: `gate:tra-linh`, `link:…`. */
  readonly objects: readonly string[]
  readonly sides: readonly string[]
  readonly fields: readonly string[]
  readonly stage: Stage
  readonly stalled: boolean
  readonly due: string | null
  readonly overdue: boolean
  readonly must: readonly string[]
  readonly first: string | null
  readonly last: string | null
  /** Days since the last evidence; null where it is done or no day is known. */
  readonly silent: number | null
  readonly verifiable: boolean
  readonly promisedAgain: number
  readonly contradictions: number
  readonly reports: number
}

/** Undertakings that are looked at in one go, and at most: beyond, the question is too wide to be answered by reading all. */
const BATCH = 120
const LEAST_BATCH = 20
const MOST_READ = 6000

/** Entities with the words asked for that are looked at first. */
const FIRST_LOOK = 800

/** Undertakings at a day, the latest spoken of first. */
export async function findUndertakings(session: Session, filter: UndertakingFilter): Promise<UndertakingRow[]> {
  const found: UndertakingRow[] = []
  for await (const entities of candidates(session, filter)) {
    const evidence = await bareEvidenceOn(
      session,
      entities.map(({ id }) => id),
      filter.at,
    )
    for (const { id, label } of entities) {
      const row = rowAt(id, label, evidence.get(id) ?? [], filter.at)
      if (row && passes(row, filter)) found.push(row)
      if (found.length >= filter.limit) return found
    }
  }
  return found
}

/** An undertaking as it stood at a day; null where nothing was said of it by then. */
export function rowAt(
  id: string,
  label: string,
  said: readonly Said<BareMention>[],
  at: string,
): UndertakingRow | null {
  const life = lifeAt(said, at)
  if (!life) return null
  const mentions = said.filter(({ day }) => day === null || day <= at).map(({ mention }) => mention)
  return {
    id,
    label: bestLabel(mentions.map(mention => mention.label)) ?? label,
    objects: factsIn(mentions, 'object'),
    sides: factsIn(mentions, 'side'),
    fields: factsIn(mentions, 'field'),
    ...standing(life),
    ...assignmentAt(mentions, life),
    reports: life.words.length,
  }
}

const standing = (life: Life) => ({
  stage: life.stage,
  stalled: life.stalled,
  due: life.due,
  overdue: life.overdue,
  must: life.must,
  first: life.first,
  last: life.last,
  silent: life.silence?.days ?? null,
  verifiable: life.verifiable,
  promisedAgain: life.again.length,
  contradictions: life.contradictions.length,
})

/** Lengths between which words say what is meant without telling the whole story. */
const TELLING = 24
const TOO_LONG = 150

/** The latest label of a telling length; else the longest that is short enough. */
function bestLabel(labels: readonly string[]): string | null {
  const short = labels.filter(label => label.length <= TOO_LONG)
  return short.findLast(label => label.length >= TELLING) ?? longest(short) ?? labels.at(-1) ?? null
}

const longest = (labels: readonly string[]): string | null => labels.toSorted((a, b) => b.length - a.length)[0] ?? null

type Conditions = Pick<UndertakingFilter, 'stage' | 'since' | 'until' | 'silent' | 'verifiable' | 'past'>

/** Whether an undertaking, as it stood at the day of a filter, is asked for. */
export function passes(row: UndertakingRow, { stage, since, until, silent, verifiable, past }: Conditions): boolean {
  if (verifiable && !row.verifiable) return false
  if (silent !== null && (row.silent === null || row.silent < silent)) return false
  if (since !== null && (row.last ?? '') < since) return false
  if (until !== null && (row.last ?? '') > until) return false
  if (stage === null) return true
  if (stage === 'stalled') return row.stalled
  return row.stage === stage || (!past && row.contradictions > 0 && rungOf(row.stage) < rungOf(stage))
}

async function* candidates(session: Session, filter: UndertakingFilter): AsyncGenerator<readonly EntityTable[]> {
  const batch = Math.min(BATCH, Math.max(filter.limit, LEAST_BATCH))
  if (filter.words !== null || filter.person !== null) return yield* foundBy(session, filter, batch)
  const { at, past, since, until, silent, oldestFirst } = filter
  const to = past ? null : earlier(until, silent === null ? null : addDays(at, -silent))
  for (let offset = 0; offset < MOST_READ; offset += batch) {
    const tags = tagsOf(filter)
    const page = { limit: batch, offset, oldestFirst }
    const entities = await findEntities(session, { kind: 'undertaking', tags, from: since, to, ...page })
    yield entities
    if (entities.length < batch) return
  }
}

/** By words or by who speaks: first among the latest, then further back. */
async function* foundBy(session: Session, filter: UndertakingFilter, batch: number): AsyncGenerator<EntityTable[]> {
  let before = new Set<string>()
  for (const most of [FIRST_LOOK, MOST_READ]) {
    const ids = await idsFor(session, filter, most)
    const fresh = ids.filter(id => !before.has(id))
    const chosen = await chosenOf(session, fresh, tagsOf(filter))
    for (let i = 0; i < chosen.length; i += batch) yield chosen.slice(i, i + batch)
    if (filter.words === null || ids.length === 0) return
    before = new Set(ids)
  }
}

const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a < b ? a : b)

/** The stage is a tag as it stands by all that was read: of a day in the past it says nothing. */
const tagsOf = ({ tags, stage, past }: UndertakingFilter): readonly string[] =>
  stage !== null && !past ? [...tags, `stage:${stage}`] : tags

/** What was found by words, by who speaks, or by both. */
async function idsFor(
  session: Session,
  { words, person }: UndertakingFilter,
  most: number,
): Promise<readonly string[]> {
  const spoken = person === null ? null : await spokenOf(session, person)
  if (words === null) return spoken ?? []
  const byWords = await session.search('entity', words, most)
  const said = spoken && new Set(spoken)
  return said ? byWords.filter(id => said.has(id)) : byWords
}

/** Undertakings that a person speaks of. */
export async function spokenOf(session: Session, person: string): Promise<string[]> {
  const spoken = await spokenBy(session, person)
  return [...new Set(spoken.map(({ entity }) => entity))]
}

/** The undertakings among some entities that have all tags, the latest spoken of first. */
async function chosenOf(session: Session, ids: readonly string[], tags: readonly string[]): Promise<EntityTable[]> {
  const ours = ids.filter(id => id.startsWith('undertaking-'))
  const rows = await session.db
    .selectFrom('tag')
    .select(['tag', 'entity'])
    .where(session.among('entity', ours))
    .where(session.among('tag', tags))
    .execute()
  const having = new Map<string, number>()
  for (const { entity } of rows) having.set(entity, (having.get(entity) ?? 0) + 1)
  const entities = await session.selectIn(
    'entity',
    'id',
    ours.filter(id => (having.get(id) ?? 0) === tags.length),
  )
  return entities.toSorted((a, b) => byCodeUnit(b.last ?? '', a.last ?? '') || byCodeUnit(a.id, b.id))
}
