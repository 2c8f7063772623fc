import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { judged, type Judgement } from '../judgement.ts'
import { keyedResolver, spansOf } from './keyed.ts'
import { createGateFinder } from './known-gates.ts'

/** What is compared of a gate. */
export interface GateProfile {
  /** Gazetteer id; null for one that it does not know. */
  readonly gate: string | null
  /** Skeletons of its names, in order. */
  readonly names: readonly string[]
}

/** Gates by the gazetteer id of their pair or lane; one that it does not know by its names. */
export function createGateResolver(atlas: Atlas) {
  const find = createGateFinder(atlas)
  const known = new Set(
    [...atlas.gazetteer.gates.values()].flatMap(gate => [gate.name, gate.counterpart].map(skeleton)),
  )
  return keyedResolver({
    type: 'gate',
    kind: 'gate',
    profile(claim, _day, source): GateProfile {
      const known = find(claim, source)
      const names = known ? [known.name, known.counterpart].filter(Boolean) : claim.names
      return { gate: known?.id ?? null, names: names.map(skeleton).toSorted() }
    },
    label: ({ names }) => names.join(' - '),
    facts: ({ kind, class: open }) => [`kind:${kind}`, ...(open === null ? [] : [`class:${open}`])],
    telling: ({ gate }) => gate !== null,
    // Only names of known gates: of invented ones there are too many, and nothing is known to compare them with.
    compare: { blocks: ({ names }) => names.filter(name => known.has(name)), judge: judgeGates },
    portrait({ gate: id }, tallies, labels) {
      const known = id === null ? undefined : atlas.gazetteer.gates.get(id)
      const province = known && atlas.gazetteer.places.get(known.province)
      return {
        label: known ? [known.name, known.counterpart].filter(Boolean).join(' - ') : labels[0],
        tags: known
          ? [
              `gate:${known.id}`,
              ...(known.pair === null ? [] : [`lane-of:${known.pair}`]),
              `side:${province ? atlas.heir(province).id : known.province}`,
            ]
          : [],
        data: {
          ref: known?.id ?? null,
          kind: known?.kind ?? null,
          pair: known?.pair ?? null,
          classes: spansOf(tallies, 'class'),
        },
      }
    },
  })
}

/** A gate that the gazetteer does not know may be a known one with another name: a person is asked. Two known gates are two. */
function judgeGates(a: GateProfile, b: GateProfile): Judgement {
  const shared = a.names.filter(name => b.names.includes(name))
  const known = a.gate !== null && b.gate !== null
  return judged([{ name: 'name', weight: shared.length, note: shared.join('; ') }], { same: 2, unsure: 1 }, known)
}
