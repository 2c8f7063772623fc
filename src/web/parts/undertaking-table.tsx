import { Link } from '@tanstack/react-router'
import type { UndertakingRow } from '../../views/api/undertakings.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { corridorWords } from '../words/corridor.ts'
import { StandingMarks } from './marks.tsx'
import { SideList } from './sides.tsx'
import { StageTrack } from './stage-track.tsx'
import { Table } from './table.tsx'

/** A few undertakings beside another thing: how far each has come, and its words. */
export function UndertakingTable({
  caption,
  rows,
}: {
  readonly caption: string
  readonly rows: readonly UndertakingRow[]
}) {
  const t = useWords(corridorWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'stage', head: t.stage, cell: row => <StageTrack stage={row.stage} stalled={row.stalled} /> },
        {
          key: 'label',
          head: t.undertakings,
          cell: row => (
            <>
              <Link to="/ledger/$id" params={{ id: row.id }}>
                {row.label}
              </Link>{' '}
              <StandingMarks row={row} />
            </>
          ),
        },
        { key: 'sides', head: t.sides, cell: row => <SideList ids={row.sides} /> },
        { key: 'last', head: t.lastHeard, numeric: true, cell: row => (row.last ? format.day(row.last) : '–') },
      ]}
    />
  )
}
