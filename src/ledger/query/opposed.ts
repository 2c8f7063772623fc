import { STAGES } from '../../model/stage.ts'
import type { Tallies } from '../../resolve/mention.ts'
import { sumTallies } from '../../resolve/tallies.ts'
import type { Word } from '../../resolve/undertakings/evidence.ts'
import { lifeAt } from '../../resolve/undertakings/life.ts'
import { grouped } from '../../text/order.ts'
import type { Session } from '../store.ts'
import { findEntities } from './entities.ts'
import { evidenceOn, type Said } from './evidence.ts'
import { withWords } from './quotes.ts'

/** One of two claims that cannot both be so, with its words. */
export interface OpposedClaim extends Said {
  readonly quote: string
}

/** Two claims on one undertaking that cannot both be so. */
export interface OpposedPair {
  readonly undertaking: string
  readonly first: OpposedClaim
  readonly second: OpposedClaim
}

/** Undertakings that are looked through, the latest spoken of first. */
const LOOKED_THROUGH = 400

/** Contradictions between reports up to a day, of the undertakings that were spoken of last. */
export async function opposedClaims(session: Session, at: string, limit: number): Promise<OpposedPair[]> {
  const tags = ['stage:done']
  const entities = await findEntities(session, {
    kind: 'undertaking',
    tags,
    from: null,
    to: null,
    limit: LOOKED_THROUGH,
  })
  const doubtful = await doubtfulAmong(
    session,
    entities.map(({ id }) => id),
  )
  const evidence = await evidenceOn(session, doubtful.slice(0, limit), at)
  const pairs = [...evidence].flatMap(([undertaking, said]) => {
    const byClaim = new Map(said.map(each => [each.claim, each]))
    const contradictions = lifeAt(said, at)?.contradictions ?? []
    return contradictions.map(({ first, second }) => ({
      undertaking,
      first: byClaim.get(tellingOf(first))!,
      second: byClaim.get(tellingOf(second))!,
    }))
  })
  return await worded(session, pairs.slice(0, limit))
}

/** The claim by which a report's word has its stage. */
const tellingOf = ({ evidence, stage }: Word): string =>
  (evidence.find(each => each.stage === stage) ?? evidence[0]).claim

/** Those of which a promise was heard after they were done, or on the same day: by the sums, without reading what was said. */
async function doubtfulAmong(session: Session, ids: readonly string[]): Promise<string[]> {
  const profiles = grouped(await session.selectIn('profile', 'entity', ids), ({ entity }) => entity)
  return ids.filter(id => {
    const sums = sumTallies((profiles.get(id) ?? []).map(({ tallies }) => JSON.parse(tallies) as Tallies))
    const done = sums['stage:done']?.first ?? null
    return done !== null && STAGES.some(stage => stage !== 'done' && (sums[`stage:${stage}`]?.last ?? '') >= done)
  })
}

async function worded(
  session: Session,
  pairs: readonly { readonly undertaking: string; readonly first: Said; readonly second: Said }[],
): Promise<OpposedPair[]> {
  const both = pairs.flatMap(({ first, second }) => [first, second])
  const words = await withWords(
    session,
    both.map(({ mention }) => mention),
  )
  return pairs.map(({ undertaking, first, second }, i) => ({
    undertaking,
    first: { ...first, quote: words[2 * i].quote },
    second: { ...second, quote: words[2 * i + 1].quote },
  }))
}
