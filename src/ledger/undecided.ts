import type { Anchor, Decision } from '../model/decision.ts'
import { anchorOf, claimsIn } from './query/claims.ts'
import type { Session } from './store.ts'

/** Which claims are meant. All conditions hold together. */
export interface ClaimRule {
  /** Type of claim: `commitment`. */
  readonly type?: string
  readonly stage?: string
  readonly outlet?: string
  /** A report. */
  readonly doc?: string
  /** Id of an undertaking that they speak of. */
  readonly undertaking?: string
}

/** A claim, and the report in which it stands. */
export interface Standing {
  readonly claim: string
  readonly doc: string
}

/** Claims that speak of something, of reports that hold, and that nobody has decided on; `most` of them. */
export async function undecidedClaims(session: Session, rule: ClaimRule, most: number): Promise<Standing[]> {
  let query = session.db
    .selectFrom('mention')
    .innerJoin('report', 'report.doc', 'mention.doc')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim', 'mention.doc'])
    .distinct()
    .where('report.replaced_by', 'is', null)
  if (rule.type !== undefined) query = query.where('mention.kind', '=', kindOf(rule.type) as never)
  if (rule.stage !== undefined) query = query.where('mention.facts', 'like', `%"stage:${rule.stage}"%`)
  if (rule.outlet !== undefined) query = query.where('report.outlet', '=', rule.outlet)
  if (rule.doc !== undefined) query = query.where('mention.doc', '=', rule.doc)
  if (rule.undertaking !== undefined) query = query.where('profile.entity', '=', rule.undertaking)
  const decided = await decidedClaims(session)
  const rows = await query
    .orderBy('mention.doc')
    .orderBy('mention.claim')
    .limit(most + decided.size)
    .execute()
  return rows.filter(({ claim }) => !decided.has(claim)).slice(0, most)
}

/** Commitments speak of undertakings. */
const kindOf = (type: string): string => (type === 'commitment' ? 'undertaking' : type)

async function decidedClaims({ db }: Session): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('decided').select('body').execute()
  const claims = rows.flatMap(({ body }) => {
    const { on, against } = JSON.parse(body) as Decision
    return [...on, ...against].map(({ claim }) => claim)
  })
  return new Set(claims)
}

/** Where a decision on claims hangs. */
export async function anchorsOf(session: Session, claims: readonly Standing[]): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  for (const doc of new Set(claims.map(standing => standing.doc))) {
    const ids = claims.filter(standing => standing.doc === doc).map(({ claim }) => claim)
    anchors.push(...(await claimsIn(session, doc, ids)).map(anchorOf))
  }
  return anchors
}
