import { findEntities, type Thing, thingOf } from '../../ledger/query/entities.ts'
import { reviewMeeting } from '../../ledger/query/review.ts'
import { rowAt, type UndertakingRow } from '../../ledger/query/undertakings.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import { isIsoDay } from '../../model/calendar.ts'
import { nextExpected } from '../../resolve/rhythm.ts'
import { namedOf } from '../../views/answers/named.ts'
import type { MechanismRow, MechanismSession } from '../../views/api/meetings.ts'
import { theResolvers } from './resolving.ts'

/** Meetings of a mechanism that are looked at, the latest. */
const MEETINGS = 60

/** Sessions whose minutes are reviewed: the latest. Of the others the page of the meeting tells it. */
const REVIEWED = 4

/** Kinds of mechanisms that people meet in, session after session. */
const IN_SESSIONS: ReadonlySet<string> = new Set(['series', 'committee'])

/** A mechanism with its last session by a day, and when the next is to be expected. */
export async function mechanismRow(session: Session, entity: EntityTable, at: string): Promise<MechanismRow> {
  const thing = thingOf(entity)
  const held = await sessionsHeld(session, thing, at)
  const days = held.flatMap(({ start }) => (start === null ? [] : [start]))
  const { kind, ref } = thing.data as { kind: string | null; ref: string | null }
  return {
    ...namedOf(thing),
    parties: partiesOf(ref),
    mechanism: kind,
    sessions: held.length,
    last: days.toSorted().at(-1) ?? null,
    next: kind !== null && IN_SESSIONS.has(kind) ? nextExpected(days) : null,
    mentions: thing.mentions,
  }
}

const partiesOf = (ref: string | null): string[] => [
  ...(ref === null ? [] : (theResolvers().atlas.gazetteer.mechanisms.get(ref)?.parties ?? [])),
]

/** The sessions of a mechanism by a day, the latest first; the last ones with what they left open. */
export async function mechanismSessions(
  session: Session,
  entity: EntityTable,
  at: string,
): Promise<MechanismSession[]> {
  const held = (await sessionsHeld(session, thingOf(entity), at)).toReversed()
  const sessions: MechanismSession[] = []
  for (const [i, each] of held.entries())
    sessions.push({ ...each, ...(i < REVIEWED ? await leftBy(session, each.meeting, at) : UNREVIEWED) })
  return sessions
}

const UNREVIEWED = { counts: null, open: [] }

type Held = Omit<MechanismSession, 'counts' | 'open'>

interface Told {
  readonly value: string
  readonly first: string | null
  readonly start?: string
  readonly end?: string
  readonly place?: string
}

/**
 * Sessions by the gazetteer, by meetings of the ledger, and by numbers that reports name alone; each number, or day, once; in the order
 * of their days.
 */
async function sessionsHeld(session: Session, { data }: Thing, at: string): Promise<Held[]> {
  const { ref, sessions: told = [] } = data as { ref: string | null; sessions?: readonly Told[] }
  const known = ref === null ? [] : (theResolvers().atlas.gazetteer.mechanisms.get(ref)?.sessions ?? [])
  const meetings = ref === null ? [] : await meetingsOf(session, ref)
  const all: Held[] = [
    ...meetings.map(heldAt),
    ...known.map(({ number, start, end, place }) => ({
      number,
      start: isIsoDay(start) ? start : null,
      end: isIsoDay(end) ? end : null,
      place: place === '' ? null : place,
      meeting: null,
    })),
    ...told.map(({ value }) => ({ number: Number(value), start: null, end: null, place: null, meeting: null })),
  ]
  const once = new Map<string, Held>()
  for (const each of all) {
    const key = each.number === null ? `day ${each.start}` : `number ${each.number}`
    once.set(key, joined(once.get(key), each))
  }
  const kept = [...once.values()].filter(({ start }) => start === null || start <= at)
  return kept.toSorted((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
}

/** What the first does not tell is taken from the second. */
const joined = (a: Held | undefined, b: Held): Held =>
  a
    ? {
        number: a.number,
        start: a.start ?? b.start,
        end: a.end ?? b.end,
        place: a.place ?? b.place,
        meeting: a.meeting ?? b.meeting,
      }
    : b

const meetingsOf = (session: Session, ref: string): Promise<EntityTable[]> =>
  findEntities(session, { kind: 'meeting', tags: [`mechanism:${ref}`], from: null, to: null, limit: MEETINGS })

function heldAt(meeting: EntityTable): Held {
  const { start, end, place, session } = JSON.parse(meeting.data) as Record<
    'start' | 'end' | 'place',
    string | null
  > & {
    session: number | null
  }
  return { number: session, start: start ?? meeting.first, end, place, meeting: meeting.id }
}

/** How many items of a meeting's minutes are of each outcome at a day, and those that are still open. */
async function leftBy(session: Session, meeting: string | null, at: string) {
  if (meeting === null) return UNREVIEWED
  const [entity] = await session.selectIn('entity', 'id', [meeting])
  const review = entity && (await reviewMeeting(session, { what: 'entity', entity }, at))
  if (!review || review.items.length === 0) return UNREVIEWED
  const counts: Record<string, number> = {}
  const open: UndertakingRow[] = []
  for (const { outcome, undertaking } of review.items) {
    counts[outcome] = (counts[outcome] ?? 0) + 1
    const row = outcome === 'done' ? null : rowAt(undertaking, '', review.said.get(undertaking) ?? [], at)
    if (row) open.push(row)
  }
  return { counts, open }
}
