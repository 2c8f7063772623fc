import type { ReactNode } from 'react'
import css from './table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand under each other. */
  readonly numeric?: boolean
  /** What is short stays on one line: days, figures with their units. */
  readonly short?: boolean
}

interface TableProps<Row> {
  /** What the table tells, for those who hear it; shown above it with `captioned`. */
  readonly caption: string
  readonly captioned?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** A table; where it is wider than the page it scrolls within itself. */
export function Table<Row>({ caption, captioned = false, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={css.table}>
        <caption className={captioned ? css.caption : 'aside'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, numeric, short = numeric }) => (
                <td key={key} data-numeric={numeric || undefined} data-short={short || undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
