import type { ReactNode } from 'react'
import type { PlaceHistory } from '../../views/api/things.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../language.tsx'
import css from '../pages/corridor.module.css'
import { corridorWords } from '../words/corridor.ts'
import { CorridorLegend, CorridorMap } from './corridor-map.tsx'
import { MentionList } from './mention-list.tsx'
import { Table } from './table.tsx'
import { UndertakingTable } from './undertaking-table.tsx'

/** What the pages of a gate and of a link share: where it is, undertakings about it, what reports say. */
export function PlaceSections({ history, children }: { readonly history: PlaceHistory; readonly children: ReactNode }) {
  const t = useWords(corridorWords)
  const { gate, link, undertakings, mentions } = history
  return (
    <>
      <div className={css.columns}>
        <div>
          {children}
          <ClassHistory history={history} />
        </div>
        <div>
          <CorridorMap gates={gate ? [gate] : []} links={link ? [link] : []} chosen={gate?.id ?? link?.id ?? null} />
          <CorridorLegend />
        </div>
      </div>
      <section className={css.table}>
        <h2>{t.about}</h2>
        {undertakings.length === 0 ? (
          <p>{t.noUndertakings}</p>
        ) : (
          <UndertakingTable caption={t.about} rows={undertakings} />
        )}
      </section>
      <section className={css.table}>
        <h2>{t.said}</h2>
        <MentionList mentions={mentions} />
      </section>
    </>
  )
}

/** What a gate was called, from when to when, by how many reports. */
function ClassHistory({ history }: { readonly history: PlaceHistory }) {
  const t = useWords(corridorWords)
  const { gateClasses } = useLedgerWords()
  const { language } = useLanguage()
  const format = formatIn(language)
  if (history.classes.length === 0) return null
  const day = (value: string | null): string => (value ? format.day(value) : '–')
  return (
    <Table
      caption={t.history}
      captioned
      rows={history.classes}
      keyOf={({ value, first }) => `${value} ${first}`}
      columns={[
        { key: 'class', head: t.class, cell: ({ value }) => gateClasses[value] ?? value },
        { key: 'first', head: t.firstSaid, numeric: true, cell: ({ first }) => day(first) },
        { key: 'last', head: t.lastHeard, numeric: true, cell: ({ last }) => day(last) },
        { key: 'by', head: t.by, cell: ({ reports }) => t.reports(reports) },
      ]}
    />
  )
}
