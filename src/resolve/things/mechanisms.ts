import type { Mechanism } from '../../lang/gazetteer.ts'
import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { judged, type Judgement } from '../judgement.ts'
import { sidesOf } from '../sides.ts'
import { keyedResolver, spansOf } from './keyed.ts'

/** Mechanisms by their gazetteer id; one that it does not know by its name and the sides of its report. Sessions are facts. */
export function createMechanismResolver(atlas: Atlas) {
  const find = createMechanismFinder(atlas)
  return keyedResolver({
    type: 'mechanism',
    kind: 'mechanism',
    profile({ ref, name }, _day, source) {
      const sides = sidesOf(source, atlas)
      const mechanism = ref ?? find(name, sides)?.id ?? null
      return mechanism === null ? { mechanism, name: skeleton(name), sides } : { mechanism, name: null, sides: [] }
    },
    label: ({ name }) => name,
    facts: ({ session }) => (session === null ? [] : [`session:${session}`]),
    telling: ({ mechanism }) => mechanism !== null,
    compare: { blocks: blocksOf, judge: judgeMechanisms },
    portrait({ mechanism: id, sides }, tallies, labels) {
      const known = id === null ? undefined : atlas.gazetteer.mechanisms.get(id)
      return {
        label: known?.name ?? labels[0],
        tags: [
          ...(known ? [`mechanism:${known.id}`] : []),
          ...(known ? partiesOf(known, atlas) : sides).map(side => `side:${side}`),
        ],
        data: {
          ref: known?.id ?? null,
          kind: known?.kind ?? null,
          sessions: sessionsOf(known, spansOf(tallies, 'session')),
        },
      }
    },
  })
}

interface MechanismProfile {
  readonly mechanism: string | null
  readonly name: string | null
  readonly sides: readonly string[]
}

/** "Hội nghị" is no name. */
const NAMED_FROM = 3

const blocksOf = ({ name, sides }: MechanismProfile): string[] =>
  name === null || name.split(' ').length < NAMED_FROM ? [] : sides.map(side => `${name} ${side}`)

/** The same name where two sides at least are the same: a person is asked, as neighbours' series are called alike. */
function judgeMechanisms(a: MechanismProfile, b: MechanismProfile): Judgement {
  const shared = a.sides.filter(side => b.sides.includes(side))
  return judged([{ name: 'sides', weight: shared.length, note: shared.join(', ') }], { same: Infinity, unsure: 2 })
}

/** Ids of the sides that take part, as they stand today. */
function partiesOf({ parties }: Mechanism, atlas: Atlas): string[] {
  const places = parties.flatMap(party => atlas.gazetteer.places.get(party) ?? [])
  return [...new Set(places.map(place => atlas.heir(atlas.sideOf(place)).id))]
}

/** Sessions that reports tell of, with what is known of when and where they were held. */
function sessionsOf(known: Mechanism | undefined, told: ReturnType<typeof spansOf>) {
  return told.map(span => {
    const held = known?.sessions.find(({ number }) => String(number) === span.value)
    return held ? { ...span, start: held.start, end: held.end, place: held.place } : span
  })
}

/** Several mechanisms are called "joint working group": a report means the one whose parties it is about. */
function createMechanismFinder(atlas: Atlas): (name: string, sides: readonly string[]) => Mechanism | null {
  const byName = new Map<string, Mechanism[]>()
  for (const mechanism of atlas.gazetteer.mechanisms.values())
    for (const name of new Set([mechanism.name, ...mechanism.aliases].map(skeleton)))
      byName.set(name, [...(byName.get(name) ?? []), mechanism])
  return (name, sides) => {
    const shared = (byName.get(skeleton(name)) ?? []).map(mechanism => ({
      mechanism,
      n: partiesOf(mechanism, atlas).filter(side => sides.includes(side)).length,
    }))
    const [first, second] = shared.toSorted((a, b) => b.n - a.n)
    return first && first.n > (second?.n ?? 0) ? first.mechanism : null
  }
}
