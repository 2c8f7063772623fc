import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiesAmong } from './copies.ts'

const STORY = `Ngày 14/5, tại thành phố Cao Bằng, lãnh đạo hai tỉnh đã gặp nhau và bàn về việc mở cửa khẩu, nâng cấp đường
đến cửa khẩu, tổ chức chợ biên giới, giao lưu nhân dân và phòng chống thiên tai trong năm tới của hai bên.`
const OTHER = `Sáng nay đoàn công tác đi thăm một trường học ở huyện vùng cao, tặng quà cho học sinh và thầy cô, hỏi thăm đời
sống của bà con, rồi làm việc với xã về đường sá, điện, nước sạch và việc làm cho thanh niên trong vùng.`

const report = (doc: string, text: string, published: string | null = '2025-05-15') => ({ doc, text, published })

describe('copies', () => {
  it('are those that share most of their words, the earliest is the original', () => {
    const copies = copiesAmong([
      report('b', `Theo TTXVN. ${STORY}`, '2025-05-16'),
      report('a', STORY, '2025-05-15'),
      report('c', OTHER, '2025-05-15'),
    ])
    expect([...copies]).toEqual([['b', 'a']])
  })

  it('of copies are copies of the first', () => {
    const copies = copiesAmong([report('c', STORY), report('b', `${STORY} Hết.`), report('a', STORY)])
    expect(copies).toEqual(
      new Map([
        ['b', 'a'],
        ['c', 'a'],
      ]),
    )
  })

  it('may be cut short', () => {
    expect([...copiesAmong([report('a', STORY), report('b', STORY.slice(0, 120))])]).toEqual([['b', 'a']])
  })

  it('are no two reports that tell one thing in other words, and no empty ones', () => {
    expect(copiesAmong([report('a', STORY), report('b', OTHER), report('c', ''), report('d', '')]).size).toBe(0)
  })

  it('do not depend on the order of the reports, and no original is a copy', () => {
    const texts = fc.array(fc.constantFrom(STORY, OTHER, `${STORY} ${OTHER}`, STORY.slice(0, 150), ''), {
      maxLength: 7,
    })
    fc.assert(
      fc.property(texts, fc.integer(), (all, turn) => {
        const reports = all.map((text, i) => report(`${i}`, text))
        const copies = copiesAmong(reports)
        const at = reports.length === 0 ? 0 : Math.abs(turn) % reports.length
        expect(copiesAmong([...reports.slice(at), ...reports.slice(0, at)])).toEqual(copies)
        for (const original of copies.values()) expect(copies.has(original)).toBe(false)
      }),
    )
  })
})
