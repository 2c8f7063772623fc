import { NONE } from '../../grammar/none.ts'
import type { TokenRange } from '../../text/segment.ts'
import { NUMBER, PUNCT, WORD } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import { opensList } from './acts.ts'
import { afterCountedSides } from './counted.ts'
import { isField } from './fields.ts'

/** Tokens to look over for the first verb of an item: what stands before it is whom it is said to. */
const RECIPIENT = 14
/** Words that an item behind "và" must have. */
const LONG_ITEM = 7
/** An item has at least this many words. */
const LEAST_WORDS = 2

/**
 * The items of what an act says (from its first word where it `hasRecipient` none: "mời Tổng thống Đức thăm Việt Nam"): split at `;` and bullets, and at a comma or "và" before a verb of action that has an object
 * of its own. "nghiên cứu, thảo luận, phối hợp triển khai xây dựng …" is one item; "hợp tác du lịch, mở đường bay" two.
 */
export function itemsIn(context: ReadContext, content: TokenRange, hasRecipient = true): TokenRange[] {
  const from = listStart(context, content)
  const items: TokenRange[] = []
  for (const part of partsOf(context, { from, to: content.to })) {
    const item = trimmed(context, part, items.length > 0 ? 4 : hasRecipient ? RECIPIENT : 0)
    if (item && isSubstantial(context, item)) items.push(item, ...bracketItems(context, item))
  }
  return items
}

/** "(bao gồm mở lối thông quan Bản Khoòng - Nham Ứng)": an item of its own inside another. */
function bracketItems(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  for (let at = from; at < to; at++) {
    if (!context.isMark(at, '(') || !context.has(at + 1, 'OPENER')) continue
    const start = context.after(at + 1, 'OPENER')
    let end = start
    while (end < to && !context.isMark(end, ')')) end++
    if (context.has(start, 'ACT') && end > start) return [{ from: start, to: end }]
  }
  return []
}

/** Where the list begins: behind "gồm:", "như:", or a colon with no verb of action before it. */
function listStart(context: ReadContext, { from, to }: TokenRange): number {
  for (let at = from; at < to; at++) {
    const list = opensList(context, at, to) ? context.after(at, 'OPENER') + 1 : NONE
    if (list !== NONE) return isExample(context, { from, to: at }, list) ? from : list
    if (context.isMark(at, ':')) return at + 1
    if (context.isMark(at, ';')) return lastOpener(context, from, at)
  }
  return from
}

/** "giảm tỷ lệ bằng nhiều biện pháp như: ký quỹ": what stands behind the colon is no deed, and what stands before it is. */
const isExample = (context: ReadContext, { from, to }: TokenRange, list: number): boolean =>
  (context.tokens.shape[list] & WORD) !== 0 &&
  !context.hasAny(list, [
    'ACT',
    'FIELD',
    'INSTR',
    'ADVERB',
    'LOC',
    'JOINT',
    'GATEKIND',
    'LINKKIND',
    'PROJECT',
    'NOUNMARK',
  ]) &&
  hasVerb(context, from, to) &&
  hasObject(context, from, to)

function hasVerb(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (context.has(at, 'ACT')) return true
  return false
}

/** Before the first `;` of a list: "nhất là trong các lĩnh vực như A; B; C" begins at A. Brackets are looked over. */
function lastOpener(context: ReadContext, from: number, to: number): number {
  let depth = 0
  for (let at = to - 1; at > from; at--) {
    const mark = context.mark(at)
    if (mark === ')') depth++
    else if (mark === '(') depth--
    else if (depth === 0 && mark === ',') return from
    else if (depth === 0 && context.value(at, 'OPENER') === 'list') return context.after(at, 'OPENER')
  }
  return from
}

/** Splits at `;` and `.`, then each piece before verbs of action. Brackets are not split. */
function partsOf(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  const parts: TokenRange[] = []
  let start = from
  let depth = 0
  for (let at = from; at < to; at++) {
    const mark = context.mark(at)
    if (mark === '(') depth++
    else if (mark === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (mark === ';') {
      parts.push({ from: start, to: at })
      start = at + 1
    } else if (at > start && splitsAt(context, start, at, to)) {
      parts.push({ from: start, to: at })
      start = at + 1
    }
  }
  parts.push({ from: start, to })
  return parts.filter(part => part.to > part.from)
}

/** Whether a comma, "và" or "đồng thời" at a token ends an item: an object stands before it, a verb of action behind it. */
function splitsAt(context: ReadContext, start: number, at: number, to: number): boolean {
  const comma = context.isMark(at, ',')
  if (!comma && !context.hasAny(at, ['AND', 'MEANS', 'ALSO'])) return false
  const next = comma
    ? afterTogether(context, afterConjunction(context, at + 1))
    : Math.max(context.after(at, 'AND'), context.after(at, 'MEANS'), context.after(at, 'ALSO'))
  const edge = context.edge(next, 'ACT')
  if (next >= to || edge === NONE || isFieldOfList(context, next, context.lattice.end[edge])) return false
  const emphasized = context.has(at + 1, 'EMPHASIS') || isHow(context, context.lattice.end[edge])
  if (!beginsItem(context.valueOf(edge), emphasized)) return false
  if (context.valueOf(edge) === 'coop' && !hasScope(context, context.lattice.end[edge], comma)) return false
  return hasObject(context, start, at) && !endsWithVerb(context, start, at) && (comma || isLong(context, next, to))
}

/** "an ninh và thực thi pháp luật, kinh tế": a field that begins as a verb does, in a list of fields. */
function isFieldOfList(context: ReadContext, at: number, verbEnd: number): boolean {
  const end = context.after(at, 'FIELD')
  return end > verbEnd && (context.isMark(end, ',') || context.has(end, 'AND'))
}

/** "hợp tác du lịch", "hợp tác trong lĩnh vực", and behind "và" only "hợp tác về": what the cooperation is in. */
const hasScope = (context: ReadContext, at: number, comma: boolean): boolean =>
  context.has(at, 'OPENER') || (comma && context.hasAny(at, ['FIELD', 'WITHIN']))

/** "trong việc hỗ trợ, tạo điều kiện": a verb with no object before the comma shares the next verb's. */
function endsWithVerb(context: ReadContext, from: number, to: number): boolean {
  let end = to
  for (
    let edge = context.edgeTo(end, 'ADVERB');
    edge !== NONE && context.lattice.start[edge] > from;
    edge = context.edgeTo(end, 'ADVERB')
  )
    end = context.lattice.start[edge]
  const verb = context.edgeTo(end, 'ACT')
  if (verb === NONE || context.lattice.start[verb] < from || ['noun', 'coop'].includes(context.valueOf(verb)))
    return false
  const before = context.lattice.start[verb]
  return !context.endsAt(before, 'DID') && !context.endsAt(before, 'PASSIVE')
}

/** "tham gia | mạnh mẽ hơn": what an adverb of manner stands behind is a verb. */
const isHow = (context: ReadContext, at: number): boolean => context.has(at, 'ADVERB') && !context.has(at, 'FUNCTION')

/** Verbs that are as often nouns, or tell an effect, begin no item of their own. */
const beginsItem = (value: string, emphasized: boolean): boolean => value !== 'weak' && (emphasized || value !== 'noun')

/** ", cùng tích cực | triển khai": over adverbs that only a verb has before it. */
function afterTogether(context: ReadContext, from: number): number {
  let at = from
  while (context.has(at, 'ADVERB') && !context.has(at, 'ACT')) at = context.after(at, 'ADVERB')
  return context.has(at, 'ACT') ? at : from
}

/** Over "và", "đồng thời", "đặc biệt" behind a comma. */
function afterConjunction(context: ReadContext, at: number): number {
  for (const name of ['AND', 'ALSO', 'EMPHASIS'] as const) if (context.has(at, name)) return context.after(at, name)
  return at
}

/** Whether something other than verbs stands behind the first verb of action: what it acts on. */
function hasObject(context: ReadContext, from: number, to: number): boolean {
  let at = from
  while (at < to && !context.has(at, 'ACT')) at++
  let words = 0
  while (at < to) {
    const next = Math.max(context.after(at, 'ACT'), context.after(at, 'ADVERB'), context.after(at, 'AND'))
    if (isField(context, { from, to: at })) return true
    if (next > at) at = next
    else if (context.tokens.shape[at++] & (WORD | NUMBER)) words++
  }
  return words > 0
}

/** "và" joins two items only where the second is long enough to stand alone. */
const isLong = (context: ReadContext, from: number, to: number): boolean => {
  let words = 0
  for (let at = from; at < to && !context.isMark(at, ';'); at++) if (context.tokens.shape[at] & WORD) words++
  return words >= LONG_ITEM
}

/** Cuts what does not belong: whom it is said to before the first verb, a clause behind ", khi", closing marks. */
function trimmed(context: ReadContext, { from, to }: TokenRange, recipient: number): TokenRange | null {
  const start = itemStart(context, from, to, recipient)
  let end = subordinateAt(context, start, to)
  while (end > start && (context.tokens.shape[end - 1] & PUNCT) !== 0 && !context.isMark(end - 1, ')"%')) end--
  return end > start ? { from: start, to: end } : null
}

/** `recipient`: how many tokens to look over for the first verb. */
function itemStart(context: ReadContext, from: number, to: number, recipient: number): number {
  let start = from
  while (start < to && (context.tokens.shape[start] & PUNCT) !== 0 && !context.isMark(start, '"')) start++
  for (let at = afterCountedSides(context, start); at < Math.min(to, start + recipient); at++) {
    if (context.has(at, 'ACT')) return at
    if (context.isMark(at, ',') || context.has(at, 'FIELD')) break
  }
  return Math.max(context.after(start, 'THAT'), context.after(start, 'OPENER'), start)
}

/** Where a clause of time, reason, condition or contrast begins behind a comma. */
function subordinateAt(context: ReadContext, from: number, to: number): number {
  for (let at = from + 2; at < to; at++)
    if (context.isMark(at - 1, ',') && context.hasAny(at, ['SUBORD', 'CONTRAST'])) return at - 1
  return to
}

function isSubstantial(context: ReadContext, { from, to }: TokenRange): boolean {
  let words = 0
  for (let at = from; at < to; at++) if (context.tokens.shape[at] & WORD) words++
  return words >= LEAST_WORDS
}
