import type { CommitmentClaim } from '../../model/claim.ts'
import type { Stage } from '../../model/stage.ts'
import { type Assembled, assemble } from '../../resolve/assemble.ts'
import { dayOf } from '../../resolve/days.ts'
import type { Source } from '../../resolve/mention.ts'
import type { Resolver } from '../../resolve/resolver.ts'
import { type Evidence, evidenceOf, isPromise } from '../../resolve/undertakings/evidence.ts'
import { lifeAt } from '../../resolve/undertakings/life.ts'
import { type Outcome, reviewOf } from '../../resolve/undertakings/review.ts'
import { outcomesOf, type TruthItem, type UndertakingTruth } from './truth.ts'

/** Right ones of all that were looked at. */
export interface Share {
  readonly right: number
  readonly all: number
}

export interface UndertakingScores {
  /** Pairs of claims that were put into one undertaking, and belong into one. */
  readonly precision: Share
  /** Pairs of items of one undertaking that were put into one: of those that were both read, and of all. */
  readonly recall: Share
  readonly recallOfAll: Share
  /** Stages at the days of the truth: where the words that tell the stage were read, and of all. */
  readonly stages: Share
  readonly stagesOfAll: Share
  /** Items of reviews: of those that were read as agreed, and whose outcome's words were read; and of all. */
  readonly reviews: Share
  readonly reviewsOfAll: Share
  /** What is wrong, in sentences. */
  readonly misses: readonly string[]
}

/** Scores the undertakings that are made of readings, by the names of their reports in the truth. */
export function scoreUndertakings(
  truth: UndertakingTruth,
  readings: ReadonlyMap<string, Source>,
  resolver: Resolver,
): UndertakingScores {
  return new Scoring(truth, readings, resolver).scores()
}

/** A claim, with the undertakings of the truth that its words speak of, and the entities that it was put into. */
interface Placed {
  readonly claim: CommitmentClaim
  readonly doc: string
  readonly truths: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
}

class Scoring {
  private readonly truth: UndertakingTruth
  private readonly entities: readonly Assembled<unknown>[]
  private readonly placed: readonly Placed[]
  private readonly evidence: ReadonlyMap<string, readonly Evidence[]>
  private readonly either: ReadonlySet<string>
  private readonly days: ReadonlyMap<string, string | null>
  private readonly misses: string[] = []

  constructor(truth: UndertakingTruth, readings: ReadonlyMap<string, Source>, resolver: Resolver) {
    const known = new Set(readings.keys())
    this.truth = {
      ...truth,
      undertakings: truth.undertakings.map(each => ({ ...each, items: each.items.filter(([doc]) => known.has(doc)) })),
      reviews: truth.reviews.filter(({ doc }) => known.has(doc)),
    }
    this.either = new Set(truth.either.map(pair => pair.toSorted().join(' ')))
    this.entities = assemble(resolver, [...readings.values()]).entities
    const docOf = new Map([...readings].flatMap(([doc, { claims }]) => claims.map(({ id }) => [id, doc] as const)))
    this.placed = this.place(readings)
    this.days = new Map([...readings].map(([doc, reading]) => [doc, dayOf(reading)]))
    this.evidence = new Map(
      this.entities.map(({ id, mentions }) => [id, mentions.map(each => evidenceOf(each, docOf.get(each.claim)!))]),
    )
  }

  scores(): UndertakingScores {
    const [recall, recallOfAll] = this.recall()
    const [stages, stagesOfAll] = this.stages()
    const [reviews, reviewsOfAll] = this.reviews()
    const precision = this.precision()
    return { precision, recall, recallOfAll, stages, stagesOfAll, reviews, reviewsOfAll, misses: this.misses }
  }

  private place(readings: ReadonlyMap<string, Source>): Placed[] {
    const entitiesOf = new Map<string, Set<string>>()
    for (const { id, mentions } of this.entities)
      for (const { claim } of mentions) entitiesOf.set(claim, (entitiesOf.get(claim) ?? new Set()).add(id))
    return [...readings].flatMap(([doc, { claims }]) =>
      claims
        .filter(claim => claim.type === 'commitment')
        .map(claim => ({
          claim,
          doc,
          truths: this.truthsOf(doc, claim),
          entities: entitiesOf.get(claim.id) ?? new Set<string>(),
        })),
    )
  }

  private truthsOf(doc: string, claim: CommitmentClaim): Set<string> {
    const about = this.truth.undertakings.filter(({ items }) => items.some(item => covers(doc, claim, item)))
    return new Set(about.map(({ id }) => id))
  }

  private precision(): Share {
    const byId = new Map(this.placed.map(each => [each.claim.id, each]))
    let [right, all] = [0, 0]
    const seen = new Set<string>()
    for (const { mentions } of this.entities)
      for (const [a, b] of pairsOf([...new Set(mentions.map(({ claim }) => claim))].toSorted())) {
        if (seen.has(`${a} ${b}`)) continue
        seen.add(`${a} ${b}`)
        const [one, other] = [byId.get(a)!, byId.get(b)!]
        const same = this.sameTruth(one, other)
        if (same === null) continue
        all++
        if (same) right++
        else this.misses.push(`joined wrongly: ${nameOf(one)} + ${nameOf(other)}`)
      }
    return { right, all }
  }

  /** Null where a careful reader may say either. */
  private sameTruth(one: Placed, other: Placed): boolean | null {
    if ([...one.truths].some(id => other.truths.has(id))) return true
    const mayBe = [...one.truths].some(a => [...other.truths].some(b => this.either.has([a, b].toSorted().join(' '))))
    return mayBe ? null : false
  }

  private recall(): [Share, Share] {
    const read = { right: 0, all: 0 }
    let all = 0
    for (const { id, items } of this.truth.undertakings)
      for (const [a, b] of pairsOf(items)) {
        all++
        const [ones, others] = [a, b].map(item => this.placed.filter(({ doc, claim }) => covers(doc, claim, item)))
        if (ones.length === 0 || others.length === 0) continue
        read.all++
        const joined = ones.some(one => others.some(other => [...one.entities].some(each => other.entities.has(each))))
        if (joined) read.right++
        else this.misses.push(`not joined: ${id}: ${nameOf(ones[0])} + ${nameOf(others[0])}`)
      }
    return [read, { right: read.right, all }]
  }

  /** The entity that most claims on an undertaking were put into; null where none was read. */
  private entityOf(id: string): string | null {
    const counts = new Map<string, number>()
    for (const { truths, entities } of this.placed)
      if (truths.has(id)) for (const entity of entities) counts.set(entity, (counts.get(entity) ?? 0) + 1 / truths.size)
    const best = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]
    return best?.[0] ?? null
  }

  private stages(): [Share, Share] {
    const read = { right: 0, all: 0 }
    let [right, all] = [0, 0]
    for (const { id, stages = {} } of this.truth.undertakings) {
      const evidence = this.evidence.get(this.entityOf(id) ?? '') ?? []
      for (const [at, stage] of Object.entries(stages)) {
        all++
        const found: Stage | null = lifeAt(evidence, at)?.stage ?? null
        if (found === stage) right++
        if (found === null || !this.isRead(id, at, told => told === stage)) continue
        read.all++
        if (found === stage) read.right++
        else this.misses.push(`stage: ${id} at ${at} is ${stage}, found ${found}`)
      }
    }
    return [read, { right, all }]
  }

  private reviews(): [Share, Share] {
    const read = { right: 0, all: 0 }
    let [right, all] = [0, 0]
    for (const { doc, at, items } of this.truth.reviews) {
      const found = reviewOf({ day: this.dayOf(doc), docs: [doc] }, this.evidence, at)
      for (const [id, cell] of Object.entries(items)) {
        all++
        const outcomes = outcomesOf(cell)
        const item = found.find(({ undertaking }) => undertaking === this.entityOf(id))
        const isRight = item !== undefined && outcomes.includes(item.outcome)
        if (isRight) right++
        if (!item || !outcomes.some(outcome => this.isOutcomeRead(id, doc, at, outcome))) continue
        read.all++
        if (isRight) read.right++
        else this.misses.push(`review of ${doc} at ${at}: ${id} is ${cell}, found ${item.outcome}`)
      }
    }
    return [read, { right, all }]
  }

  /** Whether words that tell a stage of an undertaking by a day were read, whatever was made of them. */
  private isRead(id: string, at: string, tells: (stage: Stage) => boolean, after = ''): boolean {
    const { items } = this.truth.undertakings.find(each => each.id === id)!
    return items.some(item => {
      const [doc, , , stage] = item
      const day = this.dayOf(doc) ?? ''
      if (!stage || !tells(stage) || day > at || (after !== '' && day <= after)) return false
      return this.placed.some(each => covers(each.doc, each.claim, item))
    })
  }

  private isOutcomeRead(id: string, meeting: string, at: string, outcome: Outcome): boolean {
    if (outcome === 'silent') return true
    const tells = (stage: Stage): boolean => TOLD_BY[outcome]?.(stage) ?? false
    return this.isRead(id, at, tells, this.dayOf(meeting) ?? '')
  }

  private dayOf(doc: string): string | null {
    return this.days.get(doc) ?? null
  }
}

/** The stages by which an outcome is told. */
const TOLD_BY: Partial<Record<Outcome, (stage: Stage) => boolean>> = {
  done: stage => stage === 'done',
  'under-way': stage => stage === 'underway',
  'promised-again': stage => isPromise(stage) || stage === 'stalled',
}

/** Whether a claim and an item speak of the same words: half of the shorter at least. */
function covers(doc: string, { quote }: CommitmentClaim, [itemDoc, start, end]: TruthItem): boolean {
  if (doc !== itemDoc) return false
  const shared = Math.min(quote.end, end) - Math.max(quote.start, start)
  return shared * 2 >= Math.min(quote.end - quote.start, end - start)
}

const pairsOf = <T>(things: readonly T[]): [T, T][] =>
  things.flatMap((a, i) => things.slice(i + 1).map((b): [T, T] => [a, b]))

const nameOf = ({ doc, claim }: Placed): string => `${doc} ${claim.quote.start} "${claim.quote.exact.slice(0, 60)}"`
