import { Link } from '@tanstack/react-router'
import { useQueries } from '@tanstack/react-query'
import type { UndertakingRow } from '../../../views/api/undertakings.ts'
import { api } from '../../api.ts'
import { csvOf, saveFile } from '../../csv.ts'
import { useLedgerWords, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Button, buttonLook } from '../../parts/button.tsx'
import { ledgerWords } from '../../words/ledger.ts'
import css from './ledger-selection.module.css'

interface SelectionProps {
  readonly ids: readonly string[]
  readonly at: string | undefined
  readonly clear: () => void
}

/** What can be done with what is selected: a briefing, or a table for other programs. */
export function LedgerSelection({ ids, at, clear }: SelectionProps) {
  const t = useWords(ledgerWords)
  const rows = useQueries({ queries: ids.map(id => api.undertaking(id, { at })) }).flatMap(
    ({ data }) => data?.row ?? [],
  )
  const save = useExport(rows)
  if (ids.length === 0) return null
  return (
    <div className={css.bar} role="region" aria-label={t.selected(ids.length)} data-screen-only>
      <strong>{t.selected(ids.length)}</strong>
      <Link to="/briefing" search={{ id: [...ids], at }} className={buttonLook('main')}>
        {t.toBriefing}
      </Link>
      <Button disabled={rows.length < ids.length} onClick={save}>
        {t.toExport}
      </Button>
      <Button weight="quiet" onClick={clear}>
        {t.unselect}
      </Button>
    </div>
  )
}

/** Writes rows as a table in the language of the screen. */
function useExport(rows: readonly UndertakingRow[]): () => void {
  const t = useWords(ledgerWords)
  const names = useNames()
  const { stages } = useWording()
  const { fields } = useLedgerWords()
  const fieldOf = (field: string): string => fields[field as keyof typeof fields] ?? field
  const cells = (row: UndertakingRow): string[] => [
    row.id,
    row.label,
    row.sides.map(side => names.name(side)).join('; '),
    row.fields.map(fieldOf).join('; '),
    stages[row.stage],
    row.due ?? '',
    row.first ?? '',
    row.last ?? '',
    String(row.reports),
  ]
  return () => saveFile(t.exportName, csvOf([t.columns, ...rows.map(cells)]), 'text/csv;charset=utf-8')
}
