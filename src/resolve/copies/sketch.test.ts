import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, resemblance, runsOf, sketchOf } from './sketch.ts'

const word = fc.stringMatching(/^[a-zđăâêôơư]{2,6}$/)
const words = (minLength: number) => fc.array(word, { minLength, maxLength: 120 }).map(all => all.join(' '))

/** The part of the runs of both that two texts share. */
function jaccard(a: string, b: string): number {
  const [one, other] = [new Set(runsOf(a, 6)), new Set(runsOf(b, 6))]
  const shared = [...one].filter(run => other.has(run)).length
  return shared / (one.size + other.size - shared)
}

describe('a sketch', () => {
  test('tells how much two texts share, within its error', () => {
    fc.assert(
      fc.property(words(60), words(20), words(20), (shared, one, other) => {
        const [a, b] = [`${shared} ${one}`, `${shared} ${other}`]
        // Five standard errors of 128 draws.
        expect(Math.abs(resemblance(sketchOf(a), sketchOf(b)) - jaccard(a, b))).toBeLessThan(0.22)
      }),
    )
  })

  test('does not see case, spacing, marks or the place of tones', () => {
    const text = 'Ngày 14/5, hai bên thỏa thuận nâng cấp cửa khẩu Trà Lĩnh – Long Bang; '.repeat(3)
    const shown = text.replaceAll('thỏa', 'thoả').toUpperCase().replaceAll(' ', ' \n').normalize('NFD')
    expect(sketchOf(shown)).toEqual(sketchOf(text))
  })

  test('takes each ideograph as a word', () => {
    const text = '双方一致同意加快推进口岸基础设施互联互通，扩大农产品贸易，加强边境地区执法合作，办好第十六次会议。'
    expect(resemblance(sketchOf(`${text}记者李明`), sketchOf(text))).toBeGreaterThan(0.8)
  })

  test('of a text of few words is empty, and like none', () => {
    const short = sketchOf('Hai bên ký biên bản.')
    expect(short).toHaveLength(0)
    expect([bandsOf(short), resemblance(short, short)]).toEqual([[], 0])
  })

  test('is the same on every machine', () => {
    const text = Array.from({ length: 60 }, (_, i) => `chữ${i}`).join(' ')
    expect([...sketchOf(text)].slice(0, 4)).toMatchInlineSnapshot(`
      [
        338,
        1676,
        386,
        1617,
      ]
    `)
    expect(bandsOf(sketchOf(text))[0]).toMatchInlineSnapshot(`"0.g15l7t"`)
  })
})
