import { type Edge, RULED } from './judgement.ts'

/** Between two groups: what the judged pairs add above `UNRELATED`, all together; minus infinity where they must stay apart. */
interface Group {
  readonly members: string[]
  readonly near: Map<string, number>
}

/** What a pair counts that was not judged, or judged unrelated. */
const UNRELATED = -1000

/**
 * What a pair counts, from -1000 to 1000: twice the probability that it is the same, less one, for a score that is the logarithm of
 * its odds. Beyond some points of score, one pair is no surer than another. Integers have sums that do not depend on their
 * order. What a person ruled joins whatever the others say.
 */
const countOf = (score: number): number => (score >= RULED ? Infinity : Math.round(1000 * Math.tanh(score / 2)))

/**
 * Groups the profiles of one component by their mean: the two groups whose pairs count highest on average are joined first,
 * until no two reach 0. One pair that is alike by chance so joins no two meetings of many reports. Ties are settled by the ids.
 */
export function meanGroups(ids: readonly string[], edges: readonly Edge[]): readonly (readonly string[])[] {
  const groups = new Map<string, Group>(ids.map(id => [id, { members: [id], near: new Map() }]))
  for (const { a, b, score, verdict } of edges) {
    const above = verdict === 'apart' ? -Infinity : countOf(score) - UNRELATED
    groups.get(a)?.near.set(b, above)
    groups.get(b)?.near.set(a, above)
  }
  for (let pair = closest(groups); pair; pair = closest(groups)) join(groups, ...pair)
  return [...groups.values()].map(({ members }) => members)
}

/** Of two groups that a person joined, 0: they are joined last, so that both are first what they are without that. */
const meanOf = (a: Group, b: Group, above: number): number =>
  above === Infinity ? 0 : above / (a.members.length * b.members.length) + UNRELATED

/** The two groups with the highest mean, of 0 or more, the lesser name first; null where there are none. */
function closest(groups: ReadonlyMap<string, Group>): [string, string] | null {
  let best: [string, string] | null = null
  let most = 0
  for (const [name, group] of groups)
    for (const [other, above] of group.near) {
      if (name > other) continue
      const mean = meanOf(group, groups.get(other)!, above)
      const first =
        best === null || mean > most || (mean === most && (name < best[0] || (name === best[0] && other < best[1])))
      if (mean >= 0 && first) [best, most] = [[name, other], mean]
    }
  return best
}

/** Takes the group `gone` into the group `kept`. */
function join(groups: Map<string, Group>, kept: string, gone: string): void {
  const [into, from] = [groups.get(kept)!, groups.get(gone)!]
  groups.delete(gone)
  into.members.push(...from.members)
  into.near.delete(gone)
  for (const [other, above] of from.near) {
    if (other === kept) continue
    const near = groups.get(other)!.near
    const sum = (into.near.get(other) ?? 0) + above
    into.near.set(other, sum)
    near.delete(gone)
    near.set(kept, sum)
  }
}
