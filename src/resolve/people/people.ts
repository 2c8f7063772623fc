import type { PersonClaim } from '../../model/claim.ts'
import type { Names } from '../../lang/names.ts'
import type { Atlas } from '../atlas.ts'
import { dayOf } from '../days.ts'
import type { Mention, Portrait, Tallies } from '../mention.ts'
import type { Resolver } from '../resolver.ts'
import { onlySideOf, sidesOf } from '../sides.ts'
import { judgePeople } from './judge.ts'
import type { PersonProfile } from './profile.ts'
import { createOfficeReader, type OfficeReader } from './offices.ts'
import { byCodeUnit, distinct } from '../../text/order.ts'

/** People: by name, country, side and offices; who held which office from when to when follows from their mentions. */
export function createPersonResolver(atlas: Atlas, names: Names): Resolver<PersonProfile> {
  const readOffice = createOfficeReader(atlas, names)
  return {
    kind: 'person',
    mentions(source) {
      const day = dayOf(source)
      const sides = sidesOf(source, atlas)
      return source.claims
        .filter((claim): claim is PersonClaim => claim.type === 'person')
        .map(claim => mentionOf(claim, { day, sides, atlas, names, readOffice }))
    },
    blocks: profile => [profile.sound, ...nearNames(profile)],
    judge: judgePeople,
    portrait,
  }
}

interface Context {
  readonly day: string | null
  readonly sides: readonly string[]
  readonly atlas: Atlas
  readonly names: Names
  readonly readOffice: OfficeReader
}

function mentionOf(claim: PersonClaim, context: Context): Mention<PersonProfile> {
  const { day, names, readOffice } = context
  const offices = claim.offices.map(office => readOffice(office, day))
  const central = offices.some(({ level }) => level === 'central')
  // "Bí thư Tỉnh ủy" without a name is of the one province of that country that the report is about.
  const side =
    offices.find(office => office.side !== null)?.side ??
    (central || offices.length === 0 ? null : onlySideOf(claim.country, context.sides, context.atlas))
  return {
    kind: 'person',
    claim: claim.id,
    profile: {
      name: names.spelled(claim.name),
      reading: names.reading(claim.name),
      sound: names.sound(claim.name),
      common: names.isCommon(claim.name),
      country: claim.country,
      side,
      seats: distinct(offices.flatMap(({ seat }) => seat ?? [])),
      offices: distinct(offices.map(({ key }) => key)),
      central,
      decade: day === null ? null : Math.floor(Number(day.slice(0, 4)) / 10) * 10,
    },
    day,
    label: claim.name,
    facts: [
      ...claim.offices.map(office => `office:${office}`),
      ...(claim.country === null ? [] : [`country:${claim.country}`]),
      ...(side === null ? [] : [`side:${side}`]),
    ],
  }
}

/**
 * A name of three syllables or more that is told with a side and an office also meets those in the same office that differ in
 * one syllable: it may be misspelt. Without side and office such a block would hold thousands.
 */
function nearNames({ sound, side, offices }: PersonProfile): string[] {
  const syllables = sound.split(' ')
  if (syllables.length < 3 || side === null) return []
  return offices.flatMap(office => syllables.map((_, i) => `${syllables.with(i, '*').join(' ')} ${side} ${office}`))
}

function portrait(_profiles: () => readonly PersonProfile[], tallies: Tallies, labels: readonly string[]): Portrait {
  const values = (name: string) => Object.entries(tallies).filter(([fact]) => fact.startsWith(`${name}:`))
  const offices = values('office').map(([fact, { n, first, last }]) => ({
    office: fact.slice(7),
    first,
    last,
    reports: n,
  }))
  return {
    label: labels[0],
    tags: [...values('side'), ...values('country')].map(([fact]) => fact),
    data: {
      names: labels,
      countries: values('country').map(([fact]) => fact.slice(8)),
      sides: values('side').map(([fact]) => fact.slice(5)),
      offices: offices.toSorted((a, b) => byCodeUnit(a.first ?? '9', b.first ?? '9') || (a.office < b.office ? -1 : 1)),
    },
  }
}
