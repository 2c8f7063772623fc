import type { Gazetteer } from '../../lang/gazetteer.ts'
import type { ScreenLanguage } from '../../views/wording.ts'
import { loadGazetteer } from '../packs.ts'

/** What ids of the gazetteer are called in a language of the screen. */
export function namesIn(ui: ScreenLanguage): (id: string) => string {
  const names = namesOf(loadGazetteer(ui))
  return id => names.get(id) ?? id.replace(/^~/, '').replaceAll('~', ' - ')
}

function namesOf({ places, gates, links, mechanisms }: Gazetteer): ReadonlyMap<string, string> {
  return new Map([
    ...[...places.values()].map(({ id, names }) => [id, names[0] ?? id] as const),
    ...[...gates.values()].map(
      ({ id, name, counterpart }) => [id, [name, counterpart].filter(Boolean).join(' - ')] as const,
    ),
    ...[...links.values()].map(({ id, name }) => [id, name] as const),
    ...[...mechanisms.values()].map(({ id, name }) => [id, name] as const),
  ])
}
