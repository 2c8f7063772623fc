/**
 * The notation of patterns, and its parser. A pattern is a sequence of
 *
 *   PLACE          an edge of a class (capitals)              KIND=city/port      ... whose value is one of these
 *   ngày  'năm'    a word, in any case and spelling           ","  "-"            a punctuation mark (dashes and quotes folded)
 *   @cap @num ...  a kind of token (see SHAPES)               @num[1-12]          a number in a range
 *   ( a | b )      alternatives, the first that fits          $NAME               a macro of the file
 *   x?  x{1,4}     optional, repeated: as many as fit         !x  &x              x does not follow, x follows (nothing is taken)
 *   ~x             x with no space before it                  x:role              what x took becomes a slot of the Node
 *
 * Every repetition is bounded: no pattern can run away.
 */
export type Pattern =
  | { readonly kind: 'class'; readonly name: string; readonly value: string | null }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'shape'; readonly name: string; readonly low: number; readonly high: number }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly items: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly item: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: 'look'; readonly item: Pattern; readonly wanted: boolean }
  | { readonly kind: 'tight'; readonly item: Pattern }
  | { readonly kind: 'slot'; readonly item: Pattern; readonly role: string }

/** Most repetitions that a pattern may ask for. */
const MOST = 40

const PART = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<class>[A-Z][A-Z0-9_]*(?![\\p{L}\\p{M}]))(?:=(?<value>[^\\s()|:?{}]+))?',
    '@(?<shape>[a-z]+)(?:\\[(?<low>\\d+)-(?<high>\\d+)\\])?',
    '"(?<mark>[^"]+)"',
    "'(?<quoted>[^']+)'",
    '\\$(?<macro>[A-Za-z][\\w-]*)',
    '\\{(?<least>\\d+),(?<most>\\d+)\\}',
    ':(?<role>[a-z][A-Za-z0-9]*)',
    '(?<sign>[()|?!&~])',
    '(?<word>[\\p{Ll}\\p{M}]+)',
  ].join('|'),
  'uy',
)

/** What a part of a pattern is: the named group of PART that matched, with its details. */
type Part = Readonly<Record<string, string | undefined>>

interface Reader {
  readonly parts: Part[]
  at: number
}

/** Parses a pattern whose macros are given as patterns. Throws an Error that says what is wrong and where. */
export function parsePattern(source: string, macros: ReadonlyMap<string, Pattern>): Pattern {
  const reader: Reader = { parts: partsOf(source), at: 0 }
  const pattern = parseChoice(reader, macros)
  if (reader.at < reader.parts.length) throw new Error(`unexpected "${describe(peek(reader))}" in pattern: ${source}`)
  return pattern
}

function partsOf(source: string): Part[] {
  const parts: Part[] = []
  PART.lastIndex = 0
  while (PART.lastIndex < source.length) {
    const from = PART.lastIndex
    const match = PART.exec(source)
    if (!match) throw new Error(`cannot read "${source.slice(from, from + 20)}" in pattern: ${source}`)
    const part = match.groups as Part
    if (!part['space']) parts.push(part)
  }
  return parts
}

const peek = (reader: Reader): Part => reader.parts[reader.at] ?? {}
const isSign = (reader: Reader, sign: string): boolean => peek(reader)['sign'] === sign
const describe = (part: Part): string =>
  Object.values(part)
    .filter(text => text !== undefined)
    .join(' ')

function parseChoice(reader: Reader, macros: ReadonlyMap<string, Pattern>): Pattern {
  const items = [parseSequence(reader, macros)]
  while (isSign(reader, '|')) {
    reader.at++
    items.push(parseSequence(reader, macros))
  }
  return items.length === 1 ? items[0] : { kind: 'choice', items }
}

function parseSequence(reader: Reader, macros: ReadonlyMap<string, Pattern>): Pattern {
  const items: Pattern[] = []
  while (reader.at < reader.parts.length && !isSign(reader, '|') && !isSign(reader, ')'))
    items.push(parseItem(reader, macros))
  if (items.length === 0) throw new Error('a pattern or an alternative is empty')
  return items.length === 1 ? items[0] : { kind: 'sequence', items }
}

function parseItem(reader: Reader, macros: ReadonlyMap<string, Pattern>): Pattern {
  const prefix = peek(reader)['sign']
  if (prefix === '!' || prefix === '&') {
    reader.at++
    return { kind: 'look', item: parseItem(reader, macros), wanted: prefix === '&' }
  }
  if (prefix === '~') {
    reader.at++
    return { kind: 'tight', item: parseItem(reader, macros) }
  }
  return parseSuffixes(reader, parseAtom(reader, macros))
}

function parseSuffixes(reader: Reader, atom: Pattern): Pattern {
  let item = atom
  for (;;) {
    const part = peek(reader)
    if (part['role']) item = { kind: 'slot', item, role: part['role'] }
    else if (part['sign'] === '?') item = { kind: 'repeat', item, least: 0, most: 1 }
    else if (part['most']) item = repeat(item, Number(part['least']), Number(part['most']))
    else return item
    reader.at++
  }
}

function repeat(item: Pattern, least: number, most: number): Pattern {
  if (most < 1 || most > MOST || least > most)
    throw new Error(`a repetition must lie within {0,${MOST}}: {${least},${most}}`)
  return { kind: 'repeat', item, least, most }
}

function parseAtom(reader: Reader, macros: ReadonlyMap<string, Pattern>): Pattern {
  const part = peek(reader)
  reader.at++
  if (part['sign'] === '(') return parseGroup(reader, macros)
  if (part['class']) return { kind: 'class', name: part['class'], value: part['value'] ?? null }
  if (part['shape']) return shapeOf(part)
  if (part['macro']) return macroOf(part['macro'], macros)
  const text = part['mark'] ?? part['quoted'] ?? part['word']
  if (text !== undefined) return { kind: 'word', text }
  throw new Error(`unexpected "${describe(part)}"`)
}

function parseGroup(reader: Reader, macros: ReadonlyMap<string, Pattern>): Pattern {
  const inner = parseChoice(reader, macros)
  if (!isSign(reader, ')')) throw new Error('a "(" is not closed')
  reader.at++
  return inner
}

const shapeOf = (part: Part): Pattern => ({
  kind: 'shape',
  name: part['shape'] ?? '',
  low: Number(part['low'] ?? 0),
  high: Number(part['high'] ?? Number.MAX_SAFE_INTEGER),
})

function macroOf(name: string, macros: ReadonlyMap<string, Pattern>): Pattern {
  const found = macros.get(name)
  if (!found) throw new Error(`no macro $${name}: define it above, as $${name} = pattern`)
  return found
}
