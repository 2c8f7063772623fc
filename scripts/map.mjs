// Cuts the outline of the corridor out of Natural Earth's countries (world-atlas, 1:10m, public domain) into data/map/corridor.json:
//   node scripts/map.mjs
// Only north of 20° N: the mainland on both sides of the border, and no island whose owner is in dispute.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoIdentity, geoStream } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import { ROOT } from './workspace.mjs'

/** West, south, east, north, in degrees. */
const BOX = [101, 20.05, 110.6, 25.4]
/** ISO 3166-1 numbers of Natural Earth, with the codes that we use. */
const COUNTRIES = { 704: 'VN', 156: 'CN', 418: 'LA', 104: 'MM' }
/** Decimals of a degree: a hundred metres. */
const DECIMALS = 3

const topology = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8'),
)
const { countries } = topology.objects
const own = { type: 'GeometryCollection', geometries: countries.geometries.filter(({ id }) => Number(id) in COUNTRIES) }

const round = ([lon, lat]) => [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))]

/** The lines of a geometry within the box, as lists of positions. */
function cut(geometry) {
  const [west, south, east, north] = BOX
  const lines = []
  let line = null
  const sink = {
    point: (x, y) => line?.push([x, y]),
    lineStart: () => (line = []),
    lineEnd: () => {
      const rounded = line.map(round).filter((at, i, all) => i === 0 || at.join() !== all[i - 1].join())
      if (rounded.length > 1) lines.push(rounded)
      line = null
    },
    polygonStart() {},
    polygonEnd() {},
    sphere() {},
  }
  const clipped = geoIdentity()
    .clipExtent([
      [west, south],
      [east, north],
    ])
    .stream(sink)
  geoStream(geometry, clipped)
  return lines
}

const outline = {
  source: 'Natural Earth 4.1, 1:10m, by world-atlas 2.0.2 (public domain); lines of countries north of 20° N',
  box: BOX,
  countries: own.geometries.map(geometry => ({
    country: COUNTRIES[Number(geometry.id)],
    rings: cut(feature(topology, geometry).geometry),
  })),
  borders: cut(mesh(topology, own, (a, b) => a !== b)),
  coast: cut(mesh(topology, countries, (a, b) => a === b)),
}
writeFileSync(`${ROOT}data/map/corridor.json`, `${JSON.stringify(outline)}\n`)
