import type { BriefingSection } from '../api/briefing.ts'
import { cite, type Desk } from './desk.ts'
import { seriesChart, stagesChart } from './drawings.ts'
import type { FigureFact, FigurePoint } from './facts.ts'
import { section, table } from './section.ts'
import { clipped, onPaper, upperFirst } from './typography.ts'

/** Units in which cooperation is counted, the most telling first: money, goods, people, vehicles. Lengths and spans of time tell of other things. */
const TELLING: readonly string[] = ['USD', 'CNY', 'VND', 't', 'people', 'vehicles', 'delegation', '%']

/** Syllables of a measure that say what is counted. */
const SYLLABLES = 4

const SHOWN = 12

/** Series that are drawn. */
const DRAWN = 2

/** Progress as a chart, what reports count as a table, and a chart of what they count more than once. */
export function figuresSections(desk: Desk): BriefingSection[] {
  const { words, facts } = desk
  const rows = tellingFigures(desk).map(({ figure, point }) => {
    const report = desk.reports.get(point.doc)
    const notes = report ? [cite(desk, point.quote, report, report.day)] : []
    return { cells: [nameOf(desk, figure), valueOf(desk, figure, point), words.period(point.period)], notes }
  })
  const series = facts.figures.filter(figure => isTelling(figure) && isSeries(figure)).slice(0, DRAWN)
  return [
    section({ title: words.figures.title }),
    section({ level: 2, title: words.figures.progress, drawing: stagesChart(desk) }),
    section({
      level: 2,
      title: words.figures.told,
      intro: rows.length === 0 ? words.figures.none : null,
      table: rows.length === 0 ? null : table(words.figures.head, [56, 24, 20], rows),
    }),
    ...series.map(figure => section({ level: 2, title: nameOf(desk, figure), drawing: seriesChart(desk, figure) })),
  ]
}

const isTelling = ({ unit, label }: FigureFact): boolean =>
  TELLING.includes(unit) && /^\p{L}/u.test(label) && label.split(/\s+/u).length >= SYLLABLES

/** Several values of several periods: what can be compared. */
const isSeries = ({ points }: FigureFact): boolean =>
  points.length > 1 &&
  points.every(({ period }) => period !== '') &&
  new Set(points.map(({ period }) => period)).size > 1

/** Figures with a measure and a unit that tell of cooperation, the latest point of each. */
function tellingFigures({ facts }: Desk): { figure: FigureFact; point: FigurePoint }[] {
  const latest = facts.figures.filter(isTelling).flatMap(figure => {
    const point = figure.points.toSorted((a, b) => (a.period < b.period ? 1 : -1))[0]
    return point && point.period !== '' ? [{ figure, point }] : []
  })
  const once = new Map(latest.map(each => [`${each.figure.unit} ${each.point.value}`, each]))
  return [...once.values()]
    .toSorted(
      (a, b) =>
        TELLING.indexOf(a.figure.unit) - TELLING.indexOf(b.figure.unit) ||
        (a.point.period < b.point.period
          ? 1
          : a.point.period > b.point.period
            ? -1
            : a.figure.id < b.figure.id
              ? -1
              : 1),
    )
    .slice(0, SHOWN)
}

const NAME = 90

function nameOf({ lang, words, onomasticon }: Desk, { label, place }: FigureFact): string {
  const own = clipped(onPaper(label), NAME)
  const where = place === null ? null : onomasticon.name(place, lang)
  const said = lang === 'vi' ? upperFirst(own) : words.quoted(own)
  return where === null || own.includes(where) ? said : words.alias(said, [where])
}

const valueOf = ({ words }: Desk, { unit }: FigureFact, { value, bound }: FigurePoint): string =>
  `${words.bounds[bound] ?? ''}${words.quantity(value, unit)}`
