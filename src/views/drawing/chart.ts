import { scaleBand, scaleLinear } from 'd3-scale'
import { type Drawing, lineThrough, type Mark } from './drawing.ts'
import { widthOf } from './labels.ts'

/** A bar: one value that one report gives. Bars are never added up, nor joined by a line: reports measure different periods. */
export interface Bar {
  readonly id: string
  /** The period, for people. */
  readonly label: string
  readonly value: number
  /** The value as it is written above its bar: with "≈" or ">", short. */
  readonly text: string
  readonly side: 'ours' | 'theirs' | null
}

export interface ChartFrame {
  readonly width: number
  readonly height: number
  /** How a mark of the axis is written. */
  readonly tick: (value: number) => string
  readonly letters?: number
}

const TICKS = 4
/** Figures of reports are counted in whole units, or in hundredths. */
const LEAST = 1e-9
/** Wider bars look like areas. */
const WIDEST = 64

/** A chart of bars in the order given, from zero (or from the least negative value) upwards. */
export function barChart(bars: readonly Bar[], { width, height, tick, letters = 11 }: ChartFrame): Drawing {
  const values = bars.map(({ value }) => value)
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  // What is too small to be measured is drawn as nothing: the scale would have no marks.
  const y = scaleLinear()
    .domain([least, most - least < LEAST ? least + 1 : most])
    .nice(TICKS)
  const ticks = y.ticks(TICKS)
  const left = Math.max(...ticks.map(at => widthOf(tick(at), letters)), 0) + letters
  y.range([height - letters * 2, letters * 2])
  const x = scaleBand()
    .domain(bars.map(({ id }) => id))
    .range([left, width])
    .padding(0.25)
  return {
    width,
    height,
    marks: [
      ...ticks.flatMap((at): Mark[] => [
        { shape: 'path', role: at === 0 ? 'axis' : 'grid', d: lineThrough([[left, y(at)], [width, y(at)]]) }, // prettier-ignore
        { shape: 'text', role: 'axis', at: [left - 6, y(at) + letters * 0.35], text: tick(at), anchor: 'end', size: letters }, // prettier-ignore
      ]),
      ...bars.flatMap(bar => barMarks(bar, x(bar.id)!, x.bandwidth(), y, { height, letters })),
    ],
  }
}

type Scale = (value: number) => number

function barMarks(
  { id, label, value, text, side }: Bar,
  left: number,
  band: number,
  y: Scale,
  { height, letters }: { readonly height: number; readonly letters: number },
): Mark[] {
  const width = Math.min(band, WIDEST)
  const middle = left + band / 2
  const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))]
  const role = side === null ? 'bar' : side === 'ours' ? 'bar-ours' : 'bar-theirs'
  return [
    ...(value === 0 ? [] : [{ shape: 'rect', role, at: [middle - width / 2, top], width, height: Math.max(1, bottom - top), of: id, title: `${label}: ${text}` } as const]), // prettier-ignore
    ...fitting(text, band, letters, [middle, top - 5], 'value'),
    ...fitting(label, band, letters, [middle, height - letters * 0.6], 'axis'),
  ]
}

/** A text where its band is wide enough for it; the table beside the chart has all of them. */
const fitting = (text: string, band: number, size: number, at: readonly [number, number], role: 'value' | 'axis') =>
  widthOf(text, size) > band * 1.3 ? [] : [{ shape: 'text', role, at, text, anchor: 'middle', size } satisfies Mark]
