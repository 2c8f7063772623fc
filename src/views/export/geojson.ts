import type { Atlas } from '../../resolve/atlas.ts'
import type { Point } from '../../lang/gazetteer.ts'
import type { Thing } from '../../ledger/query/entities.ts'
import type { GateRow } from '../ledger/gates.ts'

/** A feature of GeoJSON (RFC 7946): longitude before latitude. `geometry` is null where no place is known. */
export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
    | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] }
    | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** A gate at a day. `approximate`: the point stands beside the gate, or in the middle of its commune. */
export function gateFeature(row: GateRow, { gazetteer }: Atlas): Feature {
  const point = row.ref === null ? null : (gazetteer.gates.get(row.ref)?.point ?? null)
  return {
    type: 'Feature',
    id: row.id,
    geometry: point && { type: 'Point', coordinates: lonLat(point) },
    properties: {
      kind: 'gate',
      name: row.label,
      ref: row.ref,
      class: row.class?.value ?? (row.gazetteer?.held ? row.gazetteer.class : null),
      classBy: row.class ? 'reports' : row.gazetteer?.held ? 'gazetteer' : null,
      classFirst: row.class?.first ?? null,
      classLast: row.class?.last ?? null,
      gazetteerClass: row.gazetteer?.class ?? null,
      gazetteerSince: row.gazetteer?.since ?? null,
      approximate: point?.near ?? null,
      quotes: row.by.map(({ quote, day, title, url }) => ({ quote, day, title, url })),
    },
  }
}

/** A link as a straight line between its ends: always approximate. */
export function linkFeature({ id, label, first, last, mentions, data }: Thing, atlas: Atlas): Feature {
  const { ends, mode, ref } = data as { ends: readonly string[] | null; mode: string | null; ref: string | null }
  const points = (ends ?? []).flatMap(end => atlas.place(end, null)?.point ?? gatePoint(end, atlas) ?? [])
  return {
    type: 'Feature',
    id,
    geometry: points.length > 1 ? { type: 'LineString', coordinates: points.map(lonLat) } : null,
    properties: { kind: 'link', name: label, ref, mode, ends, first, last, mentions, approximate: true },
  }
}

const gatePoint = (name: string, { gazetteer }: Atlas): Point | null =>
  [...gazetteer.gates.values()].find(gate => gate.name === name)?.point ?? null

const lonLat = ({ lon, lat }: Point): [number, number] => [lon, lat]
