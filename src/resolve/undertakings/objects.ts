import type { Gate, Gazetteer, Link, Place } from '../../lang/gazetteer.ts'
import { skeleton } from '../../text/fold.ts'
import type { FoundName } from './names.ts'
import type { FoundRole, Scan } from './scan.ts'

/** What an item is about: `gate:ta-lung`, `link:…`, `mechanism:…`; words `from` to `to` name it. */
export interface FoundObject {
  readonly id: string
  /** A lane can only be opened; a gate can be opened and raised; a site is visited across the border; a link is built. */
  readonly kind: 'gate' | 'lane' | 'site' | 'link' | 'mechanism'
  readonly from: number
  readonly to: number
}

/** How far before a name its word of kind stands, in words: "đường sắt khổ tiêu chuẩn nối …". */
const REACH = 4
const JOINED = /^[()]*-[()]*$/
const LANES = new Set(['lane', 'opening'])

/** Finds gates, links and mechanisms by the names in an item. */
export class ObjectFinder {
  private readonly links: readonly Link[]
  private readonly gates: readonly Gate[]
  /** The gate that a bridge or a site is known by. */
  private readonly gateOf: ReadonlyMap<string, Gate>
  private readonly sites: ReadonlySet<Gate>

  constructor(gazetteer: Gazetteer) {
    this.links = [...gazetteer.links.values()]
    this.gates = [...gazetteer.gates.values()]
    const sites = sitesOf(gazetteer, this.gates)
    this.gateOf = new Map([...bridgesOf(this.links, this.gates), ...sites])
    this.sites = new Set(sites.map(([, gate]) => gate))
  }

  /** From left to right, each as often as it is named. */
  find(scan: Scan): FoundObject[] {
    const objects = chainsOf(scan).flatMap(chain => this.ofChain(scan, chain))
    const numbered = objects.some(({ kind }) => kind === 'lane') ? [] : this.numbered(scan, objects)
    return [...objects, ...numbered]
  }

  private ofChain(scan: Scan, chain: readonly FoundName[]): FoundObject[] {
    const range = { from: chain[0].from, to: chain.at(-1)!.to }
    const [head] = chain
    if (chain.length === 1 && head.links.length > 0) return [this.link(head.links[0], range)]
    if (chain.length === 1 && head.mechanisms.length > 0)
      return [{ id: `mechanism:${head.mechanisms[0]}`, kind: 'mechanism', ...range }]
    const gate = chain.length === 2 ? pairOf(chain) : null
    const mode = modeBefore(scan, head)
    if (mode && chain.length > 1) return [this.linkOf(mode.value, chain, range, gate)]
    if (gate) return [this.gate(gate, range)]
    return chain.flatMap(name => this.ofName(scan, name))
  }

  private ofName(scan: Scan, name: FoundName): FoundObject[] {
    const range = { from: name.from, to: name.to }
    const site = name.places.find(place => this.gateOf.has(place.id))
    if (site) return [this.gate(this.gateOf.get(site.id)!, range)]
    const gate = name.gates.find(({ kind }) => !LANES.has(kind)) ?? name.gates[0]
    if (!gate || (name.places.some(isProvincial) && !rolesBefore(scan, name.from).some(({ role }) => role === 'gate')))
      return []
    return [this.gate(gate, range)]
  }

  private gate(gate: Gate, range: { from: number; to: number }): FoundObject {
    const isLane = LANES.has(gate.kind) || LANES.has(gate.gateClass) || ordinalOf(gate.name)
    const kind = this.sites.has(gate) ? 'site' : isLane ? 'lane' : 'gate'
    return { id: `gate:${gate.id}`, kind, ...range }
  }

  private link(link: Link, range: { from: number; to: number }): FoundObject {
    const gate = this.gateOf.get(link.id)
    return gate ? this.gate(gate, range) : { id: `link:${link.id}`, kind: 'link', ...range }
  }

  /** A link between places: of the gazetteer where it has it, else known by its mode and ends. */
  private linkOf(
    mode: string,
    chain: readonly FoundName[],
    range: { from: number; to: number },
    gate: Gate | null,
  ): FoundObject {
    const ends = [chain[0], chain.at(-1)!].map(({ name }) => skeleton(name))
    const known = this.links.find(
      link =>
        sameMode(link.mode, mode) &&
        link.endKeys.length > 1 &&
        !skeleton(link.name)
          .split(' ')
          .some(word => ROMANS.indexOf(word) > 1) &&
        ends.every(end => link.endKeys.includes(end)),
    )
    if (known) return this.link(known, range)
    if (gate && mode === 'bridge') return this.gate(gate, range)
    return { id: `link:${mode}:${ends.toSorted().join(':')}`, kind: 'link', ...range }
  }

  /** "cầu II" where the gate that the item names has a second bridge of its own. */
  numbered({ words, roles }: Scan, objects: readonly FoundObject[]): FoundObject[] {
    const at = roles.find(({ role, to }) => role !== 'count' && words[to] && romanOf(words[to].word) > 1)?.to
    if (at === undefined || !words[at].capital) return []
    return objects.flatMap(({ id }) => {
      const base = this.gates.find(gate => `gate:${gate.id}` === id)
      const second = base && this.gates.find(gate => skeleton(gate.name) === `${skeleton(base.name)} ${words[at].word}`)
      return second ? [this.gate(second, { from: at, to: at + 1 })] : []
    })
  }
}

const ROADS: ReadonlySet<string> = new Set(['road', 'expressway'])

const sameMode = (a: string, b: string): boolean => a === b || (ROADS.has(a) && ROADS.has(b))

const isProvincial = ({ kind }: Place): boolean => ['country', 'province', 'city'].includes(kind)

/** Names that dashes join, brackets left out: "Trà Lĩnh (Cao Bằng) - Đồng Đăng (Lạng Sơn)" is Trà Lĩnh - Đồng Đăng. */
function chainsOf({ words, names }: Scan): FoundName[][] {
  const chains: FoundName[][] = []
  for (const name of names) {
    const { gap } = words[name.from]
    if (gap.endsWith('(') && !gap.includes('-')) continue
    const chain = chains.at(-1)
    const bracketed = chain && words.slice(chain.at(-1)!.to, name.from)
    if (chain && JOINED.test(gap) && (bracketed!.length === 0 || bracketed![0].gap.includes('('))) chain.push(name)
    else chains.push([name])
  }
  return chains
}

/** The gate whose two sides a chain names. */
function pairOf([first, second]: readonly FoundName[]): Gate | null {
  const both = first.gates.filter(gate => second.gates.includes(gate))
  return (
    both.find(({ name }) => [first.name, second.name].some(each => skeleton(each) === skeleton(name))) ??
    both[0] ??
    null
  )
}

/** Roles close before a word, nearest first, with no comma in between. */
function rolesBefore({ words, roles }: Scan, at: number): FoundRole[] {
  const near = roles.filter(({ to }) => to <= at && at - to <= REACH)
  return near.filter(({ to }) => words.slice(to, at + 1).every(({ gap }) => !/[,;:.]/.test(gap))).toReversed()
}

const modeBefore = (scan: Scan, { from }: FoundName): FoundRole | undefined =>
  rolesBefore(scan, from).find(({ role }) => role === 'mode')

const ROMANS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/** The number of a Roman or an Arabic numeral; 0 where it is neither. */
export function romanOf(word: string): number {
  const roman = ROMANS.indexOf(word)
  if (roman > 0) return roman
  return /^\d+$/.test(word) ? Number(word) : 0
}

const ordinalOf = (name: string): boolean => romanOf(skeleton(name).split(' ').at(-1)!) > 1

/** Bridges that the gazetteer has as a gate too, by the numeral in both names or the very name. */
function bridgesOf(links: readonly Link[], gates: readonly Gate[]): [string, Gate][] {
  return links
    .filter(({ mode }) => mode === 'bridge')
    .flatMap(({ id, name }) => {
      const words = skeleton(name).split(' ')
      const gate = gates.find(each => {
        const own = skeleton(each.name).split(' ')
        return own.every(word => words.includes(word)) && (ordinalOf(each.name) || own.length + 1 === words.length)
      })
      return gate ? [[id, gate] as [string, Gate]] : []
    })
}

/** Sites that have the name of a gate, or of both its sides. */
const sitesOf = ({ places }: Gazetteer, gates: readonly Gate[]): [string, Gate][] =>
  [...places.values()]
    .filter(({ kind }) => kind === 'site')
    .flatMap(({ id, names }) => {
      const keys = new Set(names.map(skeleton))
      const gate = gates.find(({ name, counterpart }) =>
        [name, counterpart, `${name} ${counterpart}`].some(each => keys.has(skeleton(each))),
      )
      return gate ? [[id, gate] as [string, Gate]] : []
    })
