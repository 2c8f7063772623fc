import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, sentencesOf } from './segment.ts'
import { Syllables } from './syllables.ts'
import { Tokens, tokenize } from './tokens.ts'

const syllables = new Syllables()
const ABBREVIATIONS = new Set(['tp', 'v', 'ths'].map(word => syllables.add(word)))

/** The sentences of a text, each as its words. */
const sentences = (text: string): string[] => {
  const tokens = new Tokens()
  tokenize(text, syllables, tokens)
  const isAbbreviation = (at: number): boolean => ABBREVIATIONS.has(tokens.sid[at])
  return linesOf(tokens)
    .flatMap(line => sentencesOf(tokens, line, isAbbreviation))
    .map(({ from, to }) => text.slice(tokens.start[from], tokens.end[to - 1]))
}

test.each([
  ['stops, questions, calls', 'Hai bên họp. Ai dự? Đông lắm!', ['Hai bên họp.', 'Ai dự?', 'Đông lắm!']],
  ['TP.', 'Đoàn đến TP. Cao Bằng. Hôm sau về.', ['Đoàn đến TP. Cao Bằng.', 'Hôm sau về.']],
  ['v.v.', 'Gạo, chè, v.v. Việt Nam bán.', ['Gạo, chè, v.v. Việt Nam bán.']],
  ['initials', 'Ông J. Smith đến. Ông về.', ['Ông J. Smith đến.', 'Ông về.']],
  ['a title of learning', 'ThS. Lan phát biểu.', ['ThS. Lan phát biểu.']],
  ['./. at the end', 'Hai bên chia tay./. Theo báo', ['Hai bên chia tay./.', 'Theo báo']],
  ['quotes stay with their sentence', 'Ông nói: “Tốt.” Mọi người cười.', ['Ông nói: “Tốt.”', 'Mọi người cười.']],
  ['dates and numbers', 'Ngày 14.5.2025 có 3.300 xe. Hết.', ['Ngày 14.5.2025 có 3.300 xe.', 'Hết.']],
  ['dots that go on small', 'Họ bàn... rồi về. Hết.', ['Họ bàn... rồi về.', 'Hết.']],
  ['the ellipsis sign', 'Chè, gạo… Hai bên bán.', ['Chè, gạo…', 'Hai bên bán.']],
  ['a line end ends it', 'Tiêu đề không chấm\nThân bài.', ['Tiêu đề không chấm', 'Thân bài.']],
])('%s', (_, text, expected) => expect(sentences(text)).toEqual(expected))

test('a text without a stop is cut, so that no sentence is longer than 501 tokens', () => {
  const lengths = sentences('chữ '.repeat(5000)).map(s => s.split(' ').length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(501)
  expect(lengths.reduce((a, b) => a + b)).toBe(5000)
})

test('for any text, sentences are the lines cut up: nothing lost, nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aB. ?!"\n5…/)'), maxLength: 120 }), text => {
      const tokens = new Tokens()
      tokenize(text, syllables, tokens)
      const ranges = linesOf(tokens).flatMap(line => sentencesOf(tokens, line, () => false))
      let at = 0
      for (const { from, to } of ranges) {
        expect(from).toBe(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBe(tokens.count)
    }),
  )
})
