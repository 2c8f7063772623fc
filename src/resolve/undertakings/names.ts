import type { Gate, Gazetteer, Link, Place } from '../../lang/gazetteer.ts'
import { fold } from '../../text/fold.ts'
import { type ItemWord, Phrases } from './item.ts'

/** All that a name may mean. */
export interface Meanings {
  readonly gates: readonly Gate[]
  readonly links: readonly Link[]
  readonly places: readonly Place[]
  readonly mechanisms: readonly string[]
}

/** A name in an item: words `from` to `to`. */
export interface FoundName extends Meanings {
  readonly from: number
  readonly to: number
  readonly name: string
}

const MARKS_THAT_END_A_NAME = /[^-]/

/** Finds the names of the gazetteer in items. */
export class NameIndex {
  private readonly phrases: Phrases<Meanings & { readonly proper: boolean }>

  constructor(gazetteer: Gazetteer) {
    this.phrases = new Phrases(meaningsByName(gazetteer))
  }

  /** The longest names, from left to right. */
  find(items: readonly ItemWord[]): FoundName[] {
    const found: FoundName[] = []
    for (let at = 0; at < items.length; at++) {
      const match = this.phrases.at(items, at, MARKS_THAT_END_A_NAME)
      if (!match || (match.means.proper && !items[at].capital)) continue
      const name = items.slice(at, match.to).map(({ word }) => word)
      found.push({ ...match.means, from: at, to: match.to, name: name.join(' ') })
      at = match.to - 1
    }
    return found
  }
}

interface Collected {
  gates: Gate[]
  links: Link[]
  places: Place[]
  mechanisms: string[]
  proper: boolean
}

function meaningsByName({ gates, links, places, mechanisms }: Gazetteer): Map<string, Collected> {
  const names = new Map<string, Collected>()
  const of = (name: string): Collected => {
    const key = nameKey(name)
    const known = names.get(key)
    if (known) return known
    const fresh = { gates: [], links: [], places: [], mechanisms: [], proper: name !== name.toLowerCase() }
    names.set(key, fresh)
    return fresh
  }
  for (const gate of gates.values())
    for (const name of new Set([gate.name, gate.counterpart, ...gate.aliases].filter(Boolean)))
      of(name).gates.push(gate)
  for (const link of links.values()) {
    of(link.name).links.push(link)
    of(link.name).proper = false
  }
  for (const place of places.values()) for (const name of new Set(place.names)) of(name).places.push(place)
  for (const { id, name, aliases } of mechanisms.values())
    for (const each of [name, ...aliases]) of(each).mechanisms.push(id)
  return names
}

const nameKey = (name: string): string => (fold(name).folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
