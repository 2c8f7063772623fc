import type { Claim } from '../model/claim.ts'
import type { ClaimType } from '../model/kinds.ts'
import type { Reading } from '../model/reading.ts'
import { skeleton } from '../text/fold.ts'
import { overlaps, overlapShare } from '../text/span.ts'
import { matchUp, nameKey, sameName, sameNames, sameUnit, uniqueBy, wordF1 } from './alike.ts'
import { COOPERATION_TYPES, type Gold, placed } from './gold.ts'
import { type Measure, type Miss, type Score, Tally } from './tally.ts'

/** How good readings are against gold: precision, recall and F1 of each measure over all documents. */
export interface Evaluation {
  readonly documents: number
  readonly claims: number
  /** Claims whose quote is not exactly in the text. */
  readonly unquoted: number
  /** Commitments, instruments, gates and links in documents that are not relevant, and how many documents have any. */
  readonly invented: number
  readonly inventedIn: number
  readonly scores: readonly Score[]
  readonly misses: readonly Miss[]
}

/** Scores each reading against its gold, by the measures of docs/evaluation.md. */
export function evaluate(pairs: readonly { readonly gold: Gold; readonly reading: Reading }[]): Evaluation {
  const tally = new Tally()
  let [claims, unquoted, invented, inventedIn] = [0, 0, 0, 0]
  for (const { gold, reading } of pairs) {
    claims += reading.claims.length
    unquoted += reading.claims.filter(claim => !isQuoted(claim, reading.document.text)).length
    const made = gold.relevant ? [] : reading.claims.filter(claim => COOPERATION_TYPES.includes(claim.type))
    invented += made.length
    if (made.length > 0) inventedIn++
    for (const claim of made)
      tally.misses.push({ measure: 'invented', doc: gold.doc, kind: 'extra', what: claim.quote.exact })
    new Comparison(gold, reading, tally).run()
  }
  return { documents: pairs.length, claims, unquoted, invented, inventedIn, scores: tally.scores, misses: tally.misses }
}

const isQuoted = ({ quote }: Claim, text: string): boolean =>
  quote.exact !== '' && text.slice(quote.start, quote.end) === quote.exact

/** The reading of a gold's document: by its id, its file or its address. */
export const isReadingOf = ({ doc }: Gold, { document }: Reading): boolean =>
  [document.id, document.key, document.file, document.url].some(
    name => name && (name === doc || name.includes(`/${doc}.`) || name.startsWith(`${doc}.`)),
  )

const exactly =
  <G, P>(same: (gold: G, found: P) => boolean) =>
  (gold: G, found: P): number =>
    same(gold, found) ? 1 : 0

/** One document's gold beside its reading. */
class Comparison {
  private readonly gold: Gold
  private readonly reading: Reading
  private readonly tally: Tally

  constructor(gold: Gold, reading: Reading, tally: Tally) {
    this.gold = gold
    this.reading = reading
    this.tally = tally
  }

  run(): void {
    this.compareNames()
    this.compareMeetings()
    this.compareInstruments()
    this.compareCommitments()
    this.compareThings()
    this.compareDates()
  }

  private claims<T extends ClaimType>(type: T): Extract<Claim, { type: T }>[] {
    return this.reading.claims.filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)
  }

  private compare<G, P>(
    measure: Measure,
    gold: readonly G[],
    found: readonly P[],
    score: (gold: G, found: P) => number,
    least = 1,
  ): readonly (readonly [G, P])[] {
    const { pairs, missed, extra } = matchUp(gold, found, score, least)
    this.tally.count(measure, pairs.length, extra.length, missed.length)
    for (const item of missed) this.note(measure, 'missed', item)
    for (const item of extra) this.note(measure, 'extra', item)
    return pairs
  }

  private note(measure: Measure, kind: Miss['kind'], item: unknown): void {
    this.tally.misses.push({
      measure,
      doc: this.gold.doc,
      kind,
      what: typeof item === 'string' ? item : this.wordsOf(item),
    })
  }

  private wordsOf(item: unknown): string {
    const { quote, at, span, name, names, ends, ...rest } = item as Record<string, unknown>
    const place = (quote ?? span) as { start: number; end: number } | undefined
    const words =
      at ??
      (place && this.reading.document.text.slice(place.start, place.end)) ??
      name ??
      JSON.stringify(names ?? ends ?? rest)
    return typeof words === 'string' ? words : JSON.stringify(words)
  }

  private compareNames(): void {
    const { gold } = this
    const people = this.compare(
      'people',
      gold.people,
      this.claims('person'),
      exactly((g, p) => skeleton(g.name) === skeleton(p.name)),
    )
    for (const [g, p] of people) this.compare('offices', g.offices, p.offices, wordF1, 0.7)
    const places = uniqueBy(
      this.claims('place').map(p => p.name),
      nameKey,
    )
    this.compare('places', gold.places, places, exactly(sameName))
    const organizations = uniqueBy(
      this.claims('organization').map(p => p.name),
      nameKey,
    )
    this.compare('organizations', gold.organizations, organizations, wordF1, 0.75)
    this.compare(
      'mechanisms',
      gold.mechanisms,
      this.claims('mechanism'),
      (g, p) => wordF1(g.name, p.name) - ((g.session ?? null) === p.session ? 0 : 0.5),
      0.7,
    )
  }

  private compareMeetings(): void {
    const score = (g: Gold['meetings'][number], p: Extract<Claim, { type: 'meeting' }>): number =>
      (g.kind === p.kind ? 0.5 : 0) +
      ((g.start ?? null) === p.start ? 0.5 : 0) +
      (skeleton(g.place ?? '') === skeleton(p.place ?? '') ? 0.01 : 0)
    for (const [g, p] of this.compare('meetings', this.gold.meetings, this.claims('meeting'), score, 0.5)) {
      this.tally.judge('meeting dates', (g.start ?? null) === p.start && (g.end ?? null) === p.end)
      this.compare('meeting parties', g.parties, p.parties, exactly(sameName))
    }
  }

  private compareInstruments(): void {
    const { text } = this.reading.document
    this.compare(
      'instruments',
      placed(this.gold.instruments, text),
      this.claims('instrument'),
      exactly((g, p) => g.kind === p.kind && (overlaps(g.span, p.quote) || wordF1(g.title, p.title) >= 0.6)),
    )
  }

  private compareCommitments(): void {
    const { text } = this.reading.document
    const pairs = this.compare(
      'commitments',
      placed(this.gold.commitments, text),
      this.claims('commitment'),
      (g, p) => overlapShare(g.span, p.quote),
      0.5,
    )
    for (const [g, p] of pairs) {
      this.tally.judge('commitment stages', g.stage === p.stage)
      if (g.stage !== p.stage) this.note('commitment stages', 'wrong', `${p.stage} for ${g.stage}: ${p.quote.exact}`)
      this.compare(
        'commitment fields',
        g.fields,
        p.fields,
        exactly((a, b) => a === b),
      )
      this.compare('commitment sides', g.by, p.by, exactly(sameName))
    }
  }

  private compareThings(): void {
    const { gold } = this
    this.compare(
      'figures',
      gold.figures,
      this.claims('figure'),
      exactly((g, p) => Math.abs(g.value - p.value) <= 1e-6 * Math.abs(g.value) && sameUnit(g.unit, p.unit)),
    )
    const gates = uniqueBy(this.claims('gate'), gate => gate.names.map(nameKey).toSorted().join('|'))
    this.compare(
      'gates',
      gold.gates,
      gates,
      exactly((g, p) => sameNames(g.names, p.names)),
    )
    this.compare(
      'links',
      gold.links,
      this.claims('link'),
      (g, p) =>
        g.ends.filter(end => p.ends.some(other => sameName(end, other))).length /
        Math.max(g.ends.length, p.ends.length),
      0.66,
    )
  }

  private compareDates(): void {
    const { text } = this.reading.document
    this.compare(
      'dates',
      placed(this.gold.dates, text),
      this.claims('date'),
      exactly((g, p) => overlaps(g.span, p.quote) && (g.start ?? null) === p.start && (g.end ?? null) === p.end),
    )
  }
}
