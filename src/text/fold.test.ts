import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, skeleton, squeeze, withoutBracket } from './fold.ts'

const folded = (text: string): string => fold(text).folded

describe('what a reader takes for the same text folds to the same shadow', () => {
  test.each([
    ['case', 'CỬA KHẨU TRÀ LĨNH', 'cửa khẩu trà lĩnh'],
    ['composed and combining marks', 'Trùng Khánh'.normalize('NFD'), 'trùng khánh'],
    ['no-break, thin and ideographic spaces', 'a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['zero-width characters and soft hyphens', 'Cao\u200b Bằ\u00adng\ufeff', 'cao bằng'],
    ['the tone of uy', 'Ủy ban', folded('uỷ ban')],
    ['the tone of oa', 'hòa bình, Khánh Hòa', folded('hoà bình, khánh hoà')],
    ['the tone of oe', 'khỏe', folded('khoẻ')],
    ['i and y at the end', 'kỹ thuật, tỷ đồng, lý do', folded('kĩ thuật, tỉ đồng, lí do')],
    ['Eth for Đ', 'Ðức Thiên', 'đức thiên'],
    ['dashes', 'a – b — c − d ‑ e', 'a - b - c - d - e'],
    ['double quotes', '“a” „b‟ «c» ″', '"a" "b" "c" "'],
    ['single quotes', '‘a’ `b´', "'a' 'b'"],
    ['line ends', 'a\r\nb\u2028c', 'a\n\nb\nc'],
  ])('%s', (_, written, shadow) => expect(folded(written)).toBe(shadow))
})

test('what means something else stays apart', () => {
  expect(folded('má')).not.toBe(folded('mà'))
  expect(folded('qúy')).toBe('qúy')
  expect(folded('thúy')).not.toBe(folded('thủy'))
  expect(folded('đa')).not.toBe(folded('da'))
  expect(folded('hai')).not.toBe(folded('hay'))
})

test('each unit of the shadow leads back to where it was written', () => {
  const text = `Cao\u200b Bằng – ${'Thủy'.normalize('NFD')} Khẩu`
  const { folded: shadow, offsets } = fold(text)
  expect(offsets).toHaveLength(shadow.length + 1)
  expect(offsets.at(-1)).toBe(text.length)
  for (const word of ['cao', 'bằng', 'khẩu']) {
    const at = shadow.indexOf(word)
    expect(
      text
        .slice(offsets[at], offsets[at + word.length])
        .trim()
        .toLowerCase(),
    ).toContain(word)
  }
  expect(text[offsets[shadow.indexOf('-')]]).toBe('–')
})

describe('for any text', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 80 })

  test('the offsets rise and stay within the text', () => {
    fc.assert(
      fc.property(texts, text => {
        const { folded: shadow, offsets } = fold(text)
        expect(offsets).toHaveLength(shadow.length + 1)
        for (let i = 1; i < offsets.length; i++) expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1])
        expect(offsets.at(-1)).toBe(text.length)
      }),
    )
  })

  test('Vietnamese folds alike composed and decomposed, small and capital', () => {
    const letters = fc.constantFrom(...'aàáảãạăằâầeêệioôộỗơờuưứyýđ nhctgkhqumlvxs')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), text => {
        expect(folded(text.normalize('NFD'))).toBe(folded(text))
        expect(folded(text.toUpperCase())).toBe(folded(text))
        expect(folded(folded(text))).toBe(folded(text))
      }),
    )
  })
})

test('a skeleton has no case, tone, đ, mark or double space', () => {
  expect(skeleton('Bản Giốc – Đức Thiên')).toBe('ban gioc duc thien')
  expect(skeleton('  TP.HCM ')).toBe('tp hcm')
  expect(skeleton('ĐẠI HỌC'.normalize('NFD'))).toBe('dai hoc')
  expect(skeleton('广西')).toBe('广西')
  expect(skeleton('…')).toBe('')
})

test('white space is squeezed, brackets at the end are left out', () => {
  expect(squeeze('a  b\n\tc')).toBe('a b c')
  expect(withoutBracket('Sở Ngoại vụ (Cao Bằng)')).toBe('Sở Ngoại vụ')
  expect(withoutBracket('Trà Lĩnh (Việt Nam) - Long Bang')).toBe('Trà Lĩnh (Việt Nam) - Long Bang')
})
