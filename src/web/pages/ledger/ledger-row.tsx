import { Link } from '@tanstack/react-router'
import type { UndertakingRow } from '../../../views/api/undertakings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { StandingMarks } from '../../parts/marks.tsx'
import { SideList } from '../../parts/sides.tsx'
import { StageTrack } from '../../parts/stage-track.tsx'
import { ledgerWords } from '../../words/ledger.ts'
import { partWords } from '../../words/parts.ts'
import css from './ledger-row.module.css'

interface LedgerRowProps {
  readonly row: UndertakingRow | undefined
  readonly at: string | undefined
  readonly selected: boolean
  readonly active: boolean
  readonly toggle: (id: string) => void
}

/** One undertaking: what, who, how far, since when. */
export function LedgerRow({ row, at, selected, active, toggle }: LedgerRowProps) {
  const t = useWords(ledgerWords)
  if (!row) return <div className={css.row} data-pending />
  const { id, label, sides, stage, stalled } = row
  return (
    <div className={css.row} data-active={active || undefined} data-selected={selected || undefined}>
      <input
        type="checkbox"
        checked={selected}
        onChange={() => toggle(id)}
        aria-label={t.select(label)}
        data-screen-only
      />
      <div className={css.what}>
        <Link to="/ledger/$id" params={{ id }} search={{ at }} className={css.label} lang="vi" title={label}>
          {label}
        </Link>
        <span className={css.meta}>
          <SideList ids={sides} nearest />
          <Topics row={row} />
        </span>
      </div>
      <div className={css.stage}>
        <StageTrack stage={stage} stalled={stalled} />
        <StandingMarks row={row} oneLine />
      </div>
      <LastSaid row={row} />
    </div>
  )
}

function Topics({ row: { fields, objects } }: { readonly row: UndertakingRow }) {
  const words = useLedgerWords()
  const names = useNames()
  const topics = [
    ...objects.map(id => names.name(id)),
    ...fields.map(field => words.fields[field as keyof typeof words.fields] ?? field),
  ]
  return <span>{topics.join(', ')}</span>
}

function LastSaid({ row: { last, reports } }: { readonly row: UndertakingRow }) {
  const t = useWords(ledgerWords)
  const parts = useWords(partWords)
  const { language } = useLanguage()
  return (
    <div className={css.when}>
      <span title={t.lastSaid}>{last ? formatIn(language).day(last) : parts.undated}</span>
      <span className={css.reports}>{t.reports(reports)}</span>
    </div>
  )
}
