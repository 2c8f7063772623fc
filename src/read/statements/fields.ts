import { NONE } from '../../grammar/none.ts'
import type { ClassName } from '../../lang/classes.ts'
import { FIELDS, type Field, oneOf } from '../../model/kinds.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'

/** Most fields that one commitment has. */
const MOST = 3

/** The fields of cooperation that words name, in the order in which they first stand, at most three. */
export function fieldsOf(context: ReadContext, range: TokenRange): Field[] {
  const named = fieldsNamed(context, range, 'FIELD')
  if (named.length < MOST && !named.includes('border-gates') && namesGates(context, range)) named.push('border-gates')
  return named
}

/** Fields that words only hint at, asked for where none is named. */
export const hintedFields = (context: ReadContext, range: TokenRange): Field[] => fieldsNamed(context, range, 'HINT')

/** Whether the words themselves name a field. */
export const namesField = (context: ReadContext, range: TokenRange): boolean => fieldsOf(context, range).length > 0

/** At each word the longest phrase counts, under all its fields; a shorter one inside it is silent. */
function fieldsNamed(context: ReadContext, { from, to }: TokenRange, name: ClassName): Field[] {
  const found: Field[] = []
  let at = from
  while (at < to) {
    const end = longestEnd(context, at, to, name)
    for (const field of fieldsAt(context, at, end, name)) if (!found.includes(field)) found.push(field)
    at = Math.max(at + 1, end)
  }
  return found.slice(0, MOST)
}

/** The fields of a phrase; none where one of its values is "none". */
function fieldsAt(context: ReadContext, at: number, end: number, name: ClassName): Field[] {
  const found: Field[] = []
  for (let edge = context.edge(at, name); edge !== NONE; edge = context.lattice.nextEdge(edge)) {
    if (context.lattice.end[edge] !== end) continue
    const field = oneOf(FIELDS, context.valueOf(edge))
    if (!field) return []
    found.push(field)
  }
  return found
}

function longestEnd(context: ReadContext, at: number, to: number, name: ClassName): number {
  let end = at
  for (let edge = context.edge(at, name); edge !== NONE; edge = context.lattice.nextEdge(edge))
    if (context.lattice.end[edge] <= to) end = Math.max(end, context.lattice.end[edge])
  return end
}

/** "mở Pò Peo - Nhạc Vu": a pair of gates, or a gate behind a verb, which is no end of a road and no sight. */
function namesGates(context: ReadContext, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) {
    const gate = context.has(at, 'GATEPAIR') || (context.has(at, 'GATE') && context.endsAt(at, 'ACT'))
    if (gate && !isInside(context, at) && !context.endsAt(at, 'KIND') && !context.has(at, 'KIND')) return true
  }
  return false
}

/** A bridge between two gates is theirs; a road that begins at a gate is none. */
function isInside(context: ReadContext, at: number): boolean {
  const link = context.nodeOver('LINK', at)
  return (link !== null && context.value(link.start, 'LINKKIND') !== 'bridge') || context.has(at, 'FIELD')
}

/** "thúc đẩy | đầu tư": a verb behind another that names a field is what that one acts on. */
export const isField = (context: ReadContext, { from, to: at }: TokenRange): boolean =>
  at > from && context.has(at, 'ACT') && context.endsAt(at, 'ACT') && context.has(at, 'FIELD')
