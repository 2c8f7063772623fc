import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { keyedResolver, spansOf } from './keyed.ts'

/** Links by their gazetteer id; one that it does not know by its mode and ends. */
export const createLinkResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'link',
    kind: 'link',
    profile: ({ ref, mode, ends }) => ({ link: ref ?? `~${mode}~${ends.map(skeleton).toSorted().join('~')}` }),
    label: ({ name, mode, ends }) => name ?? `${mode} ${ends.join(' - ')}`,
    facts: ({ mode }) => [`mode:${mode}`],
    portrait({ link: id }, tallies, labels) {
      const known = atlas.gazetteer.links.get(id)
      return {
        label: known?.name ?? labels[0],
        tags: [`link:${id}`],
        data: {
          ref: known ? id : null,
          mode: known?.mode ?? null,
          ends: known?.ends ?? null,
          modes: spansOf(tallies, 'mode'),
        },
      }
    },
  })

/** Mechanisms by their gazetteer id or name; their sessions are facts. */
export const createMechanismResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'mechanism',
    kind: 'mechanism',
    profile: ({ ref, name }) => ({ mechanism: ref ?? `~${skeleton(name)}` }),
    label: ({ name }) => name,
    facts: ({ session }) => (session === null ? [] : [`session:${session}`]),
    portrait({ mechanism: id }, tallies, labels) {
      const known = atlas.gazetteer.mechanisms.get(id)
      const sides = [
        ...new Set(
          (known?.parties ?? [])
            .map(party => atlas.gazetteer.places.get(party))
            .filter(p => !!p)
            .map(place => atlas.heir(atlas.sideOf(place)).id),
        ),
      ]
      return {
        label: known?.name ?? labels[0],
        tags: [`mechanism:${id}`, ...sides.map(side => `side:${side}`)],
        data: { ref: known ? id : null, kind: known?.kind ?? null, sessions: spansOf(tallies, 'session') },
      }
    },
  })
