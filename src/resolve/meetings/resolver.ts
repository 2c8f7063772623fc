import type { Rarity } from '../../lang/rarity.ts'
import type { MeetingClaim } from '../../model/claim.ts'
import type { Atlas } from '../atlas.ts'
import type { Mention, Source } from '../mention.ts'
import type { Resolver } from '../resolver.ts'
import { besidesOf, blocksOf } from './blocks.ts'
import { judgeMeetings, judgeOccasions } from './judge.ts'
import { meetingPortrait } from './portrait.ts'
import {
  claimProfile,
  type Knowledge,
  mechanismIds,
  type MeetingProfile,
  occasionOf,
  occasionProfile,
} from './profile.ts'

/** Which meetings of many reports are one: by session, days, sides and place, and occasions also by how they are told. */
export function createMeetingResolver(atlas: Atlas, rarity: Rarity): Resolver<MeetingProfile> {
  const knowledge = { atlas, rarity, mechanisms: mechanismIds(atlas) }
  return {
    kind: 'meeting',
    mentions: source => mentionsOf(source, knowledge),
    blocks: profile => blocksOf(profile, atlas),
    besides: besidesOf,
    judge: (a, b) => judgeMeetings(a, b, atlas),
    portrait: (_profiles, tallies, labels) => meetingPortrait(tallies, labels, atlas),
  }
}

/** The same judging for reports as wholes: each gives one mention, of its occasion, whatever it claims. */
export function createOccasionResolver(atlas: Atlas, rarity: Rarity): Resolver<MeetingProfile> {
  const knowledge = { atlas, rarity, mechanisms: mechanismIds(atlas) }
  return {
    ...createMeetingResolver(atlas, rarity),
    mentions: source => [wholeMention(source, knowledge)],
    judge: (a, b) => judgeOccasions(a, b, atlas),
  }
}

function wholeMention(source: Source, knowledge: Knowledge): Mention<MeetingProfile> {
  const { id, published, title } = source.document
  const profile = occasionProfile(source, occasionOf(source), knowledge)
  return { kind: 'meeting', claim: id, profile, day: profile.start ?? published, label: title ?? id, facts: [] }
}

function mentionsOf(source: Source, knowledge: Knowledge): Mention<MeetingProfile>[] {
  if (!source.relevant) return []
  const occasion = occasionOf(source)
  return source.claims
    .filter((claim): claim is MeetingClaim => claim.type === 'meeting')
    .map(claim => {
      const told = claim === occasion
      const profile = told ? occasionProfile(source, claim, knowledge) : claimProfile(source, claim, knowledge)
      return {
        kind: 'meeting',
        claim: claim.id,
        profile,
        day: claim.start ?? source.document.published,
        label: claim.quote.exact,
        facts: factsOf(source, claim, profile, told),
      }
    })
}

/** People of an occasion that are tallied, at most. */
const MOST_PEOPLE = 20

function factsOf(source: Source, claim: MeetingClaim, profile: MeetingProfile, told: boolean): string[] {
  const { kind, start, end, place, parties, mechanism, session } = profile
  const one = { kind, start, end, place, mechanism, session, told: told ? 'occasion' : 'beside' }
  return [
    ...Object.entries(one).flatMap(([name, value]) => (value === null ? [] : [`${name}:${value}`])),
    ...parties.map(id => `party:${id}`),
    ...peopleOf(source, claim, told).map(person => `person:${person}`),
  ]
}

/** Those who are said to have met; of an occasion also whom its report names with an office. */
function peopleOf(source: Source, claim: MeetingClaim, told: boolean): string[] {
  const named = claim.people.map(({ name, role }) => `${name}|${role}`)
  if (!told) return [...new Set(named)]
  const present = source.claims
    .flatMap(each => (each.type === 'person' && each.offices.length > 0 ? [`${each.name}|${each.offices[0]}`] : []))
    .slice(0, MOST_PEOPLE)
  return [...new Set([...named, ...present])]
}
