import type { ClassName } from '../../lang/classes.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import type { Act } from './act.ts'
import { isField, namesField } from './fields.ts'
import type { Scene } from './subject.ts'

/** Whether words say something that can be followed up: a verb of action or a field, and more than good relations. */
export function isCommitment(context: ReadContext, act: Act, item: TokenRange): boolean {
  const signs = act.kind === 'say' && context.has(item.from, 'SIGN')
  const verb = context.has(item.from, 'ACT') || signs || act.kind === 'by'
  if (isNounPhrase(context, item) || isBareVerb(context, item)) return false
  const named = namesField(context, item)
  if (context.has(act.at, 'INVITE')) return true
  if (isMeeting(context, item)) return true
  if (!verb && item.from > act.at && !START_KINDS.has(act.kind)) return false
  if (!verb && !named) return false
  return named || act.kind === 'sign' || !isGoodwill(context, item)
}

/** Acts whose items need no verb of action of their own: "đề nghị: du lịch; y tế", "đã khánh thành …". */
const START_KINDS: ReadonlySet<Act['kind']> = new Set(['say', 'done', 'approved'])

/** "phiên họp lần thứ tám sẽ họp tại Hà Nội": when or where sides meet next. */
function isMeeting(context: ReadContext, { from, to }: TokenRange): boolean {
  if (!context.hasAny(from, ['MEET', 'MECHANISM'])) return false
  for (let at = from; at < to; at++) if (context.hasAny(at, ['WILL', 'PASSIVE'])) return true
  return false
}

/** "đang triển khai", "phối hợp từ tháng 6": a verb with nothing that it acts on. */
function isBareVerb(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = from
  for (let next = at; next < to; at = next) {
    next = Math.max(...BARE.map(name => context.after(at, name)))
    if (next === at || isField(context, { from, to: at })) return false
  }
  return true
}

/** Verbs, and what tells only how and since when. */
const BARE: readonly ClassName[] = ['ACT', 'ADVERB', 'AND', 'FROM', 'DATE']

/** "đề xuất hợp tác của Hải Phòng": verbs with "của" behind them are nouns. */
function isNounPhrase(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = from
  let last = from
  while (at < to && context.has(at, 'ACT')) {
    last = at
    at = context.after(at, 'ACT')
  }
  if (context.endsAt(from, 'NOUNMARK') && context.value(from, 'ACT') === 'noun') return true
  return at > from && context.has(at, 'OF') && !isField(context, { from, to: last })
}

/** Wishes for good relations, with nothing to do: what the verbs act on is a word of goodwill. */
function isGoodwill(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = from
  for (let next = at; next < to; at = next) {
    next = Math.max(context.after(at, 'ACT'), context.after(at, 'ADVERB'), context.after(at, 'PURPOSE'))
    if (next === at) break
  }
  return context.has(at, 'GOODWILL') || context.has(at + 1, 'GOODWILL')
}

/** "nhấn mạnh việc mở cửa khẩu là tiền đề …": what is said of a deed, and no deed that is asked for. */
export function isJudged(context: ReadContext, act: Act, { from, to }: TokenRange): boolean {
  if (act.kind !== 'say' || act.stage !== 'proposed' || act.end - act.at < SAYS_OF) return false
  let commas = 0
  for (let at = from; at < to && !context.isMark(at, ';'); at++) {
    if (context.has(at, 'COPULA')) return commas === 0 || context.isMark(at - 1, ',')
    if (context.isMark(at, ',')) commas++
  }
  return false
}

/** From how many words on a verb of saying has the noun with it that makes a noun of the deed: "nhấn mạnh việc". */
const SAYS_OF = 3

/** "hy vọng chuyến thăm sẽ …", "tin tưởng quan hệ sẽ …": what is said of something that cannot act. */
export function isPrediction({ context }: Scene, { from, to }: TokenRange): boolean {
  const isPaper = context.hasAny(from, ['INSTR', 'PAPER'])
  for (let at = from; at < to; at++) {
    if (context.has(at, 'ACT') || context.isMark(at, ':') || (isPaper && context.has(at, 'SIGN'))) return false
    if (context.has(at, 'WILL'))
      return at > from && !context.hasAny(from, ['LOC', 'JOINT', 'BODY', 'PERSON', 'SIDEWORD', 'OFFICE'])
  }
  return false
}
