import { rungOf, STAGES } from '../../model/stage.ts'
import type { BriefingSection } from '../api/briefing.ts'
import { type Bar, barChart } from '../drawing/chart.ts'
import { corridorDrawing } from '../drawing/corridor.ts'
import type { Drawing } from '../drawing/drawing.ts'
import type { LonLat, Outline } from '../drawing/outline.ts'
import { svgOf } from '../drawing/svg.ts'
import { bothNames, type Desk } from './desk.ts'
import type { FigureFact } from './facts.ts'
import { lastMonths, MONTHS } from './months.ts'
import { numberIn, onPaper } from './typography.ts'

type Shown = NonNullable<BriefingSection['drawing']>

/** Width of drawings in CSS pixels: that of the lines, so that letters of the drawing have the size that they say. */
const WIDTH = 620

/** What is on the paper first; the others are for screens that lack it. */
const FONTS = "'Noto Serif', 'Noto Sans SC', 'Be Vietnam Pro', serif"

/** A drawing with its number and caption; `told`: what it shows, part by part, for those who cannot see it. */
function shown(desk: Desk, drawing: Drawing, caption: string, told: readonly string[]): Shown {
  const { width, height } = drawing
  const alt = desk.words.captioned(caption, told)
  desk.drawn.count++
  const svg = svgOf(drawing, { title: alt, font: FONTS })
  return { svg, caption: desk.words.figure(desk.drawn.count, caption), alt, width, height }
}

/** How many items stand at each stage. */
export function stagesChart(desk: Desk): Shown | null {
  const { facts, words, lang } = desk
  if (facts.items.length === 0) return null
  const bars = STAGES.filter(stage => rungOf(stage) >= 0).map((stage): Bar => {
    const value = facts.items.filter(({ row }) => row.stage === stage).length
    return { id: stage, label: words.stages[stage], value, text: String(value), side: null }
  })
  const frame = {
    width: WIDTH,
    height: 170,
    letters: 8.8,
    tick: (value: number) => (Number.isInteger(value) ? numberIn(lang, value) : ''),
  }
  const told = bars.filter(({ value }) => value > 0).map(({ label, text }) => `${label} ${text}`)
  return shown(desk, barChart(bars, frame), words.figures.byStage, told)
}

/** How many reports were read of each side, month by month. */
export function monthsChart(desk: Desk): Shown {
  const { facts, words, sides, lang } = desk
  const months = lastMonths(facts.options.at, MONTHS)
  const bars = months.flatMap((month, i): Bar[] =>
    (['ours', 'partner'] as const).map(side => {
      const value = facts.coverage[side].get(month) ?? 0
      const label = side === 'ours' ? `${month.slice(5)}/${month.slice(2, 4)}` : ''
      return {
        id: `${i} ${side}`,
        label,
        value,
        text: value === 0 ? '' : String(value),
        side: side === 'ours' ? 'ours' : 'theirs',
      }
    }),
  )
  const frame = {
    width: WIDTH,
    height: 120,
    letters: 9,
    tick: (value: number) => (Number.isInteger(value) ? numberIn(lang, value) : ''),
  }
  const told = months.map(
    month =>
      `${words.month(month)}: ${facts.coverage.ours.get(month) ?? 0} – ${facts.coverage.partner.get(month) ?? 0}`,
  )
  return shown(desk, barChart(bars, frame), words.gaps.chart(sides), told)
}

/** The values that reports give of a measure, in the order of what they tell of. */
export function seriesChart(desk: Desk, { label, unit, points }: FigureFact): Shown {
  const { words, lang } = desk
  const bars = points.map(({ value, bound, period }, i): Bar => ({
    id: String(i),
    label: words.period(period),
    value,
    text: `${words.bounds[bound] ?? ''}${words.quantity(value, unit)}`,
    side: null,
  }))
  const frame = { width: WIDTH, height: 190, letters: 9.5, tick: (value: number) => numberIn(lang, value) }
  return shown(
    desk,
    barChart(bars, frame),
    onPaper(label),
    bars.map(bar => `${bar.label}: ${bar.text}`),
  )
}

/** The gates and links of the two sides; null where no position is known. */
export function corridorMap(desk: Desk): Shown | null {
  const { facts, words, onomasticon, lang } = desk
  const { gates, links, outline } = facts
  if (!gates.some(({ position }) => position)) return null
  const name = (ref: string | null, label: string): string =>
    ref === null ? onPaper(label) : onomasticon.name(ref, lang).split(' - ')[0]
  const box = boxAround(gates.flatMap(({ position }) => (position ? [position] : [])))
  const drawing = corridorDrawing(
    outline,
    {
      gates: gates.map(({ row, position, approximate }) => ({
        id: row.id,
        name: name(row.ref, row.label),
        title: row.ref === null ? row.label : bothNames(desk, row.ref),
        position,
        approximate,
        class: row.class?.value ?? (row.gazetteer?.held ? row.gazetteer.class : null),
        mentions: row.mentions,
      })),
      links: links.map(({ id, label, line, stage }) => ({ id, title: label, line, stage })),
      ours: facts.countries.ours,
      theirs: facts.countries.partner,
      chosen: null,
      countries: countriesIn(box, desk),
    },
    WIDTH,
    9.5,
    box,
  )
  const known = gates.filter(({ position }) => position).map(({ row }) => name(row.ref, row.label))
  return shown(desk, drawing, words.corridor.map, known)
}

/** Degrees around the gates, the least width of a map, and its height for its width. */
const MARGIN = 0.35
const LEAST = 3
const HEIGHT = 0.46

/** The part of the map in which some gates lie. */
function boxAround(positions: readonly LonLat[]): Outline['box'] {
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)]
  const [lon, lat] = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
  const span = Math.max(...lats) - Math.min(...lats)
  const width = Math.max(LEAST, Math.max(...lons) - Math.min(...lons) + 2 * MARGIN, (span + 2 * MARGIN) / HEIGHT)
  const half = [width / 2, (width * HEIGHT) / 2]
  return [lon - half[0], lat - half[1], lon + half[0], lat + half[1]]
}

/** The names of the two countries: along the whole border Việt Nam lies south-west of it, and China north-east. */
const countriesIn = ([west, south, east, north]: Outline['box'], { onomasticon, lang }: Desk) => [
  {
    name: onomasticon.name('vn', lang),
    position: [west + (east - west) * 0.25, south + (north - south) * 0.2] as const,
  },
  {
    name: onomasticon.name('cn', lang),
    position: [west + (east - west) * 0.75, south + (north - south) * 0.85] as const,
  },
]
