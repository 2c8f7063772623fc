import { latestMentions } from '../../ledger/query/latest.ts'
import type { StoredMention } from '../../ledger/query/mentions.ts'
import { quotesAt } from '../../ledger/query/quotes.ts'
import { type QuotedMention, withQuotes } from '../../ledger/query/things.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import { mentionOf } from '../../views/answers/mentions.ts'
import type { Mention } from '../../views/api/words.ts'

/** Mentions with the words of their line around them, and their exact words. */
export async function withWords(
  session: Session,
  mentions: readonly StoredMention[],
): Promise<(readonly [QuotedMention, string])[]> {
  const around = await withQuotes(session, mentions)
  const exact = await quotesAt(session, mentions)
  return around.map((mention, i) => [mention, exact[i]] as const)
}

/** Mentions as answers tell them. */
export const toldMentions = async (session: Session, mentions: readonly StoredMention[]): Promise<Mention[]> =>
  (await withWords(session, mentions)).map(([mention, exact]) => mentionOf(mention, exact))

/** Mentions of one thing that a page shows. */
const MOST = 40

/** The latest words on an entity up to a day, the latest first. */
export async function latestTold(session: Session, entity: EntityTable, at: string): Promise<Mention[]> {
  const latest = await latestMentions(session, entity, MOST, at)
  return (await toldMentions(session, latest)).toReversed()
}
