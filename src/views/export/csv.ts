/** Rows as comma-separated values (RFC 4180): a line of names, CRLF, quotation marks where a value needs them. */
export const csvLine = (values: readonly unknown[]): string => `${values.map(cellOf).join(',')}\r\n`

function cellOf(value: unknown): string {
  const text = textOf(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lists are parted by "; ", records are JSON, nothing is empty. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('; ')
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'string' ? value : `${value as number | boolean}`
}
