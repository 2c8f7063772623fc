import { CAPITAL, INITIAL, LINE_START, NUMBER, PUNCT, SPACED, UPPER, WORD } from '../text/tokens.ts'
import {
  classWords,
  CLOSE,
  JUMP,
  LOOK,
  LOOK_TOKEN,
  MATCH,
  OPEN,
  OPS,
  SPLIT,
  type Program,
  type Step,
  stepsOf,
  TAKE_CLASS,
  TAKE_NUMBER,
  TAKE_ONE,
  TAKE_SHAPE,
  TAKE_WORD,
  TIGHT,
  type TokenTest,
  tokenTest,
} from './program.ts'
import { NONE } from './none.ts'
import type { Lexicon } from './lexicon.ts'
import type { Pattern } from './pattern.ts'

/** Kinds of token that a pattern may name with @: bits that must be set, and bits that must not. */
const SHAPES: Readonly<Record<string, readonly [number, number]>> = {
  any: [0, 0],
  word: [WORD, 0],
  cap: [WORD | CAPITAL, 0],
  upper: [WORD | UPPER, 0],
  title: [WORD | CAPITAL, UPPER],
  low: [WORD, CAPITAL],
  num: [NUMBER, 0],
  initial: [WORD | INITIAL, 0],
  punct: [PUNCT, 0],
  spaced: [SPACED, 0],
  linestart: [LINE_START, 0],
}

interface Builder {
  readonly code: number[]
  readonly roles: string[]
  readonly values: string[]
  readonly tests: TokenTest[]
  readonly lexicon: Lexicon
}

/** Compiles a pattern (Thompson's construction, alternatives in order of preference). Adds its words to the lexicon's syllables. */
export function compilePattern(pattern: Pattern, lexicon: Lexicon): Program {
  const builder: Builder = { code: [], roles: [], values: [], tests: [], lexicon }
  emit(builder, pattern)
  put(builder, MATCH)
  const code = Int32Array.from(builder.code)
  const { tests } = builder
  const steps = stepsFrom(code, tests, 0)
  if (!steps) throw new Error('a pattern must begin with something that takes a token')
  const first = steps.map(({ pc, ...step }) => ({
    ...step,
    follow: stepsFrom(code, tests, pc + 1)?.map(withoutPlace) ?? null,
  }))
  const needs = classWords([...classesNeeded(pattern)].map(name => lexicon.classes.id(name)))
  const values = builder.values.map(written => written.split('/'))
  return { code, length: code.length / OPS, roles: builder.roles, values, tests, needs, first }
}

/** The names of the classes without which a pattern cannot match. */
function classesNeeded(pattern: Pattern): Set<string> {
  switch (pattern.kind) {
    case 'class':
      return new Set([pattern.name])
    case 'sequence':
      return new Set(pattern.items.flatMap(item => [...classesNeeded(item)]))
    case 'choice': {
      const [first, ...others] = pattern.items.map(classesNeeded)
      return new Set([...first].filter(name => others.every(other => other.has(name))))
    }
    case 'repeat':
      return pattern.least > 0 ? classesNeeded(pattern.item) : new Set()
    case 'slot':
    case 'tight':
      return classesNeeded(pattern.item)
    default:
      return new Set()
  }
}

function put(builder: Builder, operation: number, a = 0, b = 0, c = 0): number {
  builder.code.push(operation, a, b, c)
  return builder.code.length / OPS - 1
}

const here = (builder: Builder): number => builder.code.length / OPS
const patch = (builder: Builder, at: number, operand: number, value: number): void => {
  builder.code[at * OPS + operand] = value
}

function intern(names: string[], name: string): number {
  const known = names.indexOf(name)
  return known >= 0 ? known : names.push(name) - 1
}

function emit(builder: Builder, pattern: Pattern): void {
  switch (pattern.kind) {
    case 'class':
      return emitClass(builder, pattern.name, pattern.value, NONE)
    case 'word':
      return emitWords(builder, pattern.text)
    case 'shape':
      return emitShape(builder, pattern.name, pattern.low, pattern.high)
    case 'sequence':
      return pattern.items.forEach(item => emit(builder, item))
    case 'choice':
      return emitChoice(builder, pattern.items)
    case 'repeat':
      return emitRepeat(builder, pattern.item, pattern.least, pattern.most)
    case 'look':
      return emitLook(builder, pattern.item, pattern.wanted)
    case 'tight':
      put(builder, TIGHT)
      return emit(builder, pattern.item)
    case 'slot':
      return emitSlot(builder, pattern.item, pattern.role)
  }
}

function emitClass(builder: Builder, name: string, value: string | null, role: number): void {
  put(
    builder,
    TAKE_CLASS,
    builder.lexicon.classes.id(name),
    value === null ? NONE : intern(builder.values, value),
    role,
  )
}

function emitWords(builder: Builder, text: string): void {
  for (const sid of builder.lexicon.tokensOf({ phrase: text, proper: false }).sids) put(builder, TAKE_WORD, sid)
}

function emitShape(builder: Builder, name: string, low: number, high: number): void {
  const bits = SHAPES[name]
  if (!bits) throw new Error(`no kind of token @${name}; there are: ${Object.keys(SHAPES).join(', ')}`)
  if (high < Number.MAX_SAFE_INTEGER) put(builder, TAKE_NUMBER, low, high)
  else put(builder, TAKE_SHAPE, bits[0], bits[1])
}

/** Words and shapes that stand for each other are one instruction: which of them took the token makes no difference behind it. */
function emitChoice(builder: Builder, items: readonly Pattern[]): void {
  const steps = singleSteps(builder, { kind: 'choice', items })
  if (steps?.every(({ operation }) => operation !== TAKE_CLASS)) {
    put(builder, TAKE_ONE, builder.tests.push(tokenTest(steps)) - 1)
    return
  }
  const jumps: number[] = []
  items.forEach((item, i) => {
    if (i === items.length - 1) return emit(builder, item)
    const split = put(builder, SPLIT, here(builder) + 1)
    emit(builder, item)
    jumps.push(put(builder, JUMP))
    patch(builder, split, 2, here(builder))
  })
  for (const jump of jumps) patch(builder, jump, 1, here(builder))
}

function emitRepeat(builder: Builder, item: Pattern, least: number, most: number): void {
  for (let i = 0; i < least; i++) emit(builder, item)
  const splits: number[] = []
  for (let i = least; i < most; i++) {
    splits.push(put(builder, SPLIT, here(builder) + 1))
    emit(builder, item)
  }
  for (const split of splits) patch(builder, split, 2, here(builder))
}

/** LOOK runs the code behind it as a program of its own, then goes on after it. Where one token tells, LOOK_TOKEN does. */
function emitLook(builder: Builder, item: Pattern, wanted: boolean): void {
  const steps = singleSteps(builder, item)
  if (steps) {
    put(builder, LOOK_TOKEN, builder.tests.push(tokenTest(steps)) - 1, wanted ? 1 : 0)
    return
  }
  const look = put(builder, LOOK, 0, wanted ? 1 : 0)
  emit(builder, item)
  put(builder, MATCH)
  patch(builder, look, 1, here(builder))
}

/** The steps of which a pattern of one token, or one class, has to be one; null where it takes more. */
function singleSteps({ lexicon }: Builder, pattern: Pattern): Step[] | null {
  const builder: Builder = { code: [], roles: [], values: [], tests: [], lexicon }
  if (pattern.kind === 'choice') {
    const parts = pattern.items.map(item => singleSteps(builder, item))
    return parts.every(part => part !== null) ? parts.flat() : null
  }
  if (pattern.kind !== 'word' && pattern.kind !== 'shape' && (pattern.kind !== 'class' || pattern.value !== null))
    return null
  emit(builder, pattern)
  const [operation, a, b] = builder.code
  return builder.code.length === OPS ? [{ operation, a, b }] : null
}

function emitSlot(builder: Builder, item: Pattern, name: string): void {
  const role = intern(builder.roles, name)
  if (item.kind === 'class') return emitClass(builder, item.name, item.value, role)
  put(builder, OPEN, role)
  emit(builder, item)
  put(builder, CLOSE, role)
}

const withoutPlace = ({ operation, a, b }: Step): Step => ({ operation, a, b })

/** The instructions that can take the next token from `pc` on; null where a match can end before one. */
function stepsFrom(
  code: Int32Array,
  tests: readonly TokenTest[],
  pc: number,
): (Step & { readonly pc: number })[] | null {
  const steps: (Step & { pc: number })[] = []
  const seen = new Set<number>()
  const queue = [pc]
  while (queue.length > 0) {
    const at = queue.pop() as number
    if (seen.has(at)) continue
    seen.add(at)
    const operation = code[at * OPS]
    const a = code[at * OPS + 1]
    const b = code[at * OPS + 2]
    if (operation === MATCH) return null
    if (operation === TAKE_ONE) steps.push(...stepsOf(tests[a]).map(step => ({ ...step, pc: at })))
    else if (operation <= TAKE_NUMBER) steps.push({ operation, a, b, pc: at })
    else if (operation === SPLIT) queue.push(a, b)
    else queue.push(operation === JUMP || operation === LOOK ? a : at + 1)
  }
  return steps
}
