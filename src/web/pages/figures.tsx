import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FigurePoint, FigureSeries } from '../../views/api/things.ts'
import { barChart } from '../../views/drawing/chart.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { DrawingView } from '../parts/drawing.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Quote } from '../parts/quote.tsx'
import { SideLabel } from '../parts/sides.tsx'
import { Table } from '../parts/table.tsx'
import { ThingList, useThingQuery } from '../parts/thing-list.tsx'
import { useWidth } from '../parts/use-width.ts'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'
import { unitWords } from '../words/units.ts'
import css from './thing.module.css'

/** Series of one page. */
const SERIES = 20

/** Series of figures by measure and place, every point quoted. */
export function FiguresPage() {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const query = useThingQuery(SERIES)
  const answer = useQuery({ ...api.figures(query), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead title={pages.figures} lead={t.figures} />
      <ThingList of={answer} query={query}>
        {rows => rows.map(series => <Series key={series.id} series={series} />)}
      </ThingList>
    </>
  )
}

/** A period as the report means it, ISO or EDTF, shortened for people. */
const periodOf = ({ period, day }: FigurePoint, write: (day: string) => string): string => {
  const ends = (period ?? day ?? '').split('/').filter(part => part !== '')
  return ends.map(end => (/^\d{4}-\d\d-\d\d$/.test(end) ? write(end) : end)).join(' – ')
}

function Series({ series }: { readonly series: FigureSeries }) {
  const t = useWords(thingWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  const { units } = useWords(unitWords)
  const { label, place, points } = series
  const unit = units[series.unit] ?? series.unit
  const written = ({ bound, value }: FigurePoint): string => `${t.bounds[bound]}${format.number(value)} ${unit}`
  return (
    <section className={css.series}>
      <h2>
        {label} <span className={css.when}>{unit}</span> {place !== null && <SideLabel id={place} />}
      </h2>
      {points.length > 1 && <SeriesChart series={series} />}
      <Table
        caption={label}
        rows={points}
        keyOf={({ claim }) => claim}
        columns={[
          { key: 'period', head: t.period, short: true, cell: point => periodOf(point, format.day) || '–' },
          { key: 'value', head: t.value, numeric: true, short: true, cell: written },
          { key: 'change', head: t.change, cell: ({ change }) => change ?? '–' },
          {
            key: 'source',
            head: t.source,
            cell: ({ around, doc, claim, outlet, title, day }) => (
              <Quote quote={around} doc={doc} claim={claim} outlet={outlet} title={title} day={day} />
            ),
          },
        ]}
      />
    </section>
  )
}

const HEIGHT = 220

function SeriesChart({ series }: { readonly series: FigureSeries }) {
  const t = useWords(thingWords)
  const { language } = useLanguage()
  const { side } = useNames()
  const [width, ref] = useWidth()
  const { label, place, points } = series
  const drawing = useMemo(() => {
    if (width === null) return null
    const format = formatIn(language)
    const sided = place === null ? 'other' : side(place)
    const bars = points.map(point => ({
      id: point.claim,
      label: periodOf(point, format.day),
      value: point.value,
      text: `${t.bounds[point.bound]}${format.compact(point.value)}`,
      side: sided === 'other' ? null : sided,
    }))
    return barChart(bars, { width, height: HEIGHT, tick: format.compact })
  }, [width, points, place, language, side, t])
  return (
    <figure className={css.chart} ref={ref}>
      {drawing && <DrawingView drawing={drawing} label={t.chart(label, points.length)} />}
    </figure>
  )
}
