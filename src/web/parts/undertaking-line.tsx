import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { UndertakingRow } from '../../views/api/undertakings.ts'
import { StandingMarks } from './marks.tsx'
import { SideList } from './sides.tsx'
import { StageTrack } from './stage-track.tsx'
import css from './undertaking-line.module.css'

interface UndertakingLineProps {
  readonly row: UndertakingRow
  /** The day at which it is looked at, where that is not today. */
  readonly at?: string | undefined
  /** What else is to be told of it, before its marks. */
  readonly children?: ReactNode
}

/** An undertaking in a list: what, who, how far. */
export function UndertakingLine({ row, at, children }: UndertakingLineProps) {
  return (
    <div className={css.line}>
      <Link to="/ledger/$id" params={{ id: row.id }} search={{ at }} className={css.label} lang="vi">
        {row.label}
      </Link>
      <span className={css.meta}>
        <SideList ids={row.sides} nearest />
        {children}
        <StageTrack stage={row.stage} stalled={row.stalled} />
        <StandingMarks row={row} />
      </span>
    </div>
  )
}

/** Undertakings, one below the other. */
export function UndertakingLines({
  rows,
  at,
}: {
  readonly rows: readonly UndertakingRow[]
  readonly at?: string | undefined
}) {
  return (
    <ul className={css.lines}>
      {rows.map(row => (
        <li key={row.id}>
          <UndertakingLine row={row} at={at} />
        </li>
      ))}
    </ul>
  )
}
