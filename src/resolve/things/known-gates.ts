import type { Gate } from '../../lang/gazetteer.ts'
import type { GateClaim, LinkClaim } from '../../model/claim.ts'
import type { Span } from '../../text/span.ts'
import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import type { Source } from '../mention.ts'

/** Which gate of the gazetteer a claim speaks of; null where none is known. */
export type GateFinder = (claim: GateClaim, source: Source) => Gate | null

/**
 * A gate is what the reader took it for, with two exceptions. Words inside the name of a bridge ("the road bridge II Tà Lùng -
 * Thủy Khẩu") speak of the lane over that bridge, not of the pair. And a gate that the reader did not find in the gazetteer is
 * found by both its names, or by its one name where no other gate bears it.
 */
export function createGateFinder({ gazetteer }: Atlas): GateFinder {
  const byName = new Map<string, Gate[]>()
  const lanes: { gate: Gate; names: readonly string[] }[] = []
  for (const gate of gazetteer.gates.values()) {
    for (const name of new Set([gate.name, gate.counterpart].filter(Boolean).map(skeleton)))
      byName.set(name, [...(byName.get(name) ?? []), gate])
    if (gate.pair !== null) lanes.push({ gate, names: [gate.name, ...gate.aliases].map(skeleton) })
  }
  const overBridge = (link: LinkClaim): Gate | null => {
    const known = link.ref === null ? undefined : gazetteer.links.get(link.ref)
    const bridges = [link.name, known?.name].filter(name => name != null).map(skeleton)
    const isOver = (name: string): boolean => bridges.some(bridge => ` ${bridge}`.endsWith(` ${name}`))
    return lanes.find(({ names }) => names.some(isOver))?.gate ?? null
  }
  const byNames = (names: readonly string[]): Gate | null => {
    const found = names.map(name => byName.get(skeleton(name)) ?? [])
    const all = (found[0] ?? []).filter(gate => found.every(gates => gates.includes(gate)))
    return all.length === 1 ? all[0] : null
  }
  return (claim, { claims }) => {
    const pair = claim.ref === null ? byNames(claim.names) : (gazetteer.gates.get(claim.ref) ?? null)
    if (pair?.pair !== null && pair !== null) return pair
    const bridge = claims.find(
      (each): each is LinkClaim => each.type === 'link' && each.mode === 'bridge' && overlaps(each.quote, claim.quote),
    )
    const lane = bridge ? overBridge(bridge) : null
    return lane && (pair === null || lane.pair === pair.id) ? lane : pair
  }
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
