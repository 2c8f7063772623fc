import type { DateClaim, InstrumentClaim } from '../../model/claim.ts'
import type { InstrumentKind } from '../../model/kinds.ts'
import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { type Feature, judged, type Judgement, type Thresholds } from '../judgement.ts'
import type { Source } from '../mention.ts'
import { keyedResolver, valuesOf } from './keyed.ts'

/** A title with fewer syllables than this names a kind of paper ("biên bản hội đàm"), not one paper. */
const NAMED_FROM = 6
const TITLE_SYLLABLES = 14
/** "Hiệp định EVFTA" names one paper, too. */
const ACRONYM = /\p{Lu}{2}/u

/** What is compared of an instrument. */
export interface InstrumentProfile {
  readonly kind: InstrumentKind
  /** Ids of its sides, in order. */
  readonly sides: readonly string[]
  /** Skeleton of the beginning of its title. */
  readonly title: string
  /** Whether the title names one paper, and not only a kind. */
  readonly named: boolean
  /** ISO day on which it was signed: as its title says, or of a report that tells of its signing; null where neither. */
  readonly day: string | null
  /** The year of that, also where the day is not known; of the report for what is still to be signed. */
  readonly year: string | null
  /** Day or id of the report of which it is, where it has neither a name nor a day of its own. */
  readonly told: string | null
}

/** Instruments: by title, sides and the day on which they were signed; where these do not suffice a person is asked. */
export const createInstrumentResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'instrument',
    kind: 'instrument',
    profile: (claim, day, source) => profileOf(claim, day, source, atlas),
    label: ({ title }) => title,
    facts: ({ status }) => [`status:${status}`],
    compare: { blocks: blocksOf, judge: judgeInstruments },
    portrait: ({ kind, sides, day }, tallies, labels) => ({
      label: labels[0],
      tags: [
        `instrument:${kind}`,
        ...sides.map(side => `side:${side}`),
        ...valuesOf(tallies, 'status').map(status => `status:${status}`),
      ],
      data: {
        kind,
        sides,
        signed: day ?? tallies['status:signed']?.first ?? null,
        day,
        statuses: valuesOf(tallies, 'status'),
      },
    }),
  })

function profileOf(claim: InstrumentClaim, day: string | null, source: Source, atlas: Atlas): InstrumentProfile {
  const words = skeleton(claim.title).split(' ')
  const named = words.length >= NAMED_FROM || ACRONYM.test(claim.title)
  const date = source.claims.find((each): each is DateClaim => each.type === 'date' && stands(each, claim))
  const written = date && date.start === date.end ? date.start : null
  const signed = claim.status === 'signed' ? day : null
  const own = written ?? (named ? null : signed)
  return {
    kind: claim.kind,
    sides: [...new Set(claim.parties.map(party => atlas.side(party, day)))].toSorted(),
    title: words.slice(0, TITLE_SYLLABLES).join(' '),
    named,
    day: own,
    year: (own ?? date?.start ?? signed ?? (claim.status === 'to-sign' ? day : null))?.slice(0, 4) ?? null,
    told: named || own !== null ? null : (day ?? source.document.id),
  }
}

const stands = (date: DateClaim, { quote }: InstrumentClaim): boolean =>
  date.quote.start >= quote.start && date.quote.end <= quote.end

const FIRST_SYLLABLES = 5
const LAST_SYLLABLES = 3

/**
 * Papers of one kind and the same sides meet by day, by title, and by how a title of the same number begins, in years at most one
 * apart, or ends.
 */
function blocksOf({ kind, sides, title, named, day, year }: InstrumentProfile): string[] {
  const between = `${kind} ${sides.join(' ')}`
  const onDay = day === null ? [] : [`${between} ${day}`]
  if (!named) return onDay
  const words = title.split(' ')
  const numbers = numbersIn(title).join(' ')
  const [first, last] = [words.slice(0, FIRST_SYLLABLES).join(' '), words.slice(-LAST_SYLLABLES).join(' ')]
  const years = year === null ? ['-'] : [year, String(Number(year) + 1)]
  return [
    ...onDay,
    `${between} ${title}`,
    ...years.map(each => `${between} ${first} … ${numbers} ${each}`),
    ...(/\d/.test(last) ? [] : [`${between} … ${last} ${numbers}`]),
  ]
}

export const INSTRUMENT_THRESHOLDS: Thresholds = { same: 4, unsure: 2.5 }

export const INSTRUMENT_WEIGHTS = {
  title: 3,
  'title-within': 3,
  'title-near': 1.5,
  day: 2,
  minutes: 1,
  sides: 1,
} as const

const feature = (name: keyof typeof INSTRUMENT_WEIGHTS, note: string): Feature => ({
  name,
  weight: INSTRUMENT_WEIGHTS[name],
  note,
})

function judgeInstruments(a: InstrumentProfile, b: InstrumentProfile): Judgement {
  const features = [
    ...(a.named && b.named ? titleFeatures(a.title, b.title) : []),
    ...(a.day !== null && a.day === b.day ? [feature('day', a.day)] : []),
    ...(a.day !== null && a.day === b.day && a.kind === 'minutes' ? [feature('minutes', a.day)] : []),
    ...(a.sides.length > 0 && a.sides.join() === b.sides.join() ? [feature('sides', a.sides.join(', '))] : []),
  ]
  return judged(features, INSTRUMENT_THRESHOLDS, isOtherTime(a, b) || isOtherNumber(a.title, b.title))
}

/** Signed on two days, or more than a year apart: reports at the turn of a year count it to either. */
const isOtherTime = (a: InstrumentProfile, b: InstrumentProfile): boolean =>
  a.day !== null && b.day !== null
    ? a.day !== b.day
    : a.year !== null && b.year !== null && Math.abs(Number(a.year) - Number(b.year)) > 1

const numbersIn = (title: string): string[] => title.split(' ').filter(word => /\d/.test(word))

/** "… lần thứ 14" and "… lần thứ 15" are two. */
function isOtherNumber(a: string, b: string): boolean {
  const [ours, theirs] = [numbersIn(a), numbersIn(b)]
  return ours.length > 0 && theirs.length > 0 && !ours.some(number => theirs.includes(number))
}

const NEAR = 0.6

function titleFeatures(a: string, b: string): Feature[] {
  if (a === b) return [feature('title', a)]
  const [short, long] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length || (a < b ? -1 : 1))
  const shared = short.filter(word => long.includes(word)).length
  const note = [a, b].toSorted().join(' ~ ')
  if (shared === short.length) return [feature('title-within', note)]
  return shared >= NEAR * (short.length + long.length - shared) ? [feature('title-near', note)] : []
}
