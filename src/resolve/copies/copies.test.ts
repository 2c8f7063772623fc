import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../model/claim.ts'
import { quoteAt } from '../../model/quote.ts'
import { addedClaims, originalOf, type Print } from './copies.ts'
import { sketchOf } from './sketch.ts'

const STORY = `Cao Bằng và Quảng Tây hội đàm
Ngày 14/5, tại thành phố Cao Bằng, lãnh đạo hai tỉnh đã gặp nhau và bàn về việc mở cửa khẩu, nâng cấp đường
đến cửa khẩu, tổ chức chợ biên giới, giao lưu nhân dân và phòng chống thiên tai trong năm tới của hai bên.`
const OTHER = `Quà cho học sinh vùng cao
Sáng nay đoàn công tác đi thăm một trường học ở huyện vùng cao, tặng quà cho học sinh và thầy cô, hỏi thăm đời
sống của bà con, rồi làm việc với xã về đường sá, điện, nước sạch và việc làm cho thanh niên trong vùng.`

const print = (doc: string, text: string, published: string | null = '2025-05-15'): Print => ({
  doc,
  published,
  sketch: sketchOf(text),
})

describe('a report is a copy', () => {
  test('of the earliest report with its text, edited perhaps', () => {
    const [a, b] = [print('b', STORY), print('a', `${STORY} (TTXVN)`, '2025-05-16')]
    expect([originalOf(a, [b]), originalOf(b, [a])]).toEqual([null, 'b'])
  })

  test('of one that has a day, where it has none itself', () => {
    expect(originalOf(print('a', STORY, null), [print('b', STORY)])).toBe('b')
  })

  test('not of one that tells another thing, nor of one that is long past', () => {
    expect(originalOf(print('b', STORY), [print('a', OTHER)])).toBeNull()
    expect(originalOf(print('b', STORY), [print('a', STORY, '2024-05-15')])).toBeNull()
  })

  test('of no copy of its own: of two with one text one is first', () => {
    const texts = fc.constantFrom(STORY, OTHER, `${STORY}\n${OTHER}`, `${STORY} Hết.`, '')
    const day = fc.constantFrom(null, '2025-05-14', '2025-05-15', '2025-07-15')
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, day), { maxLength: 8 }), all => {
        const prints = all.map(([text, published], i) => print(`${i}`, text, published))
        const originals = new Map(prints.map(each => [each.doc, originalOf(each, prints)]))
        for (const { doc } of prints) {
          const chain = new Set<string>()
          for (let at: string | null = doc; at !== null; at = originals.get(at)!) {
            expect(chain.has(at)).toBe(false)
            chain.add(at)
          }
        }
      }),
    )
  })
})

/** A claim of the words, as they stand in a text. */
function claimOf(text: string, words: string, type: Claim['type'] = 'commitment'): Claim {
  const start = text.indexOf(words)
  return { id: words, type, quote: quoteAt(text, start, start + words.length), rule: 'r' } as Claim
}

describe('of a copy', () => {
  const added = 'Hai bên nhất trí xây cầu mới qua sông'
  const text = `Lãnh đạo hai tỉnh bàn việc biên giới\n${STORY.replace('đã gặp nhau', 'gặp nhau')} ${added}.`
  const claims = [
    claimOf(text, 'Lãnh đạo hai tỉnh bàn việc biên giới'),
    claimOf(text, 'lãnh đạo hai tỉnh gặp nhau và bàn về việc mở cửa khẩu'),
    claimOf(text, 'thành phố Cao Bằng', 'place'),
    claimOf(text, added),
    claimOf(text, `${added}.`, 'meeting'),
  ]
  const source = { document: { text }, relevant: true, claims } as unknown as Parameters<typeof addedClaims>[0]

  test('only what was added to it counts: no headline, no edited words, no meeting', () => {
    expect([...addedClaims(source, STORY)]).toEqual([added])
  })

  test('nothing counts where nothing was added', () => {
    expect(addedClaims(source, text).size).toBe(0)
  })
})
