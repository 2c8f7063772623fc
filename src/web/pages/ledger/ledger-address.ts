import type { Stage } from '../../../model/stage.ts'
import type { UndertakingQuery } from '../../../views/api/undertakings.ts'
import { many, one, type Search } from '../../address.ts'

/** What of the ledger's address is a question to the server: all but the window, and what is selected. */
export type LedgerQuery = Partial<Omit<UndertakingQuery, 'offset' | 'limit'>>

/** Ids of the undertakings that are selected. */
export const selectedIn = (search: Search): readonly string[] => many(search, 'pick')

/** Reads the question from the address. What is not right in it is the server's to say. */
export function queryIn(search: Search): LedgerQuery {
  const silent = one(search, 'silent')
  return {
    q: one(search, 'q'),
    side: [...many(search, 'side')],
    field: [...many(search, 'field')],
    stage: one(search, 'stage') as Stage | undefined,
    object: one(search, 'object'),
    mechanism: one(search, 'mechanism'),
    person: one(search, 'person'),
    since: one(search, 'since'),
    until: one(search, 'until'),
    silent: silent === undefined ? undefined : (silent as unknown as number),
    verifiable: one(search, 'verifiable') as 'true' | 'false' | undefined,
    sort: one(search, 'sort') as UndertakingQuery['sort'] | undefined,
    at: one(search, 'at'),
  }
}

/** A list with a value taken in or out. */
export const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter(each => each !== value) : [...values, value]

/** What takes all conditions out of the address. */
export const NO_CONDITIONS = {
  q: undefined,
  side: undefined,
  field: undefined,
  stage: undefined,
  object: undefined,
  mechanism: undefined,
  person: undefined,
  since: undefined,
  until: undefined,
  silent: undefined,
  verifiable: undefined,
  at: undefined,
} as const
