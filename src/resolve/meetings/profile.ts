import type { Rarity } from '../../lang/rarity.ts'
import { addDays, dayNumber } from '../../model/calendar.ts'
import type { MeetingClaim } from '../../model/claim.ts'
import type { MeetingKind } from '../../model/kinds.ts'
import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { atlasHere } from '../atlas-here.ts'
import type { Source } from '../mention.ts'
import { type Told, toldOf } from './told.ts'
import { distinct } from '../../text/order.ts'

/** What is compared of a meeting that a report speaks of. Lists are in the order of code units. */
export interface MeetingProfile {
  /** Null where the report claims no meeting: then only how it is told is known. */
  readonly kind: MeetingKind | null
  /** ISO days. */
  readonly start: string | null
  readonly end: string | null
  /** Id of a known place, else the name's skeleton. */
  readonly place: string | null
  /** Ids of the sides that met (see `Atlas.side`). */
  readonly parties: readonly string[]
  /** Id of a known mechanism, else the name's skeleton. */
  readonly mechanism: string | null
  readonly session: number | null
  /** The year that it is called by, of a known mechanism that does not count its meetings, or else its own. */
  readonly edition: string | null
  /** Skeletons of the names of those who met. */
  readonly people: readonly string[]
  /** Skeleton of what it is called, of kinds that are told apart by it; else null. */
  readonly name: string | null
  /** The report whose occasion it is, or that alone knows which meeting its words mean; null where they say it to anybody. */
  readonly report: string | null
  /** How the report tells it, where it is the report's occasion. */
  readonly told: Told | null
}

/** What a profile is made with. */
export interface Knowledge {
  readonly atlas: Atlas
  readonly mechanisms: ReadonlyMap<string, string>
  readonly rarity: Rarity
}

/** Ids of known mechanisms by the skeletons of their names. */
export const mechanismIds = ({ gazetteer }: Atlas): ReadonlyMap<string, string> =>
  new Map(
    [...gazetteer.mechanisms.values()].flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map(each => [skeleton(each), id]),
    ),
  )

/** How long before publication a report's occasion was, at most, in days: what is older is told beside it. */
const FRESH = 10

/** The main meeting of a report on cooperation: the first that it claims and that is no old one; null where there is none. */
export function occasionOf({ document, relevant, claims }: Source): MeetingClaim | null {
  if (!relevant) return null
  const meetings = claims.filter(claim => claim.type === 'meeting')
  const fresh = meetings.findIndex(claim => isFresh(claim, document.published))
  // What is said without a day after something old is as old.
  const dated = meetings.findIndex(claim => claim.start !== null && isFresh(claim, document.published))
  return meetings[fresh === 0 ? 0 : dated] ?? null
}

const isFresh = ({ start, end }: MeetingClaim, published: string | null): boolean =>
  start === null || published === null || dayNumber(published) - dayNumber(end ?? start) <= FRESH

/** The profile of a report's occasion, with or without a meeting that is claimed. */
export function occasionProfile(source: Source, claim: MeetingClaim | null, knowledge: Knowledge): MeetingProfile {
  const told = toldOf(source, knowledge.atlas, knowledge.rarity)
  const base = claim ? claimProfile(source, claim, knowledge) : NOTHING
  return { ...base, report: source.document.id, told }
}

const NOTHING: MeetingProfile = {
  kind: null,
  start: null,
  end: null,
  place: null,
  parties: [],
  mechanism: null,
  session: null,
  edition: null,
  people: [],
  name: null,
  report: null,
  told: null,
}

/** The profile of a meeting that a report speaks of beside its occasion. */
export function claimProfile(source: Source, claim: MeetingClaim, { atlas, mechanisms }: Knowledge): MeetingProfile {
  const { document } = source
  const here = atlasHere(atlas, source)
  const { start, end } = claim.start === null ? (namedTogether(source, claim) ?? claim) : claim
  const day = start ?? document.published
  const place = claim.place === null ? null : here.place(claim.place, day)
  const mechanism = claim.mechanism === null ? null : skeleton(claim.mechanism)
  const ref = mechanism === null ? undefined : mechanisms.get(mechanism)
  const profile: MeetingProfile = {
    kind: claim.kind,
    start,
    end,
    place: place ? atlas.heir(place).id : claim.place === null ? null : skeleton(claim.place),
    parties: distinct(claim.parties.map(name => partySide(name, day, here))),
    mechanism: ref ?? mechanism,
    session: claim.session,
    edition: ref === undefined || claim.session !== null ? null : editionOf(claim, start, document.text),
    people: distinct(claim.people.map(({ name }) => skeleton(name))),
    name: NAMED_KINDS.has(claim.kind) ? skeleton(claim.quote.exact) : null,
    report: null,
    told: null,
  }
  const occasion = occasionOf(source)
  const besideOccasion = occasion !== claim && occasion?.start === claim.start && claim.session === null
  return saysWhich(profile, atlas) && !besideOccasion ? profile : { ...profile, report: document.id }
}

/** Kinds of which a day may have several, told apart by what they are called. */
const NAMED_KINDS: ReadonlySet<MeetingKind> = new Set(['ceremony', 'other'])

/** The dated meeting at the same place that the same sentence names before: "on that day, … attended the meeting and the fair". */
const namedTogether = ({ document, claims }: Source, { place, quote }: MeetingClaim): MeetingClaim | undefined =>
  claims.findLast(
    (claim): claim is MeetingClaim =>
      claim.type === 'meeting' &&
      claim.start !== null &&
      claim.place !== null &&
      claim.place === place &&
      claim.quote.end <= quote.start &&
      !/[.!?;\n]/.test(document.text.slice(claim.quote.end, quote.start)),
  )

/** How many words the name of a place has, at most, at the end of a body's name. */
const PLACE_WORDS = [4, 3, 2]

/** The side of a name; of a body that the atlas does not know, that of the place which ends its name. */
function partySide(name: string, day: string | null, here: Atlas): string {
  if (here.place(name, day)) return here.side(name, day)
  const words = name.trim().split(/\s+/)
  const ends = PLACE_WORDS.filter(count => count < words.length).map(count => words.slice(-count).join(' '))
  const end = ends.find(each => here.place(each, day))
  return here.side(end ?? name, day)
}

/** The day on which the undated occasion of a report was, if it was news: that of publication, or the day before. */
export function heraldDays({ told, start, kind }: MeetingProfile): string[] {
  const published = told?.published ?? null
  return kind === null || start !== null || published === null ? [] : [published, addDays(published, -1)]
}

/** A year close behind the words. */
const YEAR_BEHIND = /^[^.,;:()\n]{0,6}?\b((?:19|20)\d\d)(?![\d/.-]?\d)/

const editionOf = ({ quote }: MeetingClaim, start: string | null, text: string): string | null =>
  YEAR_BEHIND.exec(text.slice(quote.end, quote.end + 12))?.[1] ?? start?.slice(0, 4) ?? null

/** Whether any two reports that say this speak of one meeting. */
function saysWhich({ start, parties, place, mechanism, session, name }: MeetingProfile, atlas: Atlas): boolean {
  if (mechanism !== null && session !== null && atlas.gazetteer.mechanisms.has(mechanism)) return true
  return (
    start !== null && place !== null && name === null && parties.length > 1 && parties.some(id => isLocal(id, atlas))
  )
}

/** Whether a side is less than a country. */
export const isLocal = (side: string, { gazetteer }: Atlas): boolean => gazetteer.places.get(side)?.kind !== 'country'
