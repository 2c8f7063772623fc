import { NONE } from '../../grammar/none.ts'
import type { ReadContext } from '../context.ts'

/** From how many sides on a count means all who meet. */
const SEVERAL = 3

/** Behind "bốn tỉnh", "năm tỉnh, khu": sides that are counted and not named; the token itself where none are. */
export function afterCountedSides(context: ReadContext, from: number): number {
  if (!(Number(context.value(from, 'NUMWORD')) >= SEVERAL)) return from
  let end = context.after(context.after(from, 'NUMWORD'), 'SIDEKIND')
  if (end === context.after(from, 'NUMWORD')) return from
  while (context.isMark(end, ',') && context.has(end + 1, 'SIDEKIND')) end = context.after(end + 1, 'SIDEKIND')
  return end
}

/** Where counted sides begin that end before a token; NONE where none do. */
export function countedSidesTo(context: ReadContext, end: number, from: number): number {
  let at = end
  for (let edge = context.edgeTo(at, 'SIDEKIND'); edge !== NONE; edge = context.edgeTo(at, 'SIDEKIND')) {
    const start = context.lattice.start[edge]
    if (start <= from) return NONE
    const number = context.edgeTo(start, 'NUMWORD')
    if (number !== NONE && afterCountedSides(context, context.lattice.start[number]) === end)
      return context.lattice.start[number]
    if (!context.isMark(start - 1, ',')) return NONE
    at = start - 1
  }
  return NONE
}
