import { Link } from '@tanstack/react-router'
import { useQueries } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Button, buttonLook } from '../../parts/button.tsx'
import { ledgerWords } from '../../words/ledger.ts'
import { useExport } from './export-list.tsx'
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
  const write = useExport()
  if (ids.length === 0) return null
  return (
    <div className={css.bar} role="region" aria-label={t.selected(ids.length)} data-screen-only>
      <strong>{t.selected(ids.length)}</strong>
      <Link to="/briefing" search={{ id: [...ids], at }} className={buttonLook('main')}>
        {t.toBriefing}
      </Link>
      <Button disabled={rows.length < ids.length} onClick={() => write(rows)}>
        {t.toExport}
      </Button>
      <Button weight="quiet" onClick={clear}>
        {t.unselect}
      </Button>
    </div>
  )
}
