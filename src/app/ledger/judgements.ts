import { LedgerError } from '../../ledger/error.ts'
import { judgedPairs, type JudgedPair } from '../../ledger/query/pairs.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import { foundAt } from './finding.ts'
import { theResolvers } from './resolving.ts'

/** The entities that were asked about, and what was judged of them. */
export interface Judgements {
  readonly entities: readonly EntityTable[]
  readonly pairs: readonly JudgedPair[]
}

/** The judgements that made an entity, or those between two. An id may also be a claim's. */
export async function judgementsOf(session: Session, ids: readonly string[]): Promise<Judgements> {
  const [one, other] = await Promise.all(ids.map(id => entityOf(session, id)))
  const apart = other !== undefined && other.id !== one.id ? other : null
  if (apart && apart.kind !== one.kind)
    throw new LedgerError('id-unknown', `${one.id} and ${apart.id} are of two kinds: nothing compares them.`)
  const pairs = await judgedPairs(session, theResolvers(), one.id, apart?.id ?? null)
  return { entities: apart ? [one, apart] : [one], pairs }
}

async function entityOf(session: Session, id: string): Promise<EntityTable> {
  const found = await foundAt(session, id)
  if (found.what === 'entity') return found.entity
  if (found.what === 'claim' && found.entities.length > 0) return found.entities[0]
  throw new LedgerError(
    'id-unknown',
    `${id} is a report: "why" is about entities and claims. "bienban show ${id}" lists them.`,
  )
}
