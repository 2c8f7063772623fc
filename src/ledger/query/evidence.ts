import { skeleton } from '../../text/fold.ts'
import { type Evidence, evidenceOf } from '../../resolve/undertakings/evidence.ts'
import { grouped } from '../derive/state.ts'
import type { Session } from '../store.ts'
import { mentionsOf, type StoredMention } from './mentions.ts'

/** What a claim says of an undertaking, with the report and the place where it stands. */
export interface Said extends Evidence {
  readonly mention: StoredMention
}

/** All that reports say of some undertakings, by the undertaking's id. */
export async function evidenceOn(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, Said[]>> {
  const said = (await mentionsOf(session, ids)).map(mention => ({ ...evidenceOf(mention, mention.doc), mention }))
  return grouped(said, ({ mention }) => mention.entity)
}

/** The values of one kind of fact, each once, in the order of the mentions. */
export const factsIn = (mentions: readonly StoredMention[], name: string): string[] => [
  ...new Set(
    mentions.flatMap(({ facts }) =>
      facts.filter(fact => fact.startsWith(`${name}:`)).map(fact => fact.slice(name.length + 1)),
    ),
  ),
]

/** Who said something, and in which offices as the same report has them. */
export interface Speaker {
  readonly name: string
  readonly offices: readonly string[]
}

/** Tells who speaks in a mention; null where the report does not say. */
export type SpeakerOf = (mention: StoredMention) => Speaker | null

/** Finds the offices of speakers among the people of their reports. */
export async function speakersIn(session: Session, docs: readonly string[]): Promise<SpeakerOf> {
  const rows = await session.db
    .selectFrom('mention')
    .select(['doc', 'label', 'facts'])
    .where(session.among('doc', docs))
    .where('kind', '=', 'person')
    .execute()
  const people = grouped(rows, ({ doc }) => doc)
  return ({ doc, said }) => {
    const name = said?.['speaker']
    if (typeof name !== 'string') return null
    const same = (people.get(doc) ?? []).filter(({ label }) => isNameOf(skeleton(name), skeleton(label)))
    const facts = same.flatMap(row => JSON.parse(row.facts) as string[])
    return { name, offices: facts.filter(fact => fact.startsWith('office:')).map(fact => fact.slice('office:'.length)) }
  }
}

/** "Châu" is "Lê Tiến Châu", where one report names both. */
export const isNameOf = (short: string, full: string): boolean => short === full || full.endsWith(` ${short}`)
