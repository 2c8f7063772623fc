/** How well reports were put together by event: B-cubed precision, recall and F1, 0 to 1, and merges of pairs. */
export interface EventScore {
  readonly reports: number
  readonly events: number
  readonly groups: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Pairs that are in one group and of two events, and pairs of one event in two groups. */
  readonly falseMerges: readonly (readonly [number, number])[]
  readonly missedMerges: readonly (readonly [number, number])[]
}

/**
 * Compares groups with events (Bagga and Baldwin 1998): of each report, which share of its group is of its event, and which
 * share of its event is in its group. Reports are given by the name of their event and of their group.
 */
export function scoreEvents(events: readonly string[], groups: readonly string[]): EventScore {
  const [byEvent, byGroup] = [placesOf(events), placesOf(groups)]
  const both = placesOf(events.map((event, i) => JSON.stringify([event, groups[i]])))
  const sharedOf = (i: number): number => both.get(JSON.stringify([events[i], groups[i]]))!.length
  const mean = (sizes: ReadonlyMap<string, readonly number[]>, names: readonly string[]): number =>
    names.reduce((sum, name, i) => sum + sharedOf(i) / sizes.get(name)!.length, 0) / Math.max(1, names.length)
  const [precision, recall] = [mean(byGroup, groups), mean(byEvent, events)]
  return {
    reports: events.length,
    events: byEvent.size,
    groups: byGroup.size,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    falseMerges: [...byGroup.values()].flatMap(pairsOf).filter(([i, j]) => events[i] !== events[j]),
    missedMerges: [...byEvent.values()].flatMap(pairsOf).filter(([i, j]) => groups[i] !== groups[j]),
  }
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [i, name] of names.entries()) {
    const same = places.get(name)
    if (same) same.push(i)
    else places.set(name, [i])
  }
  return places
}

const pairsOf = (places: readonly number[]): (readonly [number, number])[] =>
  places.flatMap((i, at) => places.slice(at + 1).map(j => [i, j] as const))
