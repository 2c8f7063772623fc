import type { Thing } from '../../ledger/query/entities.ts'
import type { Named } from '../api/words.ts'

/** An entity by its name, and by its id in the gazetteer where it has one. */
export function namedOf({ id, kind, label, data }: Pick<Thing, 'id' | 'kind' | 'label' | 'data'>): Named {
  const { ref } = data
  return { id, kind, label, ref: typeof ref === 'string' ? ref : null }
}
