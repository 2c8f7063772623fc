import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPack } from '../src/app/packs.ts'
import { assemble } from '../src/resolve/assemble.ts'
import type { Source } from '../src/resolve/mention.ts'
import { createResolvers } from '../src/resolve/resolvers.ts'
import type { UndertakingProfile } from '../src/resolve/undertakings/profile.ts'
import type { Resolver } from '../src/resolve/resolver.ts'

const resolver = createResolvers(loadPack('vi')!).byKind.get('undertaking') as Resolver<UndertakingProfile>

let count = 0
/** A report in which two provinces met on a day, with what each commitment says. */
const reportOf = (day: string, items: readonly string[], parties = ['Cao Bằng', 'Quảng Tây']): Source => {
  const doc = `doc-${count++}`
  const text = items.join('. ')
  return {
    document: { id: doc, published: day, text },
    relevant: true,
    claims: [
      { id: `${doc}-m`, type: 'meeting', kind: 'talks', start: day, end: day, place: null, parties },
      ...items.map((what, i) => {
        const start = text.indexOf(what)
        const quote = { start, end: start + what.length, exact: what, prefix: '', suffix: '' }
        const rest = { fields: [], force: 'firm', due: null, objects: [], verifiable: true, act: 'thống nhất' }
        return { id: `${doc}-${i}`, type: 'commitment', quote, what, stage: 'agreed', by: parties, ...rest }
      }),
    ],
  } as unknown as Source
}

const groupsOf = (...items: string[]): string[][] => {
  const { entities } = assemble(resolver, [reportOf('2025-01-01', items)])
  return entities.map(({ mentions }) => mentions.map(({ label }) => label)).filter(group => group.length > 1)
}

describe('one undertaking in other words', () => {
  test.each([
    [
      'nâng cấp cặp cửa khẩu Tà Lùng - Thủy Khẩu lên cửa khẩu quốc tế',
      'sớm công bố Tà Lùng - Thủy Khẩu là cửa khẩu quốc tế',
    ],
    [
      'hoàn thiện thủ tục mở lối thông quan cầu đường bộ II Tà Lùng - Thủy Khẩu',
      'mở lối thông quan qua cầu Tà Lùng II',
    ],
    ['nghiên cứu mở cặp cửa khẩu Pò Peo - Nhạc Vu', 'cặp cửa khẩu song phương Pò Peo - Nhạc Vu được mở'],
    [
      'đẩy nhanh đường sắt khổ tiêu chuẩn Lào Cai - Hà Nội - Hải Phòng',
      'khởi công tuyến đường sắt Lào Cai – Hà Nội – Hải Phòng',
    ],
    ['ký cơ chế thông báo bệnh truyền nhiễm', 'xây dựng cơ chế thông báo các bệnh truyền nhiễm qua biên giới'],
  ])('%s', (one, other) => {
    expect(groupsOf(one, other)).toEqual([expect.arrayContaining([one, other])])
  })
})

describe('things that must stay apart', () => {
  test.each([
    ['nâng cấp cửa khẩu Tà Lùng lên quốc tế', 'mở lối thông quan cầu Tà Lùng II'],
    ['hoàn thành giai đoạn 1 cao tốc Đồng Đăng - Trà Lĩnh', 'khởi công giai đoạn 2 cao tốc Đồng Đăng - Trà Lĩnh'],
    ['mở cặp cửa khẩu song phương Lý Vạn - Thạc Long', 'nâng cấp cặp cửa khẩu Lý Vạn - Thạc Long lên cửa khẩu quốc tế'],
    ['xây dựng cửa khẩu thông minh Trà Lĩnh - Long Bang', 'nâng cấp Trà Lĩnh - Long Bang lên cửa khẩu quốc tế'],
    ['tổ chức hội đàm lần thứ 14 về bảo vệ rừng', 'tổ chức hội đàm lần thứ 15 về bảo vệ rừng'],
  ])('%s', (one, other) => {
    expect(groupsOf(one, other)).toEqual([])
  })

  test('the same words between other provinces', () => {
    const what = ['thành lập đội thiện nguyện trồng rừng ngập mặn ven sông']
    const { entities } = assemble(resolver, [
      reportOf('2025-01-01', what),
      reportOf('2025-02-01', what, ['Lạng Sơn', 'Quảng Tây']),
    ])
    expect(entities).toHaveLength(2)
  })
})

const sources = ['plan-1', 'plan-2', 'half-year-1', 'half-year-2', 'report-1', 'report-5'].map((name, i) => {
  const { text, published } = JSON.parse(readFileSync(`data/samples/${name}.json`, 'utf8')) as Record<string, string>
  const lines = [...new Set(text.split(/[\n;]+/).filter(line => line.length > 30))].slice(0, 25)
  return reportOf(published ?? `2025-01-0${i + 1}`, lines)
})

test('judging is symmetric', () => {
  const profiles = sources.flatMap(source => resolver.mentions(source).map(({ profile }) => profile))
  fc.assert(
    fc.property(fc.constantFrom(...profiles), fc.constantFrom(...profiles), (a, b) => {
      const [one, other] = [resolver.judge(a, b), resolver.judge(b, a)]
      expect(one.verdict).toBe(other.verdict)
      expect(one.score).toBeCloseTo(other.score, 10)
    }),
    { numRuns: 500 },
  )
})

test('the order of reports does not matter', () => {
  const whole = assemble(resolver, sources)
  expect(assemble(resolver, sources.toReversed())).toEqual(whole)
  expect(assemble(resolver, [...sources.slice(3), ...sources.slice(0, 3)])).toEqual(whole)
})
