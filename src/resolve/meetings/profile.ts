import type { Rarity } from '../../lang/rarity.ts'
import { dayNumber } from '../../model/calendar.ts'
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
export const occasionOf = ({ document, relevant, claims }: Source): MeetingClaim | null =>
  (relevant ? claims : []).find(
    (claim): claim is MeetingClaim => claim.type === 'meeting' && isFresh(claim, document.published),
  ) ?? null

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
  people: [],
  name: null,
  report: null,
  told: null,
}

/** The profile of a meeting that a report speaks of beside its occasion. */
export function claimProfile(source: Source, claim: MeetingClaim, { atlas, mechanisms }: Knowledge): MeetingProfile {
  const { document } = source
  const here = atlasHere(atlas, source)
  const day = claim.start ?? document.published
  const place = claim.place === null ? null : here.place(claim.place, day)
  const mechanism = claim.mechanism === null ? null : skeleton(claim.mechanism)
  const profile: MeetingProfile = {
    kind: claim.kind,
    start: claim.start,
    end: claim.end,
    place: place ? atlas.heir(place).id : claim.place === null ? null : skeleton(claim.place),
    parties: distinct(claim.parties.map(name => here.side(name, day))),
    mechanism: mechanism === null ? null : (mechanisms.get(mechanism) ?? mechanism),
    session: claim.session,
    people: distinct(claim.people.map(({ name }) => skeleton(name))),
    name: NAMED_KINDS.has(claim.kind) ? skeleton(claim.quote.exact) : null,
    report: null,
    told: null,
  }
  return saysWhich(profile, atlas) ? profile : { ...profile, report: document.id }
}

/** Kinds of which a day may have several, told apart by what they are called. */
const NAMED_KINDS: ReadonlySet<MeetingKind> = new Set(['ceremony', 'other'])

/** Whether any two reports that say this speak of one meeting. */
function saysWhich({ start, parties, place, mechanism, session, name }: MeetingProfile, atlas: Atlas): boolean {
  if (mechanism !== null && session !== null && atlas.gazetteer.mechanisms.has(mechanism)) return true
  return (
    start !== null && place !== null && name === null && parties.length > 1 && parties.some(id => isLocal(id, atlas))
  )
}

/** Whether a side is less than a country. */
export const isLocal = (side: string, { gazetteer }: Atlas): boolean => gazetteer.places.get(side)?.kind !== 'country'
