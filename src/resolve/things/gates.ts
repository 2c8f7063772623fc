import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import type { Tallies } from '../mention.ts'
import { keyedResolver } from './keyed.ts'

/** Gates by the gazetteer id of their pair or lane; a gate that it does not know by its names. */
export const createGateResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'gate',
    kind: 'gate',
    profile: ({ ref, names }) => ({ gate: ref ?? `~${names.map(skeleton).toSorted().join('~')}` }),
    label: ({ names }) => names.join(' - '),
    facts: ({ kind, class: open }) => [`kind:${kind}`, ...(open === null ? [] : [`class:${open}`])],
    portrait({ gate: id }, tallies, labels) {
      const known = atlas.gazetteer.gates.get(id)
      return {
        label: known ? [known.name, known.counterpart].filter(Boolean).join(' - ') : labels[0],
        tags: [`gate:${id}`, ...(known ? [`side:${known.province}`] : [])],
        data: { ref: known ? id : null, kind: known?.kind ?? null, classes: spansOf(tallies, 'class') },
      }
    },
  })

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

/** Each value of a fact with how often and from when to when it was said, in order of the value's first day. */
function spansOf(tallies: Tallies, name: string) {
  return Object.entries(tallies)
    .filter(([fact]) => fact.startsWith(`${name}:`))
    .map(([fact, { n, first, last }]) => ({ value: fact.slice(name.length + 1), first, last, reports: n }))
    .toSorted((a, b) => order(a.first ?? '9', b.first ?? '9') || order(a.value, b.value))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
