import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useNamesReady } from '../../names.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useKeys } from '../../parts/keys.ts'
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx'
import { VirtualList } from '../../parts/virtual-list.tsx'
import { useAddress } from '../../use-address.ts'
import { useMedia } from '../../use-media.ts'
import { ledgerWords } from '../../words/ledger.ts'
import { ExportList } from './export-list.tsx'
import { queryIn, selectedIn, toggled } from './ledger-address.ts'
import { LedgerChips } from './ledger-chips.tsx'
import { LedgerFacets } from './ledger-facets.tsx'
import { LedgerRow } from './ledger-row.tsx'
import { LedgerSelection } from './ledger-selection.tsx'
import { LedgerToolbar } from './ledger-toolbar.tsx'
import css from './page.module.css'
import { useRows } from './use-rows.ts'

/** The undertakings: found, filtered, sorted, selected. All of that is in the address. */
export function LedgerPage() {
  const t = useWords(ledgerWords)
  const wide = useMedia('(min-width: 70rem)')
  return (
    <>
      <PageHead title={t.title} />
      <div className={css.page}>
        <aside className={css.side} aria-label={t.filters} data-screen-only>
          {wide ? (
            <LedgerFacets />
          ) : (
            <details>
              <summary>{t.filters}</summary>
              <LedgerFacets />
            </details>
          )}
        </aside>
        <Rows />
      </div>
    </>
  )
}

function Rows() {
  const t = useWords(ledgerWords)
  const { language } = useLanguage()
  const [search, change] = useAddress()
  const wide = useMedia('(min-width: 48rem)')
  const query = queryIn(search)
  const selected = selectedIn(search)
  const { total, totalIsLeast, rowAt, onRange, first } = useRows(query)
  const ready = useNamesReady() && first.data !== undefined
  const toggle = (id: string): void => change({ pick: toggled(selected, id) }, { replace: true })
  const active = useActiveRow(total, index => rowAt(index)?.id, toggle)
  const row = (index: number) => {
    const shown = rowAt(index)
    const isSelected = shown !== undefined && selected.includes(shown.id)
    return <LedgerRow row={shown} at={query.at} selected={isSelected} active={index === active} toggle={toggle} />
  }
  return (
    <section className={css.main} aria-busy={first.isPlaceholderData}>
      <LedgerToolbar />
      <LedgerChips ready={ready} after={<ExportList query={query} total={total} />}>
        <span role="status">{ready && t.total(formatIn(language).number(total), totalIsLeast)}</span>
      </LedgerChips>
      {first.error && <ErrorState error={first.error} retry={() => void first.refetch()} />}
      {!ready && !first.error && <Skeleton rows={12} height="4.25rem" />}
      {ready && total === 0 && <EmptyState title={t.none} />}
      {ready && total > 0 && (
        <VirtualList
          count={total}
          rowHeight={wide ? 4.25 : 6.25}
          label={t.title}
          row={row}
          onRange={onRange}
          active={active}
        />
      )}
      <LedgerSelection ids={selected} at={query.at} clear={() => change({ pick: undefined })} />
    </section>
  )
}

/** The row that keys act on: `j` and `k` move, Enter opens, `x` selects. */
function useActiveRow(
  total: number,
  idAt: (index: number) => string | undefined,
  toggle: (id: string) => void,
): number | undefined {
  const navigate = useNavigate()
  const [active, setActive] = useState<number>()
  const id = active === undefined ? undefined : idAt(active)
  useKeys({
    j: () => setActive(at => Math.min(total - 1, (at ?? -1) + 1)),
    k: () => setActive(at => Math.max(0, (at ?? 1) - 1)),
    x: () => id && toggle(id),
    o: () => id && void navigate({ to: '/ledger/$id', params: { id } }),
  })
  return active
}
