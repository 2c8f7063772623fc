import { type Drawing, lineThrough, type Mark, type XY } from './drawing.ts'
import { placeLabels, type Wanted } from './labels.ts'
import { landMarks, type LonLat, mapFrame, type Outline } from './outline.ts'

/** A gate on the map. `approximate`: the point stands beside it, or in its commune. */
export interface MapGate {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly position: LonLat | null
  readonly approximate: boolean
  /** Its class at the day, by reports or the gazetteer; null where none is known. */
  readonly class: string | null
  /** Reports that speak of it: those with most are named first. */
  readonly mentions: number
}

/** A road, railway or bridge as a line through what is known of its ends: always approximate. */
export interface MapLink {
  readonly id: string
  readonly title: string
  readonly line: readonly LonLat[] | null
  /** `done`: in service; anything else is under way or only spoken of. */
  readonly stage: string | null
}

export interface CorridorMap {
  readonly gates: readonly MapGate[]
  readonly links: readonly MapLink[]
  /** ISO 3166-1 codes, for the colour of the land. */
  readonly ours: string
  readonly theirs: string
  /** Id of the gate or link that is looked at. */
  readonly chosen: string | null
  /** Names of countries where they stand on the map. */
  readonly countries: readonly { readonly name: string; readonly position: LonLat }[]
}

/** West, south, east, north: the border and the ports, with the railways that lead there. */
const CLOSE_UP: Outline['box'] = [102, 20.2, 109.4, 24.2]

/** The size of letters that can be read, in pixels. */
const LETTERS = 11

/** The corridor at a day: land, links, gates, names. What lies outside the map is left out: the table beside it has it. */
export function corridorDrawing(
  outline: Outline,
  map: CorridorMap,
  width: number,
  letters = LETTERS,
  box = CLOSE_UP,
): Drawing {
  const frame = mapFrame(outline, width, box)
  const links = map.links.flatMap(({ id, line, stage, title }): Mark[] => {
    const points = (line ?? []).map(frame.place).filter(at => at !== null)
    if (points.length < 2) return []
    const role = stage === 'done' ? 'link-done' : stage === null ? 'link' : 'link-open'
    return [{ shape: 'path', role, d: lineThrough(points), of: id, title }]
  })
  const placed = apart(map.gates, map.chosen).flatMap(gate => {
    const at = gate.position && frame.place(gate.position)
    return at ? [{ gate, at }] : []
  })
  const wanted = placed.map(({ gate, at }): Wanted => ({
    text: gate.name,
    at,
    weight: gate.id === map.chosen ? Infinity : gate.mentions,
    of: gate.id,
  }))
  return {
    width,
    height: frame.height,
    marks: [
      ...landMarks(outline, frame, map.ours, map.theirs),
      ...map.countries.flatMap(({ name, position }): Mark[] => {
        const at = frame.place(position)
        return at ? [{ shape: 'text', role: 'country', at, text: name, anchor: 'middle', size: letters * 1.3 }] : []
      }),
      ...links,
      ...placed.flatMap(({ gate, at }) => gateMarks(gate, at, gate.id === map.chosen)),
      ...placeLabels(wanted, letters, { width, height: frame.height }),
    ],
  }
}

/** Of gates on one spot, such as a pair and its lanes, only the first is drawn; international ones come last, on top. */
function apart(gates: readonly MapGate[], chosen: string | null): readonly MapGate[] {
  const rank = (gate: MapGate): number => (gate.id === chosen ? 2 : gate.class === 'international' ? 1 : 0)
  const once = new Map<string, MapGate>()
  for (const gate of gates.toSorted((a, b) => rank(b) - rank(a) || b.mentions - a.mentions))
    if (gate.position && !once.has(gate.position.join())) once.set(gate.position.join(), gate)
  return [...once.values()].toReversed()
}

/** A gate is a dot; a ring around it says that it stands there only about. */
function gateMarks({ id, title, approximate, class: open }: MapGate, at: XY, chosen: boolean): Mark[] {
  const dot: Mark = {
    shape: 'circle',
    role: open === 'international' ? 'gate-international' : 'gate',
    at,
    radius: open === 'international' ? 4.5 : 3.5,
    of: id,
    title,
  }
  return [
    ...(approximate ? [{ shape: 'circle', role: 'gate-approximate', at, radius: 7, of: id } as const] : []),
    ...(chosen ? [{ shape: 'circle', role: 'gate-chosen', at, radius: 10, of: id } as const] : []),
    dot,
  ]
}
