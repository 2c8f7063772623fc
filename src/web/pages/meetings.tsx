import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { MeetingRow } from '../../views/api/meetings.ts'
import { many, one, type Search } from '../address.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWording, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { Button } from '../parts/button.tsx'
import { Facet } from '../parts/facet.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Name } from '../parts/sides.tsx'
import { EmptyState, ErrorState, Skeleton } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { meetingWords } from '../words/meetings.ts'
import { shellWords } from '../words/shell.ts'
import { byYear, tally } from './meeting/grouping.ts'
import { meetingTitle } from './meeting/title.ts'
import css from './meetings.module.css'

/** Meetings of one answer, and those among which the values of the filters are counted. */
const PAGE = 50
const COUNTED = 200

const filterOf = (search: Search) => ({
  q: one(search, 'q'),
  side: [...many(search, 'side')],
  mechanism: one(search, 'mechanism'),
  since: one(search, 'since'),
  until: one(search, 'until'),
})

/** All meetings, by year. */
export function MeetingsPage() {
  const t = useWords(meetingWords)
  const pages = useWords(shellWords).pages
  const [search, change] = useAddress()
  const filter = filterOf(search)
  const [shown, setShown] = useState(1)
  const pagesAsked = useQueries({
    queries: Array.from({ length: shown }, (_, i) => api.meetings({ ...filter, offset: i * PAGE, limit: PAGE })),
  })
  const failed = pagesAsked.find(({ error }) => error)
  const rows = pagesAsked[0].data && pagesAsked.flatMap(({ data }) => data?.rows ?? [])
  const clear = () => change({ q: undefined, side: [], mechanism: undefined, since: undefined, until: undefined })
  return (
    <>
      <PageHead title={pages.meetings} lead={t.lead} />
      <div className={css.layout}>
        <Filters />
        <section aria-label={t.list}>
          {failed?.error && <ErrorState error={failed.error} retry={() => void failed.refetch()} />}
          {!rows && !failed && <Skeleton />}
          {rows?.length === 0 && (
            <EmptyState title={t.none}>
              <Button onClick={clear}>{t.clear}</Button>
            </EmptyState>
          )}
          {rows && <Years rows={rows} />}
          {pagesAsked.at(-1)?.data?.more && <Button onClick={() => setShown(shown + 1)}>{t.more}</Button>}
        </section>
      </div>
    </>
  )
}

function Filters() {
  const t = useWords(meetingWords)
  const names = useNames()
  const [search, change] = useAddress()
  const id = useId()
  const { data } = useQuery(api.meetings({ limit: COUNTED }))
  const { side, mechanism } = filterOf(search)
  const toggle = (value: string) =>
    change({ side: side.includes(value) ? side.filter(each => each !== value) : [...side, value] })
  const field = (name: 'since' | 'until', label: string) => (
    <label htmlFor={`${id}-${name}`}>
      {label}
      <input
        id={`${id}-${name}`}
        type="date"
        value={one(search, name) ?? ''}
        onChange={({ target }) => change({ [name]: target.value || undefined }, { replace: true })}
      />
    </label>
  )
  return (
    <div className={css.filters} data-screen-only>
      <label htmlFor={`${id}-q`}>
        {t.words}
        <input
          id={`${id}-q`}
          type="search"
          value={one(search, 'q') ?? ''}
          onChange={({ target }) => change({ q: target.value || undefined }, { replace: true })}
        />
      </label>
      <div className={css.days}>
        {field('since', t.from)}
        {field('until', t.until)}
      </div>
      <Facet
        title={t.sides}
        values={tally(data?.rows.flatMap(({ parties }) => parties) ?? [])}
        chosen={side}
        name={names.name}
        toggle={toggle}
      />
      <Facet
        title={t.mechanisms}
        values={tally(data?.rows.flatMap(row => row.mechanism ?? []) ?? []).filter(({ value }) => names.known(value))}
        chosen={mechanism === undefined ? [] : [mechanism]}
        name={names.name}
        toggle={value => change({ mechanism: mechanism === value ? undefined : value })}
      />
    </div>
  )
}

function Years({ rows }: { readonly rows: readonly MeetingRow[] }) {
  const t = useWords(meetingWords)
  return byYear(rows).map(([year, own]) => (
    <section key={year} className={css.year}>
      <h2>{year === '' ? t.undatedYear : year}</h2>
      <ol>
        {own.map(row => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
    </section>
  ))
}

function Row({ row }: { readonly row: MeetingRow }) {
  const t = useWords(meetingWords)
  const words = useWording()
  const names = useNames()
  const { language } = useLanguage()
  const { id, start, place, mechanism, reports } = row
  return (
    <li className={css.row} data-told={reports > 0 || undefined}>
      <span className={css.day}>{start ? formatIn(language).day(start) : '–'}</span>
      <span className={css.what}>
        <Link to="/meetings/$id" params={{ id }}>
          {meetingTitle(row, words, names)}
        </Link>
        <span className={css.beside}>
          {mechanism && names.known(mechanism) && <Name id={mechanism} />}
          {place && <Name id={place} />}
        </span>
      </span>
      <span className={css.reports}>{reports > 0 ? t.reports(reports) : t.onlyNamed}</span>
    </li>
  )
}
