/**
 * Reads a table with a header line and tab-separated cells; each row becomes an object of its columns. `name` stands in
 * messages. Throws an Error where a row has more cells than the header.
 */
export function parseTable(name: string, text: string): Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = text.split('\n').filter(line => line.trim() && !line.startsWith('#'))
  const columns = header.split('\t')
  return lines.map((line, i) => {
    const cells = line.split('\t')
    if (cells.length > columns.length)
      throw new Error(`${name}: row ${i + 2} has ${cells.length} cells, the header has ${columns.length}`)
    return Object.fromEntries(columns.map((column, c) => [column, (cells[c] ?? '').trim()]))
  })
}

/** The items of a list cell: `a|b` -> a, b. */
export const listOf = (cell: string): string[] =>
  cell
    .split('|')
    .map(item => item.trim())
    .filter(Boolean)
