import { captureOf, type Node } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { InstrumentKind, InstrumentStatus } from '../../model/kinds.ts'
import type { ReadContext } from '../context.ts'

/** What a verb makes of a paper. */
export type Governor = 'signed' | 'to-sign' | 'issued' | 'in-force'

/** How far before a paper its verb may stand, in tokens. */
const REACH = 14

/** What the verb before a paper, or the passive behind it, makes of it; null where none speaks of it. */
export function governorOf(context: ReadContext, from: number, to: number): Governor | null {
  const behind = governorBehind(context, to)
  if (behind) return behind
  for (let at = from - 1; at >= Math.max(0, from - REACH) && !context.isMark(at, '.;:'); at--) {
    if (context.has(at, 'SIGN') && context.after(at, 'SIGN') <= from) return signedAt(context, at)
    if (context.has(at, 'SIGNING')) return isAhead(context, at) ? 'to-sign' : 'signed'
    if (context.has(at, 'ISSUE') && context.after(at, 'ISSUE') === from) return 'issued'
    if (context.hasAny(at, ['HASTE', 'NEGOTIATE'])) return 'to-sign'
    if (context.has(at, 'KEEPS')) return null
  }
  return null
}

/** "… sẽ ký", "… được ký", "… đã được ký kết". */
function governorBehind(context: ReadContext, title: number): Governor | null {
  const to = behindAlias(context, title)
  const ahead = context.after(to, 'WILL')
  const behind = Math.max(context.after(to, 'DID'), ahead)
  if (behind > to && context.has(behind, 'SIGNATURE')) return 'signed'
  const verb = context.after(behind, 'PASSIVE')
  if (!context.has(verb, 'SIGN')) return null
  if (ahead > to) return 'to-sign'
  const passive = verb > to && (verb > behind || context.endsAt(verb, 'PASSIVE') || isPassive(context, verb))
  return passive ? 'signed' : null
}

/** "Hiệp định … (EVFTA) dự kiến được ký": behind the short name. */
const behindAlias = (context: ReadContext, to: number): number =>
  context.isMark(to, '(') && context.isMark(to + 2, ')') ? to + 3 : to

const isPassive = (context: ReadContext, end: number): boolean =>
  context.valueOf(context.edgeTo(end, 'DID')) === 'passive'

/** "kể từ ngày ký", "25 năm ký kết": one of before. */
function signedAt(context: ReadContext, sign: number): Governor {
  if (context.endsAny(sign, ['SINCE', 'QUANTITY'])) return 'in-force'
  return isAhead(context, sign) ? 'to-sign' : 'signed'
}

/** "sẽ ký", "sớm ký kết", "việc ký", "đàm phán, ký": not yet. */
const AHEAD: readonly ClassName[] = ['WILL', 'HASTE', 'THAT', 'NEED', 'NEGOTIATE', 'ACT', 'SAY', 'PURPOSE']

function isAhead(context: ReadContext, sign: number): boolean {
  for (let at = sign; at >= Math.max(0, sign - 4); at--) {
    if (context.endsAny(at, AHEAD)) return true
    if (context.endsAt(at, 'DID')) return false
  }
  return false
}

export function statusOf(
  context: ReadContext,
  { kind, node, to }: { kind: InstrumentKind; node: Node; to: number },
  governor: Governor | null,
): InstrumentStatus {
  if (governor === 'signed' && isPast(context, node, to)) return 'in-force'
  if (governor !== null) return governor
  const issued = kind === 'initiative' || kind === 'letter' || kind === 'statement'
  return issued && !isKept(context, node) ? 'issued' : 'in-force'
}

/** "thực hiện đầy đủ và hiệu quả Tuyên bố …": one of before, that is kept. */
function isKept(context: ReadContext, { start }: Node): boolean {
  for (let at = start - 1; at >= Math.max(0, start - KEPT) && !context.isMark(at, ',.;:'); at--)
    if (context.has(at, 'KEEPS')) return true
  return false
}

/** How far before a paper the verb of keeping may stand, in tokens. */
const KEPT = 20

/** Signed in a year that stands in or just behind the title: an older paper. */
const isPast = (context: ReadContext, node: Node, to: number): boolean =>
  context
    .nodesBetween('DATE', node.start, to + YEAR_WITHIN)
    .some(d => OLDER.has(d.rule.constants['kind'] ?? '') && captureOf(d, 'year'))

/** A paper of the report itself is told with its day. */
const OLDER = new Set(['year', 'month'])

/** How far behind the title the year of signing may begin, in tokens. */
const YEAR_WITHIN = 4

/** "14 dự án giữa các nước A, B và C đã được ký kết": the passive at the end of the sentence. */
export function signedLater(context: ReadContext, from: number): Governor | null {
  const sentence = context.sentences[context.sentenceAt(from)]
  for (let at = from; at < sentence.to && !context.isMark(at, ';'); at++)
    if (context.has(at, 'SIGN') && context.endsAt(at, 'PASSIVE')) return 'signed'
  return null
}
