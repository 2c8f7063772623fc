import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkPack } from './check.ts'
import { buildPack, type Language } from './pack.ts'

const folderOf = (folder: string) =>
  readdirSync(folder).map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))

const LANGUAGE: Language = { lang: 'vi', home: 'VN', tiers: ['atoms'], scanNumbers: () => () => {} }

/** What `lang check` says of a pack with these words and rules, and the gazetteer of this repository. */
const problemsOf = (words: string, rules: string): string[] =>
  checkPack(
    buildPack(LANGUAGE, {
      words: [{ name: 'x.tsv', text: words }],
      rules: [{ name: 'x.rules', text: `tier atoms\n${rules}` }],
      cases: [],
      gazetteer: folderOf('data/gazetteer').filter(file => file.name.endsWith('.tsv')),
      spellings: { name: 'spellings.tsv', text: 'written\tmeans\tkind' },
      frequent: null,
      compare: [],
      digest: '',
    }),
  )

test.each([
  [
    'a value that its class has not',
    'nhất trí\tSAY\tmaybe',
    '',
    '"nhất trí" has the class SAY and the value "maybe"; it must be one of: wished, proposed',
  ],
  ['a word twice', 'a\tAND\na\tAND', '', '"a" stands twice as AND'],
  [
    'a rule that asks for what nothing has',
    '',
    'r GHOST => DATE',
    'rules ask for the class GHOST, and no word or rule has it',
  ],
  ['also in what it looks at', '', 'r a !GHOST => DATE', 'rules ask for the class GHOST'],
  ['words that nothing reads', 'a\tODD', '', 'words have the class ODD, and nothing asks for it'],
  [
    'classes that the reader asks for in vain',
    '',
    '',
    'the reader asks for the class DATE, and no word or rule has it',
  ],
])('%s', (_, words, rules, message) => {
  expect(problemsOf(words, rules).some(problem => problem.startsWith(message))).toBe(true)
})

test('what is right is passed over', () => {
  const problems = problemsOf('nhất trí\tSAY\tagreed\na\tODD', 'r ODD => DATE')
  expect(problems.filter(problem => /ODD|nhất trí|DATE/.test(problem))).toEqual([])
})

test('a word with a capital and a rule of an unknown tier stop the building', () => {
  expect(() => problemsOf('a b', '')).toThrow('x.tsv:1')
  expect(() => problemsOf('', 'tier b\nr a => DATE')).toThrow('x.rules: no tier "b"; there are: atoms')
})
