import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { keyedResolver, valuesOf } from './keyed.ts'

/** A title with fewer syllables than this names a kind of paper ("biên bản hội đàm"), not one paper. */
const NAMED_FROM = 6
const TITLE_SYLLABLES = 14

/** Instruments: by their title where it says enough, else by kind, parties and the day on which they were signed. */
export const createInstrumentResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'instrument',
    kind: 'instrument',
    profile({ kind, title, parties, status }, day) {
      const words = skeleton(title).split(' ')
      const sides = [...new Set(parties.map(party => atlas.side(party, day)))].toSorted()
      const named = words.length >= NAMED_FROM
      return {
        kind,
        sides,
        title: named ? words.slice(0, TITLE_SYLLABLES).join(' ') : null,
        day: named || status === 'to-sign' ? null : day,
      }
    },
    label: ({ title }) => title,
    facts: ({ status }) => [`status:${status}`],
    portrait: ({ kind, sides, day }, tallies, labels) => ({
      label: labels[0],
      tags: [
        `instrument:${kind}`,
        ...sides.map(side => `side:${side}`),
        ...valuesOf(tallies, 'status').map(status => `status:${status}`),
      ],
      data: {
        kind,
        sides,
        signed: tallies['status:signed']?.first ?? null,
        day,
        statuses: valuesOf(tallies, 'status'),
      },
    }),
  })

/** Figures: the same measure of the same place in the same unit is one series; each mention is a point of it. */
export const createFigureResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'figure',
    kind: 'figure',
    profile: ({ measure, unit, place, change }, day) => ({
      measure: measure === null ? null : skeleton(measure),
      unit,
      place: place === null ? null : atlas.side(place, day),
      change: change !== null,
    }),
    label: ({ measure, unit }) => measure ?? unit,
    facts: () => [],
    said: ({ value, bound, period, change }) => ({ value, bound, period, change }),
    portrait: ({ unit, place, measure }, _tallies, labels) => ({
      label: labels[0],
      tags: [`unit:${unit}`, ...(place === null ? [] : [`side:${place}`])],
      data: { unit, place, measured: measure !== null },
    }),
  })
