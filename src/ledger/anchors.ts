import type { Anchor } from '../model/decision.ts'
import { LedgerError } from './error.ts'
import { anchorOf, claimAt, claimsIn } from './query/claims.ts'
import { findId } from './query/find-id.ts'
import type { Session } from './store.ts'
import type { MentionTable } from './tables.ts'
import { grouped } from '../text/order.ts'

/** What a person pointed at, as the claims that a decision hangs on. */
export interface Pointed {
  /** The id of the entity (its present one) or of the claim. */
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly anchors: readonly Anchor[]
}

/** Claims of one entity that a decision hangs on, at most: it is found again by any of them. */
const MOST_ANCHORS = 200

/** The claims behind an id. `each`: one of each profile is enough, since equal profiles are one thing; else all claims. */
export async function pointAt(session: Session, id: string, each: 'profile' | 'claim'): Promise<Pointed> {
  const found = await findId(session, id)
  if (found?.what === 'report')
    throw new LedgerError(
      'id-unknown',
      `${id} is a report. A decision is about claims or entities: "bienban show ${id}" lists those of the report.`,
    )
  if (found?.what !== 'entity') return await claimPointed(session, id)
  const { entity } = found
  const profiles = await session.selectIn('profile', 'entity', [entity.id])
  const mentions = await session.db
    .selectFrom('mention')
    .selectAll()
    .where(
      session.among(
        'profile',
        profiles.map(profile => profile.id),
      ),
    )
    .orderBy('claim')
    .limit(each === 'claim' ? MOST_ANCHORS : MOST_ANCHORS * 20)
    .execute()
  const chosen = each === 'claim' ? mentions : firstOfEach(mentions)
  return {
    id: entity.id,
    kind: entity.kind,
    label: entity.label,
    anchors: await anchorsOf(session, chosen.slice(0, MOST_ANCHORS)),
  }
}

async function claimPointed(session: Session, id: string): Promise<Pointed> {
  const found = await claimAt(session, id)
  if (!found)
    throw new LedgerError(
      'id-unknown',
      `Nothing in this ledger has the id ${id}. "bienban search WORDS" and "bienban ledger" show ids; a claim's is 16 digits of 0-9 and a-f.`,
    )
  return { id, kind: found.read.type, label: found.read.quote.exact, anchors: [anchorOf(found)] }
}

const firstOfEach = (mentions: readonly MentionTable[]): MentionTable[] =>
  [...grouped(mentions, ({ profile }) => profile).values()].map(([first]) => first)

async function anchorsOf(session: Session, mentions: readonly MentionTable[]): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  for (const [doc, own] of grouped(mentions, mention => mention.doc)) {
    const claims = await claimsIn(
      session,
      doc,
      own.map(({ claim }) => claim),
    )
    anchors.push(...claims.map(anchorOf))
  }
  return anchors
}
