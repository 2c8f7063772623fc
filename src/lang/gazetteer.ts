import type { Word } from '../grammar/lexicon.ts'
import { skeleton } from '../text/fold.ts'
import { listOf, parseTable } from './table.ts'
import type { PackFile } from './words-file.ts'

/** WGS-84. `near`: beside the thing, or inside its area; a map draws it as approximate. */
export interface Point {
  readonly lat: number
  readonly lon: number
  readonly near: boolean
}

/** A known place. Days are ISO; a unit that was merged away has a last day and a successor. */
export interface Place {
  readonly id: string
  readonly kind: string
  /** ISO 3166-1. */
  readonly country: string
  readonly parent: string | null
  readonly names: readonly string[]
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly successor: string | null
  readonly point: Point | null
}

/** A known pair of border gates, or a lane or opening inside one. */
export interface Gate {
  readonly id: string
  readonly kind: string
  readonly gateClass: string
  /** ISO day on which the class was announced. */
  readonly since: string | null
  /** What the facts are taken from, for people. */
  readonly source: string
  readonly point: Point | null
  readonly name: string
  readonly counterpart: string
  readonly province: string
  /** Id of the pair that a lane is part of; null for a pair, or where it is not known. */
  readonly pair: string | null
  readonly aliases: readonly string[]
}

export interface Link {
  readonly id: string
  readonly mode: string
  readonly name: string
  readonly ends: readonly string[]
  /** Places on the way, in order. */
  readonly stops: readonly string[]
  /** The skeletons of the ends. */
  readonly endKeys: readonly string[]
}

/** A known session of a mechanism: its number (null where it has none) and days, as ISO text of any precision. */
export interface Session {
  readonly number: number | null
  readonly start: string
  readonly end: string
  readonly place: string
}

export interface Mechanism {
  readonly id: string
  /** `series` and `committee` come together in sessions; the others are frames, agreements and single events. */
  readonly kind: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly parties: readonly string[]
  readonly sessions: readonly Session[]
}

/** All that is known of the world before a report is read. Immutable. */
export interface Gazetteer {
  readonly places: ReadonlyMap<string, Place>
  readonly gates: ReadonlyMap<string, Gate>
  readonly links: ReadonlyMap<string, Link>
  readonly mechanisms: ReadonlyMap<string, Mechanism>
  /** Terms of the fields of cooperation: term and field. */
  readonly fieldTerms: readonly { readonly term: string; readonly field: string }[]
}

/** Reads the tables of `data/gazetteer` by their file names; `names` is the column of names to read, such as `name_vi`. */
export function parseGazetteer(files: readonly PackFile[], lang: string): Gazetteer {
  const rows = (name: string): Readonly<Record<string, string>>[] => {
    const file = files.find(f => f.name === name)
    if (!file) throw new Error(`the gazetteer has no ${name}`)
    return parseTable(name, file.text)
  }
  const byId = <T extends { id: string }>(items: T[]): ReadonlyMap<string, T> =>
    new Map(items.map(item => [item.id, item]))
  return {
    places: byId([...rows('places.tsv'), ...rows('world.tsv')].map(row => placeOf(row, lang))),
    gates: byId(rows('gates.tsv').map(row => gateOf(row, lang))),
    links: byId(rows('links.tsv').map(linkOf)),
    mechanisms: byId(rows('mechanisms.tsv').map(row => mechanismOf(row, lang))),
    fieldTerms: rows('fields.tsv').flatMap(row =>
      listOf(row[`terms_${lang}`]).map(term => ({ term, field: row['id'] })),
    ),
  }
}

const placeOf = (row: Readonly<Record<string, string>>, lang: string): Place => ({
  id: row['id'],
  kind: row['kind'],
  country: row['country'],
  parent: row['parent_id'] || null,
  names: [row[`name_${lang}`], ...listOf(row['aliases'])].filter(Boolean),
  validFrom: row['valid_from'] || null,
  validTo: row['valid_to'] || null,
  successor: row['successor_id'] || null,
  point: pointOf(row, true),
})

const pointOf = ({ lat, lon }: Readonly<Record<string, string>>, near: boolean): Point | null =>
  lat && lon ? { lat: Number(lat), lon: Number(lon), near } : null

const gateOf = (row: Readonly<Record<string, string>>, lang: string): Gate => ({
  id: row['id'],
  kind: row['kind'],
  gateClass: row['class'],
  since: row['since'] || null,
  source: row['source'],
  point: pointOf(row, !row['source'].startsWith('coord:gate')),
  name: row[`name_${lang}`] || row['name_vi'],
  counterpart: row[`counterpart_${lang}`] || row[lang === 'en' ? 'counterpart_pinyin' : 'counterpart_vi'],
  province: row['vn_province'],
  pair: row['pair_id'] || null,
  aliases: listOf(row['aliases']),
})

function linkOf(row: Readonly<Record<string, string>>): Link {
  const ends = listOf(row['ends']).map(end => end.replace(/\s*\(.*\)$/u, ''))
  const stops = listOf(row['stops'])
  return { id: row['id'], mode: row['mode'], name: row['name_vi'], ends, stops, endKeys: ends.map(skeleton) }
}

const mechanismOf = (row: Readonly<Record<string, string>>, lang: string): Mechanism => ({
  id: row['id'],
  kind: row['kind'],
  name: row[`name_${lang}`] || row['name_vi'],
  aliases: listOf(row['aliases']),
  parties: listOf(row['parties']),
  sessions: listOf(row['sessions']).map(sessionOf),
})

/** `10:2023-11-13:Hà Nội`, `-:2025-01-15/2025-01-18:Nam Ninh`. */
function sessionOf(cell: string): Session {
  const [number, days, place = ''] = cell.split(':')
  const [start, end = start] = days.split('/')
  return { number: /^\d+$/.test(number) ? Number(number) : null, start, end, place }
}

/** Names whose letters belong to the alphabets of Latin: the others are for other packs. */
const isLatin = (name: string): boolean => !/[\u2e80-\u9fff\uac00-\ud7a3]/u.test(name)

/** Kinds of mechanisms that people meet in, and that a report names as institutions. */
const MEETING_KINDS: ReadonlySet<string> = new Set(['series', 'committee', 'framework'])

/** The gazetteer as words: classes PLACE, GATE, MECH, LINKNAME and FIELD, each with its id as value. */
export function gazetteerWords(gazetteer: Gazetteer): Word[] {
  const words: Word[] = []
  const add = (cls: string, value: string, names: readonly string[], proper: boolean): void => {
    for (const phrase of new Set(names))
      if (phrase && isLatin(phrase)) words.push({ phrase, cls, value, proper, strong: false })
  }
  for (const place of gazetteer.places.values()) add('PLACE', place.id, place.names, true)
  for (const gate of gazetteer.gates.values())
    add('GATE', gate.id, [gate.name, gate.counterpart, ...gate.aliases], true)
  for (const link of gazetteer.links.values()) add('LINKNAME', link.id, [link.name], false)
  for (const mechanism of gazetteer.mechanisms.values()) {
    const cls = MEETING_KINDS.has(mechanism.kind) ? 'MECH' : 'FRAMEWORK'
    add(cls, mechanism.id, [mechanism.name, ...mechanism.aliases], false)
  }
  for (const { term, field } of gazetteer.fieldTerms) add('FIELD', field, [term], term !== term.toLowerCase())
  return words
}
