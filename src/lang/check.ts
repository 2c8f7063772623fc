import { OPS, type Program, TAKE_CLASS } from '../grammar/program.ts'
import { FIELDS, GATE_CLASSES, INSTRUMENT_KINDS, LINK_MODES, MEETING_KINDS } from '../model/kinds.ts'
import { STAGES } from '../model/stage.ts'
import { CLASSES } from './classes.ts'
import type { LanguagePack } from './pack.ts'

/** Values that words of a class may have, where the classes have a list. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  FIELD: [...FIELDS, 'none'],
  HINT: FIELDS,
  MEET: MEETING_KINDS,
  INSTR: INSTRUMENT_KINDS,
  LINKKIND: LINK_MODES,
  GATECLASS: GATE_CLASSES,
  SAY: [...STAGES, 'said', 'declared', 'tell', 'courtesy', 'support'],
}

/** Classes that the languages' code makes, not words or rules. */
const MADE_BY_CODE: ReadonlySet<string> = new Set(['NUMBER', 'SPELLED'])

/** What is wrong with a pack that compiles, in sentences; empty where nothing is. */
export const checkPack = (pack: LanguagePack): string[] => [
  ...wrongValues(pack),
  ...doubles(pack),
  ...deafClasses(pack),
  ...unusedClasses(pack),
  ...emptyClasses(pack),
]

function wrongValues({ grammar }: LanguagePack): string[] {
  return grammar.lexicon.entries.flatMap(({ phrase, cls, value }) =>
    VALUES[cls] && !VALUES[cls].includes(value)
      ? [`"${phrase}" has the class ${cls} and the value "${value}"; it must be one of: ${VALUES[cls].join(', ')}`]
      : [],
  )
}

function doubles({ grammar }: LanguagePack): string[] {
  const seen = new Set<string>()
  return grammar.lexicon.entries.flatMap(({ phrase, cls, value }) => {
    const key = `${phrase}\t${cls}\t${value}`
    if (seen.has(key)) return [`"${phrase}" stands twice as ${cls}${value ? `=${value}` : ''}`]
    seen.add(key)
    return []
  })
}

const askedBy = ({ code, tests }: Program): number[] => {
  const asked = tests.flatMap(test => test.classes.flatMap(({ word, mask }) => bitsOf(word, mask)))
  for (let i = 0; i < code.length; i += OPS) if (code[i] === TAKE_CLASS) asked.push(code[i + 1])
  return asked
}

function bitsOf(word: number, mask: number): number[] {
  const ids: number[] = []
  for (let bit = 0; bit < 32; bit++) if (mask & (1 << bit)) ids.push(word * 32 + bit)
  return ids
}

const askedByRules = ({ grammar }: LanguagePack): Set<number> =>
  new Set(grammar.rules.flatMap(rule => askedBy(rule.program)))

function madeClasses({ grammar }: LanguagePack): Set<number> {
  const made = [...grammar.lexicon.entries.map(e => e.classId), ...grammar.rules.map(rule => rule.classId)]
  return new Set([...made, ...[...MADE_BY_CODE].map(name => grammar.lexicon.classes.find(name))])
}

/** Classes that rules ask for, and nothing has. */
function deafClasses(pack: LanguagePack): string[] {
  const made = madeClasses(pack)
  const { names } = pack.grammar.lexicon.classes
  return [...askedByRules(pack)]
    .filter(id => !made.has(id))
    .map(id => `rules ask for the class ${names[id]}, and no word or rule has it`)
}

/** Classes that words have, and neither a rule nor the code asks for. */
function unusedClasses(pack: LanguagePack): string[] {
  const asked = askedByRules(pack)
  const { names } = pack.grammar.lexicon.classes
  const known = new Set<string>(CLASSES)
  return [...new Set(pack.grammar.lexicon.entries.map(e => e.classId))]
    .filter(id => !asked.has(id) && !known.has(names[id]))
    .map(id => `words have the class ${names[id]}, and nothing asks for it`)
}

/** Classes that the code asks for, and this language has no word or rule for. */
function emptyClasses(pack: LanguagePack): string[] {
  const made = madeClasses(pack)
  const { classes } = pack.grammar.lexicon
  return CLASSES.filter(name => !made.has(classes.find(name))).map(
    name => `the reader asks for the class ${name}, and no word or rule has it`,
  )
}
