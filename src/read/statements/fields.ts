import { NONE } from '../../grammar/lattice.ts'
import { FIELDS, type Field, oneOf } from '../../model/kinds.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'

/** Most fields that one commitment has. */
const MOST = 3

/** The fields of cooperation that an item's words name, in the order in which they first stand, at most three. */
export function fieldsOf(context: ReadContext, { from, to }: TokenRange): Field[] {
  const found: Field[] = []
  for (let at = from; at < to; at++)
    for (let edge = context.edge(at, 'FIELD'); edge !== NONE; edge = context.lattice.nextEdge(edge)) {
      const field = oneOf(FIELDS, context.valueOf(edge))
      if (field && context.lattice.end[edge] <= to && !found.includes(field)) found.push(field)
    }
  return found.slice(0, MOST)
}
