/** Longest JSON parameter that is sent at once, in UTF-16 units, where one row is not longer by itself. */
const LONGEST = 4 * 1024 * 1024

/** `\u0000` and lone surrogates (all surrogates that JSON.stringify escapes) behind an even number of backslashes. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** Finds out quickly that there is none of them, as nearly always. */
const PERHAPS_UNSTORABLE = /\\u(?:0000|d[89a-f])/

/** JSON whose strings every store can hold: what they cannot becomes U+FFFD. */
export const storable = (json: string): string =>
  PERHAPS_UNSTORABLE.test(json) ? json.replace(UNSTORABLE, '$1\\ufffd') : json

/**
 * Rows as JSON lists of rows, cut where they grow long. `shape` gives what is written of a row, a list or a record. One call for many
 * rows is several times as fast as one for each.
 */
export function* jsonChunks<T>(rows: readonly T[], shape: (row: T) => object): Generator<string> {
  let shaped: object[] = []
  let length = 0
  for (const row of rows) {
    const next = shape(row)
    const size = sizeOf(next)
    if (length > 0 && length + size > LONGEST) {
      yield storable(JSON.stringify(shaped))
      shaped = []
      length = 0
    }
    shaped.push(next)
    length += size
  }
  if (shaped.length > 0) yield storable(JSON.stringify(shaped))
}

/** Marks around a value, and the digits of a number. */
const AROUND = 8

/** About how long the JSON of a row is. */
function sizeOf(row: object): number {
  let size = 0
  for (const key in row) {
    const value = row[key as keyof typeof row] as unknown
    size += AROUND + (typeof value === 'string' ? value.length : 0)
  }
  return size
}
