import type { StoredMention } from '../../ledger/query/mentions.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { Mention, Named } from '../api/words.ts'
import { mentionOf } from './mentions.ts'
import { namedOf } from './named.ts'

/** A value whose lists the types of the schemas take, which know no `readonly`. */
export type Told<T> = T extends readonly (infer E)[]
  ? Told<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Told<T[K]> }
    : T

/** What the ledger found, as an answer: it is written out next, and nobody changes it any more. */
export const told = <T>(found: T): Told<T> => found as Told<T>

/** A mention with its words, and with those of their line around them. */
export const wordedMention = ({ around, quote, ...mention }: StoredMention & Worded): Mention =>
  mentionOf({ ...mention, quote: around }, quote)

interface Worded {
  readonly quote: string
  readonly around: string
}

/** An entity's row by its name, and by its id in the gazetteer where it has one. */
export const namedRow = ({ id, kind, label, data }: Pick<EntityTable, 'id' | 'kind' | 'label' | 'data'>): Named =>
  namedOf({ id, kind, label, data: JSON.parse(data) as Record<string, unknown> })
