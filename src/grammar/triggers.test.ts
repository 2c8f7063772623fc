import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tokens } from '../text/tokens.ts'
import { compileGrammar, type Grammar } from './grammar.ts'
import { Lattice } from './lattice.ts'
import { Matcher } from './matcher.ts'
import { Parser } from './parse.ts'
import { createInterest, TriggerScan } from './triggers.ts'

const RULES = `tier one
by-word   a b => N
by-class  GATE (a | @num) => N
by-shape  @upper @num[1-9] => N
by-choice (c | GATE) d? a => N
lonely    e => N
looks     !a f b => N`

const grammar: Grammar = compileGrammar({
  words: [{ phrase: 'g', cls: 'GATE', value: '', proper: false, strong: false }],
  ruleFiles: [{ name: 'x.rules', text: RULES }],
  tiers: ['one'],
})

function offered(text: string): string[][] {
  const { tokens, lattice } = new Parser(grammar, new Tokens()).parse(text)
  const scan = new TriggerScan(grammar.tiers[0].triggers, tokens, lattice)
  scan.begin()
  return Array.from({ length: tokens.count }, (_, at) => {
    if (lattice.nextInterest(at, 0) !== at) return []
    scan.collect(at)
    return scan.rules.slice(0, scan.count).map(rule => rule.name)
  })
}

test('a rule is offered where its first step stands, and what can come behind it', () => {
  expect(offered('a b')[0]).toEqual(['by-word'])
  expect(offered('a c')[0]).toEqual([])
  expect(offered('g 5')[0]).toEqual(['by-class'])
  expect(offered('g a')[0].toSorted()).toEqual(['by-choice', 'by-class'])
  expect(offered('UB 5')[0]).toEqual(['by-shape'])
  expect(offered('UB 15')[0]).toEqual([])
  expect(offered('e')[0]).toEqual(['lonely'])
  expect(offered('a\nb')[0]).toEqual([])
})

test('for any text, no rule that matches is passed over', () => {
  const pieces = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'UB', '5', '15', '\n'), { maxLength: 15 })
  fc.assert(
    fc.property(pieces, list => {
      const text = list.join(' ')
      const names = offered(text)
      const { tokens, lattice } = new Parser(grammar, new Tokens()).parse(text)
      const matcher = new Matcher(grammar.lexicon)
      matcher.over(tokens, lattice)
      for (let at = 0; at < tokens.count; at++)
        for (const rule of grammar.rules) if (matcher.match(rule, at)) expect(names[at]).toContain(rule.name)
    }),
  )
})

test('more tiers than an integer has bits are refused', () => {
  const { triggers } = grammar.tiers[0]
  expect(() =>
    createInterest(
      Array.from({ length: 32 }, () => triggers),
      1,
      1,
    ),
  ).toThrow('31 tiers at most')
})

test('a lattice tells the longest edge that ends at a token', () => {
  const tokens = new Tokens()
  const lattice = new Lattice(grammar.interest)
  new Parser(grammar, tokens).parse('a b c d')
  lattice.clear(tokens)
  lattice.addWord(1, 3, 0, 0)
  lattice.addWord(0, 3, 0, 0)
  lattice.addWord(2, 3, 1, 0)
  expect(lattice.start[lattice.edgeTo(3, 0)]).toBe(0)
  expect(lattice.start[lattice.edgeTo(3, 1)]).toBe(2)
  expect(lattice.edgeTo(2, 0)).toBe(-1)
})
