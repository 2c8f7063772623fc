import { captureOf, capturesOf, type Capture, type Node } from '../../grammar/node.ts'
import type { Link } from '../../lang/gazetteer.ts'
import { type LinkMode, LINK_MODES, oneOf } from '../../model/kinds.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton } from '../../text/fold.ts'
import type { ReadContext } from '../context.ts'
import { pairOfBridge } from './gates.ts'

/** Something that joins places: a road, a line, a bridge, a corridor. */
export interface ReadLink {
  readonly node: Node
  readonly mode: LinkMode
  readonly ends: readonly string[]
  readonly name: string | null
  readonly known: Link | null
}

/** The links of a report, each once: the same mode between the same places. */
export function readLinks(context: ReadContext): ReadLink[] {
  const kept = new Map<string, ReadLink>()
  for (const node of context.nodes('LINK')) {
    const link = context.isReport(node.start) ? linkOf(context, node) : null
    if (!link) continue
    const key = `${link.mode} ${link.ends.map(skeleton).toSorted().join('|')}`
    if (!kept.has(key)) kept.set(key, link)
  }
  return [...kept.values()]
}

function linkOf(context: ReadContext, node: Node): ReadLink | null {
  if (node.rule.constants['kind'] === 'named') return namedLink(context, node)
  if (node.rule.constants['kind'] === 'bridge') return bridgeLink(context, node)
  const kind = captureOf(node, 'kind')
  const mode = kind ? oneOf(LINK_MODES, context.valueOf(kind.edge)) : null
  const ends = unique(capturesOf(node, 'end').flatMap(end => endNames(context, end)))
  if (!mode || ends.length < 2) return null
  return { node, mode, ends, name: context.textOf(node.start, node.end), known: knownLink(context, mode, ends) }
}

function namedLink(context: ReadContext, node: Node): ReadLink | null {
  const name = captureOf(node, 'name')
  const known = name ? context.pack.gazetteer.links.get(context.valueOf(name.edge)) : undefined
  const mode = known ? oneOf(LINK_MODES, known.mode) : null
  // A bridge that is a gate by itself is read as one.
  if (mode === 'bridge' && context.nodesBetween('GATEPAIR', node.start, node.end).some(isBridge)) return null
  return known && mode ? { node, mode, ends: known.ends, name: context.textOf(node.start, node.end), known } : null
}

const isBridge = ({ rule }: Node): boolean => rule.constants['kind'] === 'bridge'

/** "cầu Tà Lùng II": the second bridge of a known pair of gates joins the two. */
function bridgeLink(context: ReadContext, node: Node): ReadLink | null {
  const gate = captureOf(node, 'gate')
  const bridge = gate ? context.pack.gazetteer.gates.get(context.valueOf(gate.edge)) : undefined
  const pair = bridge?.kind === 'bridge' ? pairOfBridge(context, bridge) : null
  if (!pair) return null
  const ends = [pair.name, pair.counterpart]
  return {
    node,
    mode: 'bridge',
    ends,
    name: context.textOf(node.start, node.end),
    known: knownLink(context, 'bridge', ends),
  }
}

const unique = (names: readonly string[]): string[] => [...new Map(names.map(name => [skeleton(name), name])).values()]

/** "Trung Quốc (Trùng Khánh, Tứ Xuyên, Quý Châu)": where a country lists its places, they are the ends. */
function endNames(context: ReadContext, end: Capture): string[] {
  const node = context.lattice.node(end.edge)
  if (!node) return [context.captureText(end)]
  const name = captureOf(node, 'name')
  const id = name ? context.valueOf(name.edge) : ''
  const listed = capturesOf(node, 'parent')
  const place = context.pack.gazetteer.places.get(id)
  if (place?.kind === 'country' && listed.length > 1) return listed.map(c => context.captureText(c))
  return [name ? context.captureText(name) : context.captureText(end)]
}

function knownLink(context: ReadContext, mode: LinkMode, ends: readonly string[]): Link | null {
  const keys = new Set(ends.map(skeleton))
  for (const link of context.pack.gazetteer.links.values())
    if (link.mode === mode && link.endKeys.every(key => keys.has(key))) return link
  return null
}

export const linkDrafts = (context: ReadContext, links: readonly ReadLink[]): Draft[] =>
  links.map(({ node, mode, ends, name, known }) => ({
    type: 'link',
    span: context.spanOf(node.start, node.end),
    rule: node.rule.name,
    mode,
    ends,
    name,
    ref: known?.id ?? null,
  }))
