import type { ClassName } from '../../lang/classes.ts'
import type { TokenRange } from '../../text/segment.ts'
import { CAPITAL } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import { withoutStops } from '../statements/marks.ts'

/** What an agency's name begins with. */
export const AGENCY: readonly ClassName[] = ['BODY', 'LOCALBODY', 'DEPARTMENT']

/** "Sở Ngoại vụ, Công an tỉnh; UBND các huyện Thạch An, Quảng Hòa": each agency of a list, as written. */
export function agenciesIn(context: ReadContext, range: TokenRange): TokenRange[] {
  const { from, to } = withoutStops(context, range)
  const names: TokenRange[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    const joins = at < to && joinsNext(context, at)
    if (at < to && !joins) continue
    const name = withoutStops(context, { from: start, to: at })
    if (name.to > name.from) names.push(name)
    start = at < to ? afterJoint(context, at) : at
  }
  return names
}

const afterJoint = (context: ReadContext, at: number): number => {
  const next = context.isMark(at, ',;') ? at + 1 : at
  return Math.max(next, context.after(next, 'AND'))
}

/** A comma or "và" outside of a name behind which another name begins: not "các huyện Thạch An, | Quảng Hòa". */
function joinsNext(context: ReadContext, at: number): boolean {
  if (!context.isMark(at, ',;') && !context.has(at, 'AND')) return false
  if (context.nodeOver('BODY', at)) return false
  const next = afterJoint(context, at)
  if (context.hasAny(next, AGENCY) || context.value(next, 'NOUNMARK') === 'many') return true
  const isName = (context.tokens.shape[next] & CAPITAL) !== 0 && !context.hasAny(next, ['LOC', 'PLACE'])
  return context.isMark(at, ',;') && isName
}
