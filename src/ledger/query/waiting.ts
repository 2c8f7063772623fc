import type { Resolvers } from '../../resolve/resolvers.ts'
import { profileOf } from '../derive/state.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import type { WordedMention } from './dossier.ts'
import type { LoggedDecision } from './history.ts'
import { mentionsBy } from './mentions.ts'
import { type JudgedPair, unsurePairs } from './pairs.ts'
import { withWords } from './quotes.ts'
import { standingOf } from './standing.ts'

/** Two entities that may be one, with the surest judgement between them, and some of the words that were compared. */
export interface WaitingPair {
  readonly a: EntityTable
  readonly b: EntityTable
  readonly judged: JudgedPair
  readonly words: readonly [readonly WordedMention[], readonly WordedMention[]]
}

/** Mentions of each that are shown. */
const SHOWN = 2

/** Pairs of entities that nobody has decided on, the likeliest first. */
export async function waitingPairs(session: Session, { byKind }: Resolvers, limit: number): Promise<WaitingPair[]> {
  const pairs = await unsurePairs(session, limit)
  const ids = pairs.flatMap(({ profiles }) => profiles)
  const profiles = new Map((await session.selectIn('profile', 'id', ids)).map(row => [row.id, profileOf(row)]))
  const entities = new Map(
    (
      await session.selectIn(
        'entity',
        'id',
        pairs.flatMap(({ a, b }) => [a, b]),
      )
    ).map(row => [row.id, row]),
  )
  const words = await wordsOfProfiles(session, ids)
  return pairs.map(({ a, b, profiles: [first, second] }) => {
    const [one, other] = [profiles.get(first)!, profiles.get(second)!]
    const judgement = byKind.get(one.kind)!.judge(JSON.parse(one.data), JSON.parse(other.data))
    return {
      a: entities.get(a)!,
      b: entities.get(b)!,
      judged: { a: one, b: other, judgement, decision: null, ruled: null },
      words: [words.get(first) ?? [], words.get(second) ?? []],
    }
  })
}

/** The latest mentions of each profile: one asking a profile, because a frequent one has more than can be read. */
async function wordsOfProfiles(
  session: Session,
  profiles: readonly string[],
): Promise<ReadonlyMap<string, WordedMention[]>> {
  const claims = new Set<string>()
  for (const profile of new Set(profiles)) {
    const rows = await session.db
      .selectFrom('mention')
      .select('claim')
      .where('profile', '=', profile)
      .orderBy('day', 'desc')
      .limit(SHOWN)
      .execute()
    for (const { claim } of rows) claims.add(claim)
  }
  const mentions = await withWords(session, await mentionsBy(session, [...claims]))
  const wanted = new Set(profiles)
  const words = new Map<string, WordedMention[]>()
  for (const mention of mentions)
    if (wanted.has(mention.profile)) words.set(mention.profile, [...(words.get(mention.profile) ?? []), mention])
  return words
}

/** Decisions that people must look at again. */
export interface LostDecisions {
  /** On claims that a better reader no longer makes. */
  readonly orphans: readonly LoggedDecision[]
  /** On reports of which a newer version came: its `doc`. */
  readonly changed: readonly (LoggedDecision & { readonly newer: string })[]
}

/** Decisions on newer versions of reports, and on claims that are gone; the latest first. */
export async function lostDecisions({ db }: Session): Promise<LostDecisions> {
  const rows = await db
    .selectFrom('decided')
    .innerJoin('report', 'report.doc', 'decided.doc')
    .selectAll('decided')
    .select('report.replaced_by')
    .where(where => where.or([where('decided.orphan', '=', 1), where('report.replaced_by', 'is not', null)]))
    .execute()
  const newer = new Map(rows.flatMap(row => (row.replaced_by === null ? [] : [[row.decision, row.replaced_by]])))
  const logged = standingOf(rows)
  return {
    orphans: logged.filter(({ key }) => !newer.has(key)),
    changed: logged.flatMap(each => {
      const doc = newer.get(each.key)
      return doc === undefined ? [] : [{ ...each, newer: doc }]
    }),
  }
}
