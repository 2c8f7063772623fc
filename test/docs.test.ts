import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Lexicon } from '../src/grammar/lexicon.ts'
import { compilePattern } from '../src/grammar/compile.ts'
import { parsePattern, type Pattern } from '../src/grammar/pattern.ts'
import { parseRuleFile } from '../src/grammar/rule-file.ts'
import { GOLD_LISTS, parseGold } from '../src/evaluate/gold.ts'
import { parseCasesFile } from '../src/lang/cases-file.ts'
import { CLASSES } from '../src/lang/classes.ts'
import { vietnamese } from '../src/lang/vi/language.ts'
import { parseWordsFile } from '../src/lang/words-file.ts'
import { DERIVED, LOG_KINDS } from '../src/ledger/tables.ts'
import { DECISION_ACTS } from '../src/model/decision.ts'
import { ENTITY_KINDS } from '../src/model/entity.ts'
import {
  BOUNDS,
  CLAIM_TYPES,
  FIELDS,
  FORCES,
  GATE_CLASSES,
  INSTRUMENT_KINDS,
  INSTRUMENT_STATUSES,
  LINK_MODES,
  MEETING_KINDS,
} from '../src/model/kinds.ts'
import { STAGES } from '../src/model/stage.ts'

const read = (file: string): string => readFileSync(file, 'utf8')

/** The part of a document under a heading. */
function section(document: string, heading: string): string {
  const [, part] = read(document).split(`\n## ${heading}\n`)
  if (part === undefined) throw new Error(`${document} has no section "${heading}"`)
  return part.split('\n## ')[0]
}

/** The rows of the tables in a text, each as its cells; heads and rules left out. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line, i, lines) => line.startsWith('|') && !line.startsWith('|---') && !lines[i + 1]?.startsWith('|---'))
    .map(line =>
      line
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map(cell => cell.trim()),
    )

const codesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/gu)].map(match => match[1])
const namesIn = (text: string): string[] => rowsOf(text).flatMap(([cell]) => codesIn(cell))

/** The text of a fenced block of that kind. */
const block = (text: string, kind: string): string => text.split(`\`\`\`${kind}\n`)[1].split('```')[0]

/** The fields of the interfaces of a source file, by the interface's name. */
function fieldsOf(file: string): Map<string, string[]> {
  const interfaces = [...read(file).matchAll(/interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/gu)]
  return new Map(
    interfaces.map(([, name, body]) => [name, [...body.matchAll(/^ {2}readonly (\w+)\??:/gmu)].map(m => m[1])]),
  )
}

describe('docs/model.md', () => {
  const MODEL = 'docs/model.md'
  const claims = fieldsOf('src/model/claim.ts')
  const [common, byType] = section(MODEL, 'Claims').split('and, by their type:')

  test('names the fields of a reading', () => {
    expect(namesIn(section(MODEL, 'Reading'))).toEqual(fieldsOf('src/model/reading.ts').get('Reading'))
  })

  test('names the fields that all claims have', () => expect(namesIn(common)).toEqual(claims.get('ClaimBase')))

  test('names every type of claim', () => expect(namesIn(byType)).toEqual([...CLAIM_TYPES]))

  test.each(CLAIM_TYPES)('names the fields of a %s', type => {
    const row = rowsOf(byType).find(([name]) => name === `\`${type}\``)
    const fields = claims.get(`${type[0].toUpperCase()}${type.slice(1)}Claim`)
    expect(codesIn(row?.[1] ?? '').filter(name => name !== '?')).toEqual(fields?.filter(name => name !== 'type'))
  })

  test('names the stages, lowest first', () => expect(namesIn(section(MODEL, 'Stages'))).toEqual([...STAGES]))

  test.each<[string, readonly string[]]>([
    ['meeting `kind`', MEETING_KINDS],
    ['instrument `kind`', INSTRUMENT_KINDS],
    ['instrument `status`', INSTRUMENT_STATUSES],
    ['link `mode`', LINK_MODES],
    ['gate `class`', GATE_CLASSES],
    ['commitment `fields`', FIELDS],
    ['commitment `force`', FORCES],
    ['figure `bound`', BOUNDS],
  ])('names what %s may be', (field, words) => {
    const row = rowsOf(section(MODEL, 'Kinds')).find(([name]) => name === field)
    expect(codesIn(row?.[1] ?? '')).toEqual([...words])
  })

  test.each<[string, readonly string[]]>([
    ['The log', LOG_KINDS],
    ['Decisions', DECISION_ACTS],
    ['Entities', ENTITY_KINDS],
    ['Derived tables', DERIVED],
  ])('names all of "%s"', (heading, names) => {
    expect(namesIn(section(MODEL, heading))).toEqual([...names])
  })

  test('names every diagnostic with its severity, and no other', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(file => read(join('src', file)))
    const made = sources.flatMap(text => [
      ...[...text.matchAll(/\bdiagnostic\(\s*'(\w+)',\s*'([a-z-]+)'/gu)].map(
        ([, severity, code]) => `${code} ${severity}`,
      ),
      ...[...text.matchAll(/\brefusedInput\(\s*\w+,\s*'([a-z-]+)'/gu)].map(([, code]) => `${code} error`),
    ])
    const named = rowsOf(section(MODEL, 'Diagnostics')).map(([code, severity]) => `${codesIn(code)[0]} ${severity}`)
    expect(named.toSorted()).toEqual([...new Set(made)].toSorted())
  })
})

describe('docs/evaluation.md', () => {
  const EVALUATION = 'docs/evaluation.md'

  test('names the measures, in their order', () => {
    const [, union] = /type Measure =([\s\S]*?)\n\n/u.exec(read('src/evaluate/tally.ts')) ?? []
    const measures = [...(union ?? '').matchAll(/'([^']+)'/gu)].map(match => match[1])
    expect(namesIn(section(EVALUATION, 'Measures'))).toEqual(measures)
  })

  test('shows gold that can be read, with all its lists', () => {
    const gold = parseGold(block(section(EVALUATION, 'Gold'), 'json'))
    expect(Object.keys(gold)).toEqual(['doc', 'lang', 'relevant', ...GOLD_LISTS])
  })

  test('names the sets that are scored', () => {
    const sets = [...read('scripts/eval.mjs').matchAll(/\{ name: '([^']+)'/gu)].map(match => match[1])
    expect(namesIn(section(EVALUATION, 'Sets and floors'))).toEqual(sets)
  })
})

describe('docs/language-pack.md', () => {
  const PACK = 'docs/language-pack.md'
  const filesOf = (folder: string): string[] => readdirSync(`src/lang/vi/${folder}`).toSorted()
  const rules = section(PACK, 'Rules')
  const [signs, files] = rules.split('| file |')
  const SIGNS = rowsOf(signs).map(([, example]) => codesIn(example.replaceAll('\\|', '|')))

  test('names the files of words and of rules', () => {
    expect(namesIn(section(PACK, 'Words'))).toEqual(filesOf('words'))
    expect(namesIn(`| file |${files}`)).toEqual(filesOf('rules'))
  })

  const macros = new Map([['gate', parsePattern('GATE', new Map())]])
  const parsed = SIGNS.flat().map(source => parsePattern(source, macros))

  test('shows every sign of a pattern', () => {
    const kinds = (pattern: Pattern): string[] => [
      pattern.kind,
      ...('item' in pattern ? kinds(pattern.item) : 'items' in pattern ? pattern.items.flatMap(kinds) : []),
    ]
    expect(new Set(parsed.flatMap(kinds))).toEqual(
      new Set<Pattern['kind']>(['class', 'word', 'shape', 'sequence', 'choice', 'repeat', 'look', 'tight', 'slot']),
    )
    expect(SIGNS.flat().some(source => source.includes('=')) && SIGNS.flat().includes('$gate')).toBe(true)
  })

  test('names every kind of token', () => {
    const message = (() => {
      try {
        compilePattern(parsePattern('@none', new Map()), new Lexicon())
        return ''
      } catch (error) {
        return (error as Error).message
      }
    })()
    const [, kinds] = message.split('there are: ')
    const paragraph = /The kinds of token are[\s\S]*?\n\n/u.exec(rules)?.[0] ?? ''
    expect(codesIn(paragraph)).toEqual(kinds.split(', ').map(kind => `@${kind}`))
  })

  test('names the tiers of Vietnamese', () => {
    const paragraph = /Vietnamese has these:[\s\S]*?\./u.exec(rules)?.[0] ?? ''
    expect(codesIn(paragraph)).toEqual([...vietnamese.tiers])
  })

  test('shows words, rules and cases that can be read', () => {
    expect(parseWordsFile({ name: 'doc', text: block(section(PACK, 'Words'), 'tsv') })).toHaveLength(4)
    expect(parseRuleFile({ name: 'doc', text: block(rules, 'rules') }).map(rule => rule.priority)).toEqual([3, 0])
    const cases = parseCasesFile({ name: 'doc', text: block(section(PACK, 'Cases'), 'cases') })
    expect(cases.map(one => one.expected.length)).toEqual([2, 1, 0])
  })

  test('names the classes that the code asks for', () => {
    const named = new Set(namesIn(section(PACK, 'Classes')))
    const known = new Set<string>(CLASSES)
    const unnamed = [...known].filter(name => !named.has(name))
    const gone = [...named].filter(name => !known.has(name))
    const message = `docs/language-pack.md lacks ${unnamed.join(', ') || 'none'}, and has ${gone.join(', ') || 'none'} too many`
    expect(unnamed.length + gone.length, message).toBe(0)
  })
})

describe('links of the documents lead somewhere', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'data/gazetteer/README.md',
    ...readdirSync('docs')
      .filter(name => name.endsWith('.md'))
      .map(name => `docs/${name}`),
  ]
  test.each(documents)('%s', document => {
    const targets = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(match => match[1])
    for (const target of targets) expect(existsSync(join(dirname(document), target)), target).toBe(true)
  })
})
