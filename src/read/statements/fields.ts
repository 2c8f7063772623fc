import { NONE } from '../../grammar/none.ts'
import type { ClassName } from '../../lang/classes.ts'
import { FIELDS, type Field, oneOf } from '../../model/kinds.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'

/** Most fields that one commitment has. */
const MOST = 3

/** The fields of cooperation that words name, in the order in which they first stand, at most three; hints where none is named. */
export function fieldsOf(context: ReadContext, range: TokenRange): Field[] {
  const named = fieldsNamed(context, range, 'FIELD')
  return named.length > 0 ? named : fieldsNamed(context, range, 'HINT')
}

/** Whether the words themselves name a field. */
export const namesField = (context: ReadContext, range: TokenRange): boolean =>
  fieldsNamed(context, range, 'FIELD').length > 0

/** At each word the longest phrase counts, under all its fields; a shorter one inside it is silent. */
function fieldsNamed(context: ReadContext, { from, to }: TokenRange, name: ClassName): Field[] {
  const found: Field[] = []
  let at = from
  while (at < to) {
    const end = longestEnd(context, at, to, name)
    for (let edge = context.edge(at, name); edge !== NONE; edge = context.lattice.nextEdge(edge)) {
      const field = oneOf(FIELDS, context.valueOf(edge))
      if (field && context.lattice.end[edge] === end && !found.includes(field)) found.push(field)
    }
    at = Math.max(at + 1, end)
  }
  return found.slice(0, MOST)
}

function longestEnd(context: ReadContext, at: number, to: number, name: ClassName): number {
  let end = at
  for (let edge = context.edge(at, name); edge !== NONE; edge = context.lattice.nextEdge(edge))
    if (context.lattice.end[edge] <= to) end = Math.max(end, context.lattice.end[edge])
  return end
}
