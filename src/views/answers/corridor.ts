import type { Thing } from '../../ledger/query/entities.ts'
import type { ObjectStanding } from '../../ledger/query/objects.ts'
import type { Gate, Link, Point } from '../../lang/gazetteer.ts'
import type { Atlas } from '../../resolve/atlas.ts'
import type { GateRow as Told } from '../ledger/gates.ts'
import type { GateRow, LinkRow } from '../api/things.ts'
import type { Mention } from '../api/words.ts'
import { spanOf } from './mentions.ts'
import { namedOf } from './named.ts'

type Position = [number, number]

const lonLat = ({ lon, lat }: Point): Position => [lon, lat]

/** A gate of the ledger at a day, with what the gazetteer knows of it. `by`: the mentions of its class. */
export function gateRow(
  told: Told,
  by: readonly Mention[],
  standing: ObjectStanding | undefined,
  atlas: Atlas,
): GateRow {
  const { id, label, ref, first, last, mentions } = told
  const known = ref === null ? undefined : atlas.gazetteer.gates.get(ref)
  return {
    ...namedOf({ id, kind: 'gate', label, data: { ref } }),
    ...whereIs(known, atlas),
    class: told.class && spanOf(told.class),
    by: [...by],
    others: told.others.map(spanOf),
    gazetteer: told.gazetteer && { ...told.gazetteer },
    mentions,
    first,
    last,
    undertakings: standing?.undertakings ?? 0,
  }
}

/** A lane without a point of its own stands about where its pair does. */
function whereIs(gate: Gate | undefined, { gazetteer }: Atlas) {
  const pair = gate?.pair ? gazetteer.gates.get(gate.pair) : undefined
  const point = gate?.point ?? pair?.point ?? null
  return {
    pair: gate?.pair ?? null,
    province: gate?.province ?? null,
    counterpart: gate?.counterpart || null,
    position: point && lonLat(point),
    approximate: point !== null && (gate?.point === null || point.near),
  }
}

/** A link of the ledger at a day. Its line leads through those of its ends and stops whose places are known. */
export function linkRow(thing: Thing, standing: ObjectStanding | undefined, atlas: Atlas): LinkRow {
  const { first, last, mentions, data } = thing
  const ends = (data['ends'] as readonly string[] | null) ?? []
  const known = typeof data['ref'] === 'string' ? atlas.gazetteer.links.get(data['ref']) : undefined
  return {
    ...namedOf(thing),
    mode: typeof data['mode'] === 'string' ? data['mode'] : null,
    ends: [...ends],
    line: lineOf(known, ends, atlas),
    stage: standing?.stage ?? null,
    undertakings: standing?.undertakings ?? 0,
    mentions,
    first,
    last,
  }
}

function lineOf(link: Link | undefined, ends: readonly string[], atlas: Atlas): Position[] | null {
  const [from, to] = ends
  const names = to === undefined ? ends : [from, ...(link?.stops ?? []), to]
  const found = names.flatMap(name => pointAt(name, atlas) ?? [])
  // The two ends of a bridge are one point of the gazetteer: that is no line.
  const points = found.filter((at, i) => at.lat !== found[i - 1]?.lat || at.lon !== found[i - 1]?.lon)
  return points.length > 1 ? points.map(lonLat) : null
}

const pointAt = (name: string, atlas: Atlas): Point | null =>
  [...atlas.gazetteer.gates.values()].find(gate => gate.name === name || gate.counterpart === name)?.point ??
  atlas.place(name, null)?.point ??
  null
