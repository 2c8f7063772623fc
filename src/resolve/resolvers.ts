import type { LanguagePack } from '../lang/pack.ts'
import type { EntityKind } from '../model/entity.ts'
import { type Atlas, createAtlas } from './atlas.ts'
import { createMeetingResolver } from './meetings/resolver.ts'
import { createPersonResolver } from './people/people.ts'
import type { Resolver } from './resolver.ts'
import { createGateResolver } from './things/gates.ts'
import { createLinkResolver } from './things/links.ts'
import { createMechanismResolver } from './things/mechanisms.ts'
import { createFigureResolver } from './things/figures.ts'
import { createInstrumentResolver } from './things/instruments.ts'
import { createUndertakingResolver } from './undertakings/resolver.ts'
import { createOrganizationResolver } from './things/bodies.ts'
import { createPlaceResolver } from './things/places.ts'

/** Who makes entities of mentions, by kind, and the places that they know. */
export interface Resolvers {
  readonly atlas: Atlas
  readonly byKind: ReadonlyMap<EntityKind, Resolver>
}

/** The resolvers of all kinds, with the names and places that a pack knows. */
export function createResolvers(pack: LanguagePack): Resolvers {
  const atlas = createAtlas(pack.gazetteer)
  const names = pack.names()
  const all: readonly Resolver[] = [
    createPersonResolver(atlas, names),
    createPlaceResolver(atlas),
    createOrganizationResolver(atlas, names, pack.home),
    createMechanismResolver(atlas),
    createMeetingResolver(atlas, pack.rarity()),
    createInstrumentResolver(atlas),
    createGateResolver(atlas),
    createLinkResolver(atlas),
    createFigureResolver(atlas),
    createUndertakingResolver(atlas, pack.compareWords()),
  ]
  return { atlas, byKind: new Map(all.map(resolver => [resolver.kind, resolver])) }
}
