import type { Node } from './node.ts'

/** A match that lost, and the one that it lost to. */
export interface Competition {
  readonly lost: Node
  readonly to: Node
}

/**
 * The one total order between matches of a tier that share a token: larger priority, then more tokens, then the earlier
 * start, then the rule that stands first in the pack. There are no ties, since a rule matches a token at most once.
 */
export function compareNodes(a: Node, b: Node): number {
  return (
    b.rule.priority - a.rule.priority ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    a.rule.order - b.rule.order
  )
}

/** Chooses the matches that stand: best first, each taking its tokens. `nodes` must be in the order of their starts. */
export function settle(nodes: readonly Node[], tokens: number): { winners: Node[]; lost: Competition[] } {
  const winners: Node[] = []
  const lost: Competition[] = []
  let from = 0
  while (from < nodes.length) {
    const to = clusterEnd(nodes, from)
    if (to === from + 1) winners.push(nodes[from])
    else if (to === from + 2) settlePair(nodes[from], nodes[from + 1], winners, lost)
    else settleCluster(nodes.slice(from, to), winners, lost)
    from = to
  }
  return { winners, lost: lost.length > tokens ? lost.slice(0, tokens) : lost }
}

/** Matches that overlap, directly or through others, form a cluster. */
function clusterEnd(nodes: readonly Node[], from: number): number {
  let reach = nodes[from].end
  let to = from + 1
  while (to < nodes.length && nodes[to].start < reach) reach = Math.max(reach, nodes[to++].end)
  return to
}

function settlePair(a: Node, b: Node, winners: Node[], lost: Competition[]): void {
  const wins = compareNodes(a, b) < 0
  winners.push(wins ? a : b)
  lost.push(wins ? { lost: b, to: a } : { lost: a, to: b })
}

function settleCluster(cluster: Node[], winners: Node[], lost: Competition[]): void {
  const base = cluster[0].start
  const owner: Node[] = []
  const chosen: Node[] = []
  for (const node of cluster.toSorted(compareNodes)) {
    const rival = ownerWithin(owner, node, base)
    if (rival) {
      lost.push({ lost: node, to: rival })
      continue
    }
    for (let at = node.start; at < node.end; at++) owner[at - base] = node
    chosen.push(node)
  }
  winners.push(...chosen.toSorted((a, b) => a.start - b.start))
}

function ownerWithin(owner: readonly Node[], node: Node, base: number): Node | undefined {
  for (let at = node.start; at < node.end; at++) if (owner[at - base]) return owner[at - base]
  return undefined
}

/** Why a match lost to another one, for people. */
export function reasonFor(lost: Node, winner: Node): string {
  if (lost.rule.priority !== winner.rule.priority)
    return `priority ${lost.rule.priority} against ${winner.rule.priority}`
  const [tokens, rival] = [lost.end - lost.start, winner.end - winner.start]
  if (tokens !== rival) return `${tokens} words against ${rival}`
  return lost.start === winner.start ? 'the other rule stands before it in the pack' : 'the other one begins earlier'
}
