import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Tokens, tokenize } from '../text/tokens.ts'
import { Lattice } from './lattice.ts'
import { Lexicon, type Word } from './lexicon.ts'

const word = (phrase: string, cls = 'X', more: Partial<Word> = {}): Word => ({
  phrase,
  cls,
  value: '',
  proper: phrase !== phrase.toLowerCase(),
  strong: false,
  ...more,
})

/** What the words find in a text, as `CLASS words`. */
function found(words: readonly Word[], text: string): string[] {
  const lexicon = new Lexicon()
  for (const one of words) lexicon.add(one)
  const tokens = new Tokens()
  tokenize(text, lexicon.syllables, tokens)
  const { syllables, classes } = lexicon
  const lattice = new Lattice({
    classes: new Int32Array(classes.names.length),
    words: new Int32Array(syllables.size),
    shapes: new Int32Array(256),
  })
  lattice.clear(tokens)
  lexicon.scan(tokens, lattice)
  return Array.from(
    { length: lattice.edges },
    (_, edge) =>
      `${classes.names[lattice.classId[edge]]} ${text.slice(tokens.start[lattice.start[edge]], tokens.end[lattice.end[edge] - 1])}`,
  )
}

describe('phrases', () => {
  test('the longer hides the one-word phrases inside it, and keeps the longer ones', () => {
    const words = [word('bridge'), word('ask for a bridge', 'SAY'), word('a bridge', 'Y')]
    expect(found(words, 'they ask for a bridge')).toEqual(['SAY ask for a bridge', 'Y a bridge'])
    expect(found(words, 'the bridge')).toEqual(['X bridge'])
  })

  test('a strong word counts even there', () => {
    expect(found([word('bridge', 'X', { strong: true }), word('ask for a bridge', 'SAY')], 'ask for a bridge')).toEqual(
      ['SAY ask for a bridge', 'X bridge'],
    )
  })

  test('all classes of one phrase are found', () => {
    expect(found([word('gate', 'A'), word('gate', 'B')], 'gate').toSorted()).toEqual(['A gate', 'B gate'])
  })

  test('the capitals that a name has must stand in the text; others may', () => {
    const words = [word('Long Bang')]
    expect(found(words, 'at Long Bang and LONG BANG')).toEqual(['X Long Bang', 'X LONG BANG'])
    expect(found(words, 'at long bang and Long bang')).toEqual([])
    expect(found([word('gate')], 'Gate')).toEqual(['X Gate'])
  })

  test('none goes over the end of a line', () => {
    expect(found([word('long bang')], 'long\nbang')).toEqual([])
  })

  test('marks and digits are part of a phrase', () => {
    expect(found([word('asean - china 2'), word('no.')], 'asean – china 2, no. 1')).toEqual([
      'X asean – china 2',
      'X no.',
    ])
  })

  test('the longest is found first', () => {
    const lexicon = new Lexicon()
    for (const phrase of ['a b', 'a b c']) lexicon.add(word(phrase))
    const tokens = new Tokens()
    tokenize('a b c', lexicon.syllables, tokens)
    const lattice = new Lattice({
      classes: new Int32Array(1),
      words: new Int32Array(lexicon.syllables.size),
      shapes: new Int32Array(256),
    })
    lattice.clear(tokens)
    lexicon.scan(tokens, lattice)
    const first = lattice.firstEdge(0, 0)
    expect([lattice.end[first], lattice.end[lattice.nextEdge(first)]]).toEqual([3, 2])
  })
})

test('a phrase of no word, or of too many, is refused', () => {
  const lexicon = new Lexicon()
  expect(() => lexicon.add(word(' '))).toThrow('A phrase must have 1 to 60 words')
  expect(() => lexicon.add(word('a '.repeat(61)))).toThrow('1 to 60 words')
  expect(() => lexicon.add(word('a §'))).toThrow('a character that is no word: "a §"')
})

test('for any words and text: what is found is what a plain search finds', () => {
  const letter = fc.constantFrom('a', 'b', 'c')
  const phrase = fc.array(letter, { minLength: 2, maxLength: 4 }).map(list => list.join(' '))
  fc.assert(
    fc.property(
      fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 }),
      fc.array(letter, { maxLength: 20 }),
      (list, words) => {
        const searched = words.flatMap((_, from) =>
          list.filter(one => words.slice(from, from + one.split(' ').length).join(' ') === one),
        )
        expect(
          found(
            list.map(one => word(one)),
            words.join(' '),
          ).toSorted(),
        ).toEqual(searched.map(one => `X ${one}`).toSorted())
      },
    ),
  )
})
