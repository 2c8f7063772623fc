import { type Judgement, pairKey } from '../../resolve/judgement.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import { type Profile, profileOf } from '../derive/state.ts'
import type { Session } from '../store.ts'

/** Two profiles, what was judged of them, and what people ruled. */
export interface JudgedPair {
  readonly a: Profile
  readonly b: Profile
  readonly judgement: Judgement
  /** Key of the decision that counts before the judgement, or null. */
  readonly decision: string | null
  readonly ruled: 'same' | 'apart' | null
}

/** The judgements among the profiles of one or two entities: between the two, or within the one. Those that are `unrelated` are left out of the one. */
export async function judgedPairs(
  session: Session,
  resolvers: Resolvers,
  one: string,
  other: string | null,
): Promise<JudgedPair[]> {
  const own = await profilesOf(session, one)
  const pairs =
    other === null
      ? own.flatMap((a, i) => own.slice(i + 1).map(b => [a, b] as const))
      : (await profilesOf(session, other)).flatMap(b => own.map(a => [a, b] as const))
  const rulings = await rulingsAmong(session, [...new Set(pairs.flat().map(({ id }) => id))])
  const judged = pairs.map(([a, b]): JudgedPair => {
    const ruling = rulings.get(pairKey(a.id, b.id))
    const judgement = resolvers.byKind.get(a.kind)!.judge(JSON.parse(a.data), JSON.parse(b.data))
    return { a, b, judgement, decision: ruling?.decision ?? null, ruled: ruling?.verdict ?? null }
  })
  const shown = judged.filter(({ judgement, ruled }) => other !== null || ruled || judgement.verdict !== 'unrelated')
  return shown.toSorted((x, y) => rank(y) - rank(x))
}

/** People's rulings first, then the surest. */
const rank = ({ ruled, judgement }: JudgedPair): number => (ruled ? 1e6 : 0) + judgement.score

/** Profiles of an entity that are compared for an answer, at most. */
const MOST_PROFILES = 60

const profilesOf = async ({ db }: Session, entity: string): Promise<Profile[]> =>
  (
    await db.selectFrom('profile').selectAll().where('entity', '=', entity).orderBy('id').limit(MOST_PROFILES).execute()
  ).map(profileOf)

async function rulingsAmong(session: Session, ids: readonly string[]) {
  const rows = await session.selectIn('ruling', 'a', ids)
  return new Map(rows.toSorted((x, y) => x.seq - y.seq).map(row => [`${row.a} ${row.b}`, row]))
}

/** Two entities that may be one, and the two of their profiles that are the most alike. */
export interface UnsurePair {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly profiles: readonly [string, string]
}

/** Edges that are walked for one pair that is shown: many lie within one pair of entities. */
const EDGES_PER_PAIR = 8

/** Pairs of entities that nobody has decided on, the likeliest first. */
export async function unsurePairs(session: Session, limit: number): Promise<UnsurePair[]> {
  const decided = await ruledPairs(session)
  const edges = await session.db
    .selectFrom('edge')
    .innerJoin('profile as one', 'one.id', 'edge.a')
    .innerJoin('profile as other', 'other.id', 'edge.b')
    .select(['one.entity as a', 'other.entity as b', 'edge.score', 'one.id as first', 'other.id as second'])
    .where('edge.verdict', '=', 'unsure')
    .whereRef('one.entity', '!=', 'other.entity')
    .orderBy('edge.score', 'desc')
    .limit((limit + decided.size) * EDGES_PER_PAIR)
    .execute()
  const pairs = new Map<string, UnsurePair>()
  for (const { a, b, score, first, second } of edges) {
    const key = pairKey(a, b)
    if (!decided.has(key) && !pairs.has(key)) pairs.set(key, { a, b, score, profiles: [first, second] })
  }
  return [...pairs.values()].slice(0, limit)
}

/** Pairs of entities that people keep apart. */
async function ruledPairs({ db }: Session): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('ruling')
    .innerJoin('profile as one', 'one.id', 'ruling.a')
    .innerJoin('profile as other', 'other.id', 'ruling.b')
    .select(['one.entity as a', 'other.entity as b'])
    .distinct()
    .execute()
  return new Set(rows.map(({ a, b }) => pairKey(a, b)))
}
