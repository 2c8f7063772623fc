import type { Claim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { claimOf, withDecisions } from '../../resolve/decisions.ts'
import type { DocumentFacts } from '../../text/document.ts'
import { grouped } from '../../text/order.ts'
import { decidedOf } from '../arrivals.ts'
import { loadSources } from '../sources.ts'
import type { Session } from '../store.ts'
import type { DecidedTable, EntityTable, ReportTable } from '../tables.ts'
import { type Copy, copiesOf } from './copies.ts'
import type { LoggedDecision } from './history.ts'
import { standingOf } from './standing.ts'

/** What people say of a claim: nothing yet, or their last word. */
export type ClaimState = 'read' | 'accepted' | 'rejected' | 'corrected'

/** A claim of a report as it now stands: corrections are applied; of a rejected one as it was read. */
export interface StandingClaim {
  readonly claim: Claim
  readonly state: ClaimState
  readonly decisions: readonly LoggedDecision[]
  readonly entities: readonly EntityTable[]
}

/** A report with all that it claims. `document` is null where it is not about cooperation: its text is not kept then. */
export interface StandingReport {
  readonly report: ReportTable
  readonly document: (DocumentFacts & { readonly text: string }) | null
  /** What kind of paper its form tells, and who signed it; null for an ordinary report. */
  readonly paper: NonNullable<Reading['paper']> | null
  /** When it came into the ledger: ISO instant. */
  readonly added: string
  /** Its occasion. */
  readonly meeting: EntityTable | null
  readonly claims: readonly StandingClaim[]
  /** Reports that repeat its text. */
  readonly copies: readonly Copy[]
}

/** A report by its `doc`; null where there is none. */
export async function reportAt(session: Session, doc: string): Promise<StandingReport | null> {
  const [report] = await session.selectIn('report', 'doc', [doc])
  if (!report) return null
  const source = (await loadSources(session, [report])).get(doc)
  const [logged] = await session.selectIn('log', 'seq', [report.document_seq])
  const { entities, meeting } = await entitiesOf(session, doc)
  const rows = await session.selectIn('decided', 'doc', [doc])
  const claims = source ? standingClaims(source, rows) : []
  return {
    report,
    document: source?.document ?? null,
    paper: source?.paper ?? null,
    added: logged.at,
    meeting,
    copies: (await copiesOf(session, [doc])).get(doc) ?? [],
    claims: claims.map(each => ({ ...each, entities: entities.get(each.claim.id) ?? [] })),
  }
}

type Judged = Omit<StandingClaim, 'entities'>

/** The claims of a reading with what people decided of each, in the order of the text. */
export function standingClaims(
  source: Parameters<typeof withDecisions>[0],
  rows: readonly DecidedTable[],
): readonly Judged[] {
  const decisions = rows.toSorted((a, b) => a.seq - b.seq).map(decidedOf)
  const now = new Map(withDecisions(source, decisions).claims.map(claim => [claim.id, claim]))
  const byClaim = decisionsByClaim(source, rows)
  return source.claims
    .map((read): Judged => {
      const own = byClaim.get(read.id) ?? []
      const claim = now.get(read.id)
      return { claim: claim ?? read, state: claim ? stateOf(own) : 'rejected', decisions: standingOf(own) }
    })
    .toSorted((a, b) => a.claim.quote.start - b.claim.quote.start || b.claim.quote.end - a.claim.quote.end)
}

function decisionsByClaim(
  { document, claims }: Parameters<typeof withDecisions>[0],
  rows: readonly DecidedTable[],
): ReadonlyMap<string, DecidedTable[]> {
  const pairs = rows.flatMap(row => {
    const { on, against } = decidedOf(row)
    const ours = [...on, ...against].filter(anchor => anchor.document === document.id)
    const ids = new Set(ours.flatMap(anchor => claimOf(anchor, claims)?.id ?? []))
    return [...ids].map(id => ({ id, row }))
  })
  return new Map([...grouped(pairs, ({ id }) => id)].map(([id, own]) => [id, own.map(({ row }) => row)]))
}

function stateOf(rows: readonly DecidedTable[]): ClaimState {
  const acts = new Set(rows.map(row => decidedOf(row).act))
  if (acts.has('correct')) return 'corrected'
  return acts.has('accept') ? 'accepted' : 'read'
}

/** The entities that each claim speaks of, and the meeting that is the report's occasion. */
async function entitiesOf(session: Session, doc: string) {
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim', 'mention.facts', 'profile.entity'])
    .where('mention.doc', '=', doc)
    .execute()
  const found = await session.selectIn('entity', 'id', [...new Set(rows.map(({ entity }) => entity))])
  const byId = new Map(found.map(entity => [entity.id, entity]))
  const occasion = rows.find(({ facts }) => (JSON.parse(facts) as string[]).includes('told:occasion'))
  const ids = new Map(
    [...grouped(rows, ({ claim }) => claim)].map(([claim, own]) => [claim, new Set(own.map(row => row.entity))]),
  )
  return {
    meeting: (occasion && byId.get(occasion.entity)) ?? null,
    entities: new Map([...ids].map(([claim, own]) => [claim, [...own].flatMap(id => byId.get(id) ?? [])])),
  }
}
