import type { z } from 'zod'
import { Refusal, shown, unknownAt } from './problem.ts'

/** Ids of entities, claims, reports and decisions, and of the gazetteer. */
const ID = /^[\p{L}\p{N}:_~-]{1,120}$/u

/** The ids in a path. What no id can look like is unknown, whatever it tries to be. */
export function idsIn(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const wrong = Object.values(params).find(value => !ID.test(value))
  if (wrong === undefined) return params
  throw unknownAt(wrong)
}

/** The query of an address by its schema: each filter known, each value right, lists from repeated filters. An empty value is none. */
export function queryIn<Q extends z.ZodObject>(schema: Q, search: URLSearchParams): z.output<Q> {
  const given: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    if (!(name in schema.shape)) throw unknownFilter(name, Object.keys(schema.shape))
    const values = search.getAll(name).filter(value => value !== '')
    if (isList(schema.shape[name])) given[name] = values
    else if (values.length > 1)
      throw new Refusal(422, 'filter-repeated', `The filter "${name}" can be given only once.`)
    else if (values.length === 1) given[name] = values[0]
  }
  return checked(schema, given, 'filter')
}

const unknownFilter = (name: string, known: readonly string[]): Refusal =>
  new Refusal(
    422,
    'filter-unknown',
    `Unknown filter ${shown(name)}; ${known.length === 0 ? 'there are none here' : `there are: ${known.join(', ')}`}.`,
  )

/** Whether a field takes several values: under what makes it optional it is an array. */
function isList(type: unknown): boolean {
  const { def } = type as { def: { type: string; innerType?: unknown } }
  return def.type === 'array' || (def.innerType !== undefined && isList(def.innerType))
}

/** A value by its schema; a sentence with the first thing that is wrong. `what` it is called: a filter, a field. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, what: 'filter' | 'field'): z.output<S> {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const { path, message } = error.issues[0]
  const name = path.join('.')
  throw new Refusal(
    422,
    `${what}-wrong`,
    name === '' ? `This is not what is asked for here: ${message}.` : `The ${what} "${name}" is not right: ${message}.`,
  )
}
