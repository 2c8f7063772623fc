import { assemble } from '../../resolve/assemble.ts'
import type { Mention, Source } from '../../resolve/mention.ts'
import type { Resolver } from '../../resolve/resolver.ts'
import type { Claim } from '../../model/claim.ts'
import { skeleton } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { Share } from './undertakings.ts'
import { byCodeUnit } from '../../text/order.ts'

/** A person, a gate or a meeting of the truth: by name of the report, where it is spoken of (UTF-16 offsets). */
export interface TruthThing {
  readonly id: string
  readonly in: Readonly<Record<string, readonly (readonly [start: number, end: number])[]>>
}

/** `people.json`, `gates.json`, `meetings.json` of `eval/ledger`: see the README there. */
export interface ThingTruth {
  readonly things: readonly TruthThing[]
  /** Pairs of which a careful reader may say that they are one or that they are two. */
  readonly either: readonly (readonly [string, string])[]
}

export interface ThingScores {
  /** Pairs of claims that were put into one entity, and belong into one. */
  readonly precision: Share
  /** Pairs of claims on one thing that were put into one entity. */
  readonly recall: Share
  /** Pairs of reports that speak of one thing, and whose claims were put into one entity: what was not read is missed. */
  readonly recallOfAll: Share
  readonly misses: readonly string[]
}

/** A claim with the entity that it was put into, and the thing of the truth that its words speak of. */
interface Placed {
  readonly doc: string
  readonly claim: Claim
  readonly entity: string
  /** The claim's own id where its words speak of nothing in the truth. */
  readonly thing: string
}

/** Scores the entities of one kind that are made of readings, by the names of their reports in the truth. */
export function scoreThings(truth: ThingTruth, readings: ReadonlyMap<string, Source>, resolver: Resolver): ThingScores {
  const placed = placeAll(truth, readings, resolver)
  const either = new Set(truth.either.map(pair => pair.toSorted().join(' ')))
  const misses: string[] = []
  const joined = pairsOf(placed).filter(([a, b]) => a.entity === b.entity && !either.has(pairName(a.thing, b.thing)))
  const wrong = joined.filter(([a, b]) => a.thing !== b.thing)
  for (const [a, b] of wrong) misses.push(`joined wrongly: ${nameOf(a)} + ${nameOf(b)}`)
  const one = pairsOf(placed).filter(([a, b]) => a.thing === b.thing)
  const parted = one.filter(([a, b]) => a.entity !== b.entity)
  for (const [a, b] of parted) misses.push(`not joined: ${a.thing}: ${nameOf(a)} + ${nameOf(b)}`)
  return {
    precision: { right: joined.length - wrong.length, all: joined.length },
    recall: { right: one.length - parted.length, all: one.length },
    recallOfAll: reportPairs(truth, placed, readings),
    misses,
  }
}

function placeAll(truth: ThingTruth, readings: ReadonlyMap<string, Source>, resolver: Resolver): Placed[] {
  const claims = new Map(
    [...readings].flatMap(([doc, source]) => source.claims.map(claim => [claim.id, { doc, claim }])),
  )
  const placed = assemble(resolver, [...readings.values()]).entities.flatMap(({ id, mentions }) =>
    mentions.map((mention: Mention): Placed => {
      const { doc, claim } = claims.get(mention.claim)!
      return { doc, claim, entity: id, thing: thingOf(truth, doc, claim, readings.get(doc)!.document.text) ?? claim.id }
    }),
  )
  return placed.toSorted((a, b) => byCodeUnit(a.doc, b.doc) || a.claim.quote.start - b.claim.quote.start)
}

/** The thing that most of a claim's words speak of, of several in a list the one that it names; null where they speak of none. */
function thingOf({ things }: ThingTruth, doc: string, claim: Claim, text: string): string | null {
  const spans: readonly Span[] = 'mentions' in claim ? [claim.quote, ...claim.mentions] : [claim.quote]
  const names = namesOf(claim)
  const spoken = things.flatMap(({ id, in: { [doc]: places = [] } }) =>
    places.map(place => ({
      id,
      n: Math.max(...spans.map(span => overlap(span, place))),
      named: names.some(name => skeleton(text.slice(...place)).includes(name)),
    })),
  )
  const [best] = spoken.filter(({ n }) => n > 0).toSorted((a, b) => Number(b.named) - Number(a.named) || b.n - a.n)
  return best?.id ?? null
}

/** What a claim calls its thing; a pair of gates by the name of its own side. */
function namesOf(claim: Claim): string[] {
  if (claim.type === 'person') return [skeleton(claim.name)]
  return claim.type === 'gate' ? claim.names.slice(0, 1).map(skeleton) : []
}

const overlap = (span: Span, [start, end]: readonly [number, number]): number =>
  Math.min(span.end, end) - Math.max(span.start, start)

function reportPairs({ things }: ThingTruth, placed: readonly Placed[], readings: ReadonlyMap<string, Source>): Share {
  const pairs = things.flatMap(thing => {
    const docs = Object.keys(thing.in).filter(doc => readings.has(doc))
    const entities = docs.map(
      doc => new Set(placed.filter(each => each.doc === doc && each.thing === thing.id).map(({ entity }) => entity)),
    )
    return pairsOf(entities)
  })
  return { right: pairs.filter(([a, b]) => [...a].some(entity => b.has(entity))).length, all: pairs.length }
}

const pairName = (a: string, b: string): string => [a, b].toSorted().join(' ')

const pairsOf = <T>(all: readonly T[]): [T, T][] => all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]))

const nameOf = ({ doc, claim }: Placed): string => `${doc} ${claim.quote.start} "${claim.quote.exact.slice(0, 60)}"`
