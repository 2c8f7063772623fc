import { scaleUtc } from 'd3-scale'
import { rungOf, type Stage, STAGES } from '../../../model/stage.ts'
import type { Telling, UndertakingDetail } from '../../../views/api/undertakings.ts'

/** One report on the lane. */
export interface LaneMark {
  readonly doc: string
  readonly x: number
  readonly y: number
  readonly stage: Stage
  readonly stalled: boolean
  readonly again: boolean
  readonly contradicts: boolean
}

/** The history of an undertaking as a drawing: time runs to the right, stages rise. Lengths are in pixels. */
export interface Lane {
  readonly width: number
  readonly height: number
  readonly rungs: readonly { readonly stage: Stage; readonly y: number }[]
  readonly marks: readonly LaneMark[]
  /** The stage that was reached, day after day: an SVG path. */
  readonly path: string
  /** From the last word to the day that is looked at; null where it is done. */
  readonly silence: { readonly x: number; readonly width: number } | null
  readonly ticks: readonly { readonly x: number; readonly day: string }[]
}

const LEFT = 104
const RIGHT = 16
const TOP = 12
const RUNG = 22
const AXIS = 26
const DAY = 86_400_000

/** Days before the first and after the last that are also shown, so that marks do not stand on the edge. */
const MARGIN = 20

const LADDER = STAGES.filter(stage => rungOf(stage) >= 0)

const time = (day: string): number => Date.parse(day)
const yOf = (stage: Stage): number => TOP + (LADDER.length - 1 - rungOf(stage)) * RUNG

/** Draws a lane of a width; null where no report has a day. */
export function laneOf({ tellings, contradictions, row, at }: UndertakingDetail, width: number): Lane | null {
  const dated = tellings.filter((telling): telling is Telling & { day: string } => telling.day !== null)
  if (dated.length === 0) return null
  const bottom = TOP + (LADDER.length - 1) * RUNG
  const days = [...dated.map(({ day }) => day), at].map(time)
  const scale = scaleUtc()
    .domain([Math.min(...days) - MARGIN * DAY, Math.max(...days) + MARGIN * DAY])
    .range([LEFT, width - RIGHT])
  const opposed = new Set(contradictions.flatMap(each => each.tellings.map(({ doc }) => doc)))
  let furthest = LADDER[0]
  const marks = dated.map(({ doc, day, stage, stalled, again }) => {
    if (rungOf(stage) > rungOf(furthest)) furthest = stage
    const state = { stage, stalled, again, contradicts: opposed.has(doc) }
    // That it is late or stopped is said where it stood.
    return { doc, x: scale(time(day)), y: yOf(stage === 'stalled' ? furthest : stage), ...state }
  })
  const end = scale(time(at))
  const last = marks.at(-1)!.x
  return {
    width,
    height: bottom + AXIS,
    rungs: LADDER.map(stage => ({ stage, y: yOf(stage) })),
    marks: spread(marks),
    path: pathOf(marks, end),
    silence: row.stage === 'done' || end - last < 1 ? null : { x: last, width: end - last },
    ticks: scale.ticks(Math.max(2, Math.floor(width / 160))).map(tick => ({
      x: scale(tick),
      day: tick.toISOString().slice(0, 10),
    })),
  }
}

/** Half of a mark: reports of one day on one stage stand beside each other instead of behind. */
const APART = 9

function spread(marks: readonly LaneMark[]): LaneMark[] {
  const taken: { x: number; y: number }[] = []
  return marks.map(mark => {
    let { x } = mark
    while (taken.some(each => each.y === mark.y && Math.abs(each.x - x) < APART)) x += APART
    taken.push({ x, y: mark.y })
    return { ...mark, x }
  })
}

/** The furthest stage so far, as steps; it goes on to the day that is looked at. */
function pathOf(marks: readonly LaneMark[], end: number): string {
  const steps: string[] = []
  let y = Number.POSITIVE_INFINITY
  for (const mark of marks) {
    if (mark.y >= y) continue
    steps.push(steps.length === 0 ? `M${round(mark.x)} ${mark.y}` : `H${round(mark.x)}V${mark.y}`)
    y = mark.y
  }
  return [...steps, `H${round(end)}`].join('')
}

const round = (x: number): number => Math.round(x * 10) / 10
