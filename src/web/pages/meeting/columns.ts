import type { SideWords } from '../../../views/api/meetings.ts'
import type { Sided } from '../../names.tsx'

export type Column = 'ours' | 'theirs' | 'together' | 'unsaid'

type Said = SideWords['said'][number] & { readonly by: readonly string[] }

/** What was said, by whose words they are: ours and theirs in two columns; what both said, and what nobody is named for, apart. */
export function columnsOf(
  sides: readonly SideWords[],
  sideOf: (id: string) => Sided,
): Readonly<Record<Column, Said[]>> {
  const columns: Record<Column, Said[]> = { ours: [], theirs: [], together: [], unsaid: [] }
  for (const { by, said } of sides) columns[columnOf(by.map(sideOf))].push(...said.map(each => ({ ...each, by })))
  return columns
}

function columnOf(sides: readonly Sided[]): Column {
  if (sides.length === 0) return 'unsaid'
  if (sides.every(side => side === 'ours')) return 'ours'
  return sides.every(side => side === 'theirs') ? 'theirs' : 'together'
}
