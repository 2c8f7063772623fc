import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'

/** The cells of a line that is a row of a table: intake parts them by bars. One cell where there is no bar. */
export function cellsOf(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  const cells: TokenRange[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && !context.isMark(at, '|')) continue
    cells.push({ from: start, to: at })
    start = at + 1
  }
  return cells
}
