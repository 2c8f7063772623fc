import { geoIdentity, geoMercator, geoPath } from 'd3-geo'
import type { Mark, Role, XY } from './drawing.ts'

/** Longitude and latitude in degrees (WGS 84). */
export type LonLat = readonly [lon: number, lat: number]

/** Lines of countries as `data/map/corridor.json` has them, cut to a box. */
export interface Outline {
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
  readonly countries: readonly { readonly country: string; readonly rings: readonly (readonly LonLat[])[] }[]
  readonly borders: readonly (readonly LonLat[])[]
  readonly coast: readonly (readonly LonLat[])[]
}

/** A map of some size: where a position stands on it, and what lines and areas look like there. */
export interface MapFrame {
  readonly width: number
  readonly height: number
  /** Null outside the map. */
  readonly place: (at: LonLat) => XY | null
  readonly lines: (lines: readonly (readonly LonLat[])[]) => string
  readonly areas: (rings: readonly (readonly LonLat[])[]) => string
}

/**
 * Fits a part of the outline into a width; the height follows from Mercator's projection (which keeps the shape of a coast at
 * these latitudes). `box`: what is to be seen, if not the whole outline.
 */
export function mapFrame(outline: Outline, width: number, box: Outline['box'] = outline.box): MapFrame {
  const [west, south, east, north] = box
  const unit = geoMercator().scale(1).translate([0, 0])
  const [left, top] = unit([west, north])!
  const [right, bottom] = unit([east, south])!
  const scale = width / (right - left)
  const height = Math.round((bottom - top) * scale)
  const at = ([lon, lat]: LonLat): [number, number] => {
    const [x, y] = unit([lon, lat])!
    return [(x - left) * scale, (y - top) * scale]
  }
  const clipped = geoIdentity().clipExtent([
    [0, 0],
    [width, height],
  ])
  const drawn = geoPath(clipped).digits(1)
  return {
    width,
    height,
    place: ([lon, lat]) => (lon < west || lon > east || lat < south || lat > north ? null : at([lon, lat])),
    lines: lines => drawn({ type: 'MultiLineString', coordinates: lines.map(line => line.map(at)) }) ?? '',
    areas: rings => drawn({ type: 'MultiPolygon', coordinates: rings.map(ring => [[...ring, ring[0]].map(at)]) }) ?? '',
  }
}

/** Land of the two sides and of others, coast and borders: what a map is painted on. `ours`, `theirs`: ISO 3166-1 codes. */
export function landMarks(outline: Outline, frame: MapFrame, ours: string, theirs: string): Mark[] {
  const roleOf = (country: string): Role =>
    country === ours ? 'land-ours' : country === theirs ? 'land-theirs' : 'land-other'
  return [
    { shape: 'rect', role: 'sea', at: [0, 0], width: frame.width, height: frame.height },
    ...outline.countries.map(({ country, rings }): Mark => ({
      shape: 'path',
      role: roleOf(country),
      d: frame.areas(rings),
      of: country,
    })),
    { shape: 'path', role: 'coast', d: frame.lines(outline.coast) },
    { shape: 'path', role: 'border', d: frame.lines(outline.borders) },
  ]
}
