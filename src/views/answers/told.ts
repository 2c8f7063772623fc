/** A value whose lists the types of the schemas take, which know no `readonly`. */
export type Told<T> = T extends readonly (infer E)[]
  ? Told<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Told<T[K]> }
    : T

/** What the ledger found, as an answer: it is written out next, and nobody changes it any more. */
export const told = <T>(found: T): Told<T> => found as Told<T>
