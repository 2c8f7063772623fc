import { findEntities } from '../../ledger/query/entities.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { EntityKind } from '../../model/entity.ts'

/** Which entities a list holds. All conditions hold together. */
export interface Listed {
  readonly kind: EntityKind
  /** `side:vn-cao-bang`, `mechanism:…`. */
  readonly tags: readonly string[]
  /** ISO days between which it was last spoken of, both included. */
  readonly since: string | null
  readonly until: string | null
  /** Only those that were heard of by this day. */
  readonly at: string | null
  readonly words: string | null
  readonly limit: number
  readonly offset?: number
}

/** Entities that are looked at in one go. */
const PAGE = 100

/** Entities that are looked through for words. */
const SEARCHED = 3000

/** Entities of one kind by the conditions of a list, the latest spoken of first. */
export const listed = (session: Session, list: Listed): Promise<EntityTable[]> =>
  list.words === null ? walked(session, list) : searched(session, list, list.words)

async function walked(session: Session, list: Listed): Promise<EntityTable[]> {
  const { kind, tags, since, until, at, limit, offset = 0 } = list
  const known = ({ first }: EntityTable): boolean => at === null || first === null || first <= at
  const found: EntityTable[] = []
  for (let from = 0; found.length < offset + limit; from += PAGE) {
    const page = await findEntities(session, { kind, tags, from: since, to: until, limit: PAGE, offset: from })
    found.push(...page.filter(known))
    if (page.length < PAGE) break
  }
  return found.slice(offset, offset + limit)
}

async function searched(session: Session, list: Listed, words: string): Promise<EntityTable[]> {
  const { kind, tags, since, until, at, limit, offset = 0 } = list
  const ids = (await session.search('entity', words, SEARCHED)).filter(id => id.startsWith(`${kind}-`))
  const tagged = await session.selectIn('tag', 'entity', tags.length > 0 ? ids : [])
  const having = (id: string): boolean => tags.every(tag => tagged.some(row => row.entity === id && row.tag === tag))
  const chosen = await session.selectIn('entity', 'id', ids.filter(having))
  const within = chosen.filter(
    ({ first, last }) =>
      (since ?? '') <= (last ?? '') &&
      (until === null || (last ?? '') <= until) &&
      (at === null || first === null || first <= at),
  )
  return within.toSorted((a, b) => ((b.last ?? '') < (a.last ?? '') ? -1 : 1)).slice(offset, offset + limit)
}
