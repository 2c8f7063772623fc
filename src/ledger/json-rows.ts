/** Longest JSON parameter that is sent at once, in UTF-16 units, where one row is not longer by itself. */
const LONGEST = 4 * 1024 * 1024

/** `\u0000` and lone surrogates (all surrogates that JSON.stringify escapes) behind an even number of backslashes. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** JSON whose strings every store can hold: what they cannot becomes U+FFFD. */
export const storable = (json: string): string => (json.includes('\\u') ? json.replace(UNSTORABLE, '$1\\ufffd') : json)

/** Rows as JSON lists of rows, cut where they grow long. `write` makes the JSON of one row. */
export function* jsonChunks<T>(rows: readonly T[], write: (row: T) => string): Generator<string> {
  let parts: string[] = []
  let length = 0
  for (const row of rows) {
    const part = write(row)
    if (length > 0 && length + part.length > LONGEST) {
      yield storable(`[${parts.join(',')}]`)
      parts = []
      length = 0
    }
    parts.push(part)
    length += part.length
  }
  if (parts.length > 0) yield storable(`[${parts.join(',')}]`)
}
