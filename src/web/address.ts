/** What the address holds behind the `?`: each name with its values, in order. A repeated name is a list. */
export type Search = Readonly<Record<string, string | readonly string[]>>

/** Reads the query of an address. Nothing is parsed further: `?silent=180` is the words `180`. */
export function parseSearch(query: string): Search {
  const found = new Map<string, string | string[]>()
  for (const [name, value] of new URLSearchParams(query)) {
    const before = found.get(name)
    found.set(name, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(found)
}

/** Writes the query of an address, `?` included; what is empty is left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    for (const one of [value].flat()) if (isWritten(one)) params.append(name, String(one))
  const query = params.toString()
  return query ? `?${query}` : ''
}

const isWritten = (value: unknown): value is string | number | boolean =>
  value !== '' && ['string', 'number', 'boolean'].includes(typeof value)

/** The value of a name that has one; of a list, the last. */
export const one = (search: Search, name: string): string | undefined => many(search, name).at(-1)

/** All values of a name. */
export const many = (search: Search, name: string): readonly string[] =>
  Object.hasOwn(search, name) ? [search[name] ?? []].flat() : []
