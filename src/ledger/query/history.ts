import type { Decision } from '../../model/decision.ts'
import { docOf } from '../doc.ts'
import { parseDocument } from '../entry.ts'
import { LedgerError } from '../error.ts'
import type { Session } from '../store.ts'
import type { StoredMention } from './mentions.ts'

/** A decision as the log has it. */
export interface LoggedDecision {
  readonly key: string
  readonly seq: number
  /** When it was appended: ISO instant. */
  readonly at: string
  readonly decision: Decision
}

/** A report that came, or was read again. */
export interface Addition {
  readonly seq: number
  readonly at: string
  readonly doc: string
  readonly title: string | null
  readonly outlet: string | null
  readonly day: string | null
}

/** All decisions, undone ones too, the latest first. */
export async function decisionsOf({ db }: Session): Promise<LoggedDecision[]> {
  const rows = await db
    .selectFrom('log')
    .select(['key', 'seq', 'at', 'body'])
    .where('kind', '=', 'decision')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ body, ...row }) => ({ ...row, decision: JSON.parse(body) as Decision }))
}

/** Where a claim stands. */
export type Standing = Pick<StoredMention, 'claim' | 'doc' | 'start' | 'end'>

/** Decisions on claims of an entity, and what took them back; the latest first. */
export function decisionsOn(decisions: readonly LoggedDecision[], mentions: readonly Standing[]): LoggedDecision[] {
  const claims = new Set(mentions.map(({ claim }) => claim))
  const direct = new Set<string>()
  for (const { key, decision } of decisions.toReversed()) {
    const bears = [...decision.on, ...decision.against].some(
      anchor =>
        claims.has(anchor.claim) ||
        mentions.some(
          ({ doc, start, end }) => doc === docOf(anchor.document) && start === anchor.start && end === anchor.end,
        ),
    )
    if (bears || (decision.undoes !== null && direct.has(decision.undoes))) direct.add(key)
  }
  return decisions.filter(({ key }) => direct.has(key))
}

/** Reports in the order in which they came, the latest first; of all, or of some. */
export async function additionsOf(
  session: Session,
  limit: number,
  docs: readonly string[] | null = null,
): Promise<Addition[]> {
  let query = session.db.selectFrom('log').select(['seq', 'at', 'body']).where('kind', '=', 'document')
  if (docs) {
    const reports = await session.selectIn('report', 'doc', docs)
    query = query.where(
      session.among(
        'seq',
        reports.map(report => report.document_seq),
      ),
    )
  }
  const rows = await query.orderBy('seq', 'desc').limit(limit).execute()
  return rows.map(({ seq, at, body }) => {
    const { id, title, outlet, published } = parseDocument(body)
    return { seq, at, doc: docOf(id), title, outlet, day: published }
  })
}

const KEY = /^[0-9a-f]{6,64}$/

/** The decision that a key, or its first digits, stands for. */
export async function decisionAt({ db }: Session, key: string): Promise<LoggedDecision> {
  const rows = KEY.test(key)
    ? await db
        .selectFrom('log')
        .select(['key', 'seq', 'at', 'body'])
        .where('kind', '=', 'decision')
        .where('key', '>=', key)
        .where('key', '<', `${key}g`)
        .limit(2)
        .execute()
    : []
  if (rows.length === 1) return { ...rows[0], decision: JSON.parse(rows[0].body) as Decision }
  throw new LedgerError(
    'decision-gone',
    rows.length === 0
      ? `There is no decision ${key}. "bienban history" lists decisions with their keys.`
      : `Several decisions begin with ${key}. Give more of its digits; "bienban history" lists them.`,
  )
}
