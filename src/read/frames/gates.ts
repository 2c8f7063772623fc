import { NONE } from '../../grammar/none.ts'
import { captureOf, capturesOf, type Capture, type Node } from '../../grammar/node.ts'
import type { Gate } from '../../lang/gazetteer.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPlace } from './places.ts'

/** A gate, lane, opening or border market: a pair of names, or one where the text gives one. */
export interface ReadGate {
  readonly node: Node
  readonly names: readonly string[]
  readonly known: Gate | null
  readonly gateClass: string | null
  readonly kind: string
}

/** The gates of a report, each pair once; a single name that belongs to a pair of the text is that pair. */
export function readGates(context: ReadContext): ReadGate[] {
  const found = context.nodes('GATEPAIR').flatMap(node => gatesOf(context, node))
  const kept = new Map<string, ReadGate>()
  for (const gate of found.filter(g => g.names.length === 2)) if (!kept.has(keyOf(gate))) kept.set(keyOf(gate), gate)
  const inPairs = new Set([...kept.values()].flatMap(gate => gate.names.map(skeleton)))
  for (const gate of found)
    if (gate.names.length === 1 && !inPairs.has(skeleton(gate.names[0])) && !kept.has(keyOf(gate)))
      kept.set(keyOf(gate), gate)
  return [...kept.values()].toSorted((a, b) => a.node.start - b.node.start)
}

const keyOf = (gate: ReadGate): string => gate.names.map(skeleton).toSorted().join('|')

/** The gates of a match: one, or each of a list of names that are no two sides of one gate. */
function gatesOf(context: ReadContext, node: Node): ReadGate[] {
  const captures = capturesOf(node, 'name')
  const one = node.rule.constants['kind'] !== 'list' || (captures.length === 2 && knownGate(context, captures) !== null)
  const groups = one ? [captures] : captures.map(capture => [capture])
  return groups.map(group => gateOf(context, node, group)).filter(gate => gate !== null)
}

function gateOf(context: ReadContext, node: Node, captures: readonly Capture[]): ReadGate | null {
  if (!context.isReport(node.start) || captures.some(c => isLargePlace(context, c))) return null
  const known = knownGate(context, captures)
  const kind = node.rule.constants['kind']
  if (kind === 'known' && (!known || known.id === 'ban-gioc' || isOnRoute(context, node))) return null
  if (known?.kind === 'bridge' && captures.length === 1 && pairOfBridge(context, known)) return null
  if (kind === 'bridge' && known?.gateClass !== 'lane') return null
  const classWord = captureOf(node, 'class')
  const kindWord = captureOf(node, 'kind')
  return {
    node,
    names: captures.map(capture => squeeze(context.captureText(capture))),
    known,
    gateClass: classWord ? context.valueOf(classWord.edge) : null,
    kind: kindWord ? context.valueOf(kindWord.edge) : 'gate',
  }
}

/** "Tà Lùng II" is the second bridge of the pair Tà Lùng - Thủy Khẩu; "Bắc Luân II" is a gate by itself. */
export function pairOfBridge(context: ReadContext, { name }: Gate): Gate | null {
  const stem = /^(?<stem>.+) (?:I{1,3}|\d)$/u.exec(name)?.groups?.['stem']
  for (const gate of context.pack.gazetteer.gates.values()) if (gate.name === stem) return gate
  return null
}

/** A known pair is a piece of the way in a longer route, Hà Khẩu - Lào Cai - Hà Nội, and beside a railway; not at a bridge. */
function isOnRoute(context: ReadContext, node: Node): boolean {
  const link = context.nodeOver('LINK', node.start)
  if (link === null || node.end > link.end) return false
  const kind = captureOf(link, 'kind')
  return capturesOf(link, 'end').length > 2 || (kind !== undefined && context.valueOf(kind.edge) !== 'bridge')
}

/** "cửa khẩu Việt Nam" names no gate: countries and provinces that are no gate themselves. */
function isLargePlace(context: ReadContext, capture: Capture): boolean {
  if (context.edge(capture.start, 'GATE') !== NONE) return false
  const id = context.value(capture.start, 'PLACE')
  const kind = id ? context.pack.gazetteer.places.get(id)?.kind : undefined
  return kind === 'country' || kind === 'province'
}

/** The gate of the gazetteer that all the names belong to. */
function knownGate(context: ReadContext, captures: readonly Capture[]): Gate | null {
  const ids = captures.map(capture => gateIds(context, capture))
  const shared = ids.reduce((both, list) => both.filter(id => list.includes(id)), ids[0] ?? [])
  return shared.length > 0 ? (context.pack.gazetteer.gates.get(shared[0]) ?? null) : null
}

function gateIds(context: ReadContext, capture: Capture): string[] {
  const ids: string[] = []
  for (let edge = context.edge(capture.start, 'GATE'); edge !== NONE; edge = context.lattice.nextEdge(edge))
    if (context.lattice.end[edge] === capture.end) ids.push(context.valueOf(edge))
  return ids
}

const keyOfName = (context: ReadContext, name: Capture): string => skeleton(context.captureText(name))

/**
 * Whether a mention of a place is a gate's name, and no end of a link beside it. Where a bridge joins
 * the two sides of what the text calls a gate, its ends are that gate too.
 */
export function gateNameTest(context: ReadContext): (span: Span, place: ReadPlace) => boolean {
  if (context.nodes('GATEPAIR').length === 0) return () => false
  /** Number of the name that holds each token, 0 for none. */
  const names = new Int32Array(context.tokens.count)
  let count = 0
  for (const node of context.nodes('GATEPAIR')) {
    const link = context.nodeOver('LINK', node.start)
    if (node.rule.constants['kind'] === 'known' && link && node.end <= link.end) continue
    for (const name of capturesOf(node, 'name')) names.fill(++count, name.start, name.end)
  }
  const written = context.nodes('GATEPAIR').filter(({ rule }) => !rule.constants['kind'])
  const inPairs = new Set(written.flatMap(node => capturesOf(node, 'name')).map(name => keyOfName(context, name)))
  return ({ start, end }, { name, known }) => {
    const first = context.tokenAt(start)
    if (names[first] > 0 && names[context.tokenAt(end - 1)] === names[first]) return true
    if (known?.kind !== 'town' || !inPairs.has(skeleton(name)) || context.endsAt(first, 'KIND')) return false
    const link = context.nodeOver('LINK', first)
    return link !== null && capturesOf(link, 'end').every(c => inPairs.has(keyOfName(context, c)))
  }
}

export const gateDrafts = (context: ReadContext, gates: readonly ReadGate[]): Draft[] =>
  gates.map(({ node, names, known, gateClass, kind }) => ({
    type: 'gate',
    span: context.spanOf(node.start, node.end),
    rule: node.rule.name,
    names,
    ref: known?.id ?? null,
    class: gateClass,
    kind,
  }))
