import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { keyedResolver, spansOf } from './keyed.ts'

/** Links by their gazetteer id; one that it does not know by its mode and ends, or by its name where it tells no ends. */
export const createLinkResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'link',
    kind: 'link',
    profile: ({ ref, mode, ends, name }) => ({
      link: ref,
      mode: ref === null ? mode : null,
      ends: ref === null ? ends.map(skeleton).toSorted() : [],
      name: ref === null && ends.length === 0 && name !== null ? skeleton(name) : null,
    }),
    label: ({ name, mode, ends }) => name ?? `${mode} ${ends.join(' - ')}`,
    facts: ({ mode }) => [`mode:${mode}`],
    telling: ({ link }) => link !== null,
    portrait({ link: id }, tallies, labels) {
      const known = id === null ? undefined : atlas.gazetteer.links.get(id)
      return {
        label: known?.name ?? labels[0],
        tags: known ? [`link:${known.id}`] : [],
        data: {
          ref: known?.id ?? null,
          mode: known?.mode ?? null,
          ends: known?.ends ?? null,
          modes: spansOf(tallies, 'mode'),
        },
      }
    },
  })
