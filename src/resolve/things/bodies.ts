import type { Place } from '../../lang/gazetteer.ts'
import type { Names } from '../../lang/names.ts'
import type { OrganizationClaim } from '../../model/claim.ts'
import type { Atlas } from '../atlas.ts'
import type { Source } from '../mention.ts'
import { placeNamedIn } from '../named-place.ts'
import { mainSideOf } from '../sides.ts'
import { keyedResolver, valuesOf } from './keyed.ts'

/** What a body is known by. */
export interface BodyProfile {
  /** Gazetteer id; null for most. */
  readonly ref: string | null
  /** The name without its place, abbreviations written out: "so ngoai vu". */
  readonly body: string
  /** Id of the place that it is of: as it is named, else the one side of its country that its report is about; null for neither. */
  readonly place: string | null
}

/**
 * Bodies: "Sở Ngoại vụ tỉnh Cao Bằng", "Sở Ngoại vụ Cao Bằng" and "Sở Ngoại vụ" in a report about Cao Bằng are one. `home` is the
 * country whose bodies are named without it.
 */
export const createOrganizationResolver = (atlas: Atlas, names: Names, home: string) =>
  keyedResolver({
    type: 'organization',
    kind: 'organization',
    profile: (claim, day, source): BodyProfile =>
      claim.ref === null
        ? bodyOf(claim, day, source, { atlas, names, home })
        : { ref: claim.ref, body: '', place: null },
    label: ({ name }) => name,
    facts: ({ kind }) => [`kind:${kind}`],
    portrait({ ref, place: id }, tallies, labels) {
      const place = id === null ? undefined : atlas.gazetteer.places.get(id)
      return {
        label: labels[0],
        tags: place ? [`side:${atlas.heir(atlas.sideOf(place)).id}`] : [],
        data: { ref, place: id, kind: valuesOf(tallies, 'kind')[0] },
      }
    },
  })

interface Knowledge {
  readonly atlas: Atlas
  readonly names: Names
  readonly home: string
}

function bodyOf(claim: OrganizationClaim, day: string | null, source: Source, knowledge: Knowledge): BodyProfile {
  const { atlas, names } = knowledge
  const { place, rest } = placeNamedIn(claim.name, day, atlas)
  return {
    ref: null,
    body: names.titleKey(rest === '' ? claim.name : rest),
    place: place === null ? placeOfReport(claim, source, knowledge) : standing(place, atlas),
  }
}

/** A body of a place that was merged into one of the same name goes on; of one that is gone, it ended. */
function standing(place: Place, atlas: Atlas): string {
  const heir = atlas.heir(place)
  return heir.names[0] === place.names[0] && heir.kind === place.kind ? heir.id : place.id
}

/** A ministry without a country is of the home country; a department without a province is of the report's, where there is one. */
function placeOfReport({ name, kind }: OrganizationClaim, source: Source, knowledge: Knowledge): string | null {
  const { atlas, names, home } = knowledge
  const level = names.bodyLevelOf(name)
  const country = names.countryOf(name)
  if (level === 'central') return atlas.country(country ?? home)?.id ?? null
  if (level === null && kind === 'named') return null
  return mainSideOf(country ?? home, source, atlas)
}
