import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { keyedResolver } from './keyed.ts'

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
