import { skeleton } from '../../text/fold.ts'
import type { Tallies } from '../../resolve/mention.ts'
import { sumTallies } from '../../resolve/tallies.ts'
import { type Evidence, evidenceOf } from '../../resolve/undertakings/evidence.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import { latestMentions, mentionsOn } from './latest.ts'
import { type BareMention, bareMentionsOf, inOrder, mentionsIn, mentionsOf, type StoredMention } from './mentions.ts'
import { grouped } from '../../text/order.ts'

/** What a claim says of an undertaking, with the place where it stands, and the report if it is wanted. */
export interface Said<M extends BareMention = StoredMention> extends Evidence {
  readonly mention: M
}

/** Undertakings with more mentions are told by those that matter: the latest ones, and the first of each stage. */
const FEW = 150
const LATEST = 60

/**
 * What reports say of some undertakings up to a day, by the undertaking's id, in order of when it was said. `docs`: reports whose words must
 * not be left out.
 */
export const evidenceOn = (
  session: Session,
  ids: readonly string[],
  at: string,
  docs: readonly string[] = [],
): Promise<ReadonlyMap<string, Said[]>> => evidenceBy(mentionsOf, session, ids, at, docs)

/** The same without the reports, for who only counts and sums. */
export const bareEvidenceOn = (
  session: Session,
  ids: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, Said<BareMention>[]>> => evidenceBy(bareMentionsOf, session, ids, at, [])

async function evidenceBy<M extends BareMention>(
  read: (session: Session, entities: readonly string[]) => Promise<(M | StoredMention)[]>,
  session: Session,
  ids: readonly string[],
  at: string,
  docs: readonly string[],
): Promise<ReadonlyMap<string, Said<M | StoredMention>[]>> {
  const entities = await session.selectIn('entity', 'id', ids)
  const few = entities.filter(({ mentions }) => mentions <= FEW)
  const mentions = await read(
    session,
    few.map(({ id }) => id),
  )
  for (const entity of entities)
    if (entity.mentions > FEW) mentions.push(...(await tellingMentions(session, entity, at, docs)))
  const said = mentions.map(mention => ({ ...evidenceOf(mention, mention.doc), mention }))
  return grouped(said, ({ mention }) => mention.entity)
}

async function tellingMentions(
  session: Session,
  entity: EntityTable,
  at: string,
  docs: readonly string[],
): Promise<StoredMention[]> {
  const mentions = await latestMentions(session, entity, LATEST, at)
  for (const [stage, day] of await firstDays(session, entity.id))
    if (day <= at) mentions.push(...(await mentionsOn(session, entity.id, day, stage)).slice(0, 1))
  if (docs.length > 0) mentions.push(...(await mentionsIn(session, docs)).filter(each => each.entity === entity.id))
  const once = new Map(mentions.map(mention => [`${mention.claim} ${mention.profile}`, mention]))
  return [...once.values()].toSorted(inOrder)
}

/** The first day of each stage: `stage:agreed` and an ISO day. */
async function firstDays(session: Session, entity: string): Promise<ReadonlyMap<string, string>> {
  const profiles = await session.selectIn('profile', 'entity', [entity])
  const sums = sumTallies(profiles.map(({ tallies }) => JSON.parse(tallies) as Tallies))
  return new Map(
    Object.entries(sums).flatMap(([fact, { first }]) => (fact.startsWith('stage:') && first ? [[fact, first]] : [])),
  )
}

/** The values of one kind of fact, each once, in the order of the mentions. */
export const factsIn = (mentions: readonly BareMention[], name: string): string[] => [
  ...new Set(
    mentions.flatMap(({ facts }) =>
      facts.filter(fact => fact.startsWith(`${name}:`)).map(fact => fact.slice(name.length + 1)),
    ),
  ),
]

/** Who said something, and in which offices as the same report has them. `id`: the person, where the report names one with an entity. */
export interface Speaker {
  readonly name: string
  readonly offices: readonly string[]
  readonly id: string | null
}

/** Tells who speaks in a mention; null where the report does not say. */
export type SpeakerOf = (mention: StoredMention) => Speaker | null

/** Finds the offices of speakers among the people of their reports. */
export async function speakersIn(session: Session, docs: readonly string[]): Promise<SpeakerOf> {
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.doc', 'mention.label', 'mention.facts', 'profile.entity'])
    .where(session.among('mention.doc', docs))
    .where('mention.kind', '=', 'person')
    .execute()
  const people = grouped(rows, ({ doc }) => doc)
  return ({ doc, said }) => {
    const name = said?.['speaker']
    if (typeof name !== 'string') return null
    const same = (people.get(doc) ?? []).filter(({ label }) => isNameOf(skeleton(name), skeleton(label)))
    const facts = same.flatMap(row => JSON.parse(row.facts) as string[])
    const offices = facts.filter(fact => fact.startsWith('office:')).map(fact => fact.slice('office:'.length))
    return { name, offices, id: same[0]?.entity ?? null }
  }
}

/** "Châu" is "Lê Tiến Châu", where one report names both. */
export const isNameOf = (short: string, full: string): boolean => short === full || full.endsWith(` ${short}`)
