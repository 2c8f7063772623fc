import { describe, expect, test } from 'vitest'
import { parseRuleFile } from './rule-file.ts'

const parse = (text: string) => parseRuleFile({ name: 'x.rules', text })

test('rules have a name, a priority, a tier, a class and constants; macros and comments are no rules', () => {
  const rules = parse(`# a comment
tier first
$sep = "/" | "-"   # behind a statement too
one^-2  a $sep
        b => DATE(kind=day, part=early)
tier second
two     a => GATE
`)
  expect(rules).toMatchObject([
    {
      name: 'one',
      tier: 'first',
      priority: -2,
      source: 'a $sep b',
      makes: 'DATE',
      constants: { kind: 'day', part: 'early' },
    },
    { name: 'two', tier: 'second', priority: 0, source: 'a', makes: 'GATE', constants: {} },
  ])
})

describe('messages name file and line', () => {
  test.each([
    ['tier x\none a', 'x.rules:2: not a rule, a macro or a tier. A rule is: name  pattern => CLASS(key=value)'],
    ['one a => DATE', 'x.rules:1: a rule stands before the first "tier" line'],
    ['tier x\n\none (a => DATE', 'x.rules:3: a "(" is not closed'],
    ['tier x\none a => DATE(day)', 'x.rules:2: a constant must be key=value: day'],
    ['tier x\none a => date', 'x.rules:2: not a rule'],
    ['$a = $b\n$b = x', 'x.rules:1: no macro $b'],
  ])('%s', (text, message) => expect(() => parse(text)).toThrow(message))
})
