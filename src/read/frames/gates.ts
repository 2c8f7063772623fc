import { NONE } from '../../grammar/none.ts'
import { captureOf, capturesOf, type Capture, type Node } from '../../grammar/node.ts'
import type { Gate } from '../../lang/gazetteer.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { ReadContext } from '../context.ts'

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
  const found = context
    .nodes('GATEPAIR')
    .map(node => gateOf(context, node))
    .filter(gate => gate !== null)
  const kept = new Map<string, ReadGate>()
  for (const gate of found.filter(g => g.names.length === 2)) if (!kept.has(keyOf(gate))) kept.set(keyOf(gate), gate)
  const inPairs = new Set([...kept.values()].flatMap(gate => gate.names.map(skeleton)))
  for (const gate of found)
    if (gate.names.length === 1 && !inPairs.has(skeleton(gate.names[0])) && !kept.has(keyOf(gate)))
      kept.set(keyOf(gate), gate)
  return [...kept.values()].toSorted((a, b) => a.node.start - b.node.start)
}

const keyOf = (gate: ReadGate): string => gate.names.map(skeleton).toSorted().join('|')

function gateOf(context: ReadContext, node: Node): ReadGate | null {
  const captures = capturesOf(node, 'name')
  if (!context.isReport(node.start) || captures.some(c => isLargePlace(context, c))) return null
  const known = knownGate(context, captures)
  const named = node.rule.constants['kind'] === 'known'
  if (named && (!known || known.id === 'ban-gioc' || isOnRoute(context, node))) return null
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

/** A known pair inside a longer route, Hà Khẩu - Lào Cai - Hà Nội, is a piece of the way. */
function isOnRoute(context: ReadContext, node: Node): boolean {
  const link = context.nodeOver('LINK', node.start)
  return link !== null && node.end <= link.end && capturesOf(link, 'end').length > 2
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

/** Whether a mention of a place is a gate's name, and no end of a link beside it. */
export function gateNameTest(context: ReadContext): (span: Span) => boolean {
  if (context.nodes('GATEPAIR').length === 0) return () => false
  /** Number of the name that holds each token, 0 for none. */
  const names = new Int32Array(context.tokens.count)
  let count = 0
  for (const node of context.nodes('GATEPAIR')) {
    const link = context.nodeOver('LINK', node.start)
    if (node.rule.constants['kind'] === 'known' && link && node.end <= link.end) continue
    for (const name of capturesOf(node, 'name')) names.fill(++count, name.start, name.end)
  }
  return ({ start, end }) => {
    const name = names[context.tokenAt(start)]
    return name > 0 && names[context.tokenAt(end - 1)] === name
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
