import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenRarity } from '../../lang/rarity.ts'
import type { Gazetteer, Mechanism, Place } from '../../lang/gazetteer.ts'
import type { MeetingClaim } from '../../model/claim.ts'
import { assemble, type Assembled } from '../assemble.ts'
import { createAtlas } from '../atlas.ts'
import type { Source } from '../mention.ts'
import type { MeetingProfile } from './profile.ts'
import { createMeetingResolver } from './resolver.ts'

const place = (id: string, kind: string, parent: string | null, name: string): [string, Place] => [
  id,
  {
    id,
    kind,
    country: id.slice(0, 2).toUpperCase(),
    parent,
    names: [name],
    validFrom: null,
    validTo: null,
    successor: null,
    point: null,
  },
]

const committee: Mechanism = {
  id: 'committee',
  kind: 'committee',
  name: 'Ủy ban',
  aliases: [],
  parties: [],
  sessions: [],
}

const gazetteer: Gazetteer = {
  places: new Map([
    place('vn', 'country', null, 'Việt Nam'),
    place('cn', 'country', null, 'Trung Quốc'),
    place('vn-cao-bang', 'province', 'vn', 'Cao Bằng'),
    place('vn-lang-son', 'province', 'vn', 'Lạng Sơn'),
    place('cn-gx', 'province', 'cn', 'Quảng Tây'),
    place('cn-gx-nanning', 'prefecture', 'cn-gx', 'Nam Ninh'),
  ]),
  gates: new Map(),
  links: new Map(),
  mechanisms: new Map([['committee', committee]]),
  fieldTerms: [],
}

const resolver = createMeetingResolver(createAtlas(gazetteer), evenRarity)

type Meeting = Partial<Omit<MeetingClaim, 'type' | 'id' | 'quote'>>

let reports = 0
/** A report: when it was published, its title, and the meetings that it claims, its occasion first. */
function report(published: string | null, title: string, ...meetings: readonly Meeting[]): Source {
  const id = `r${++reports}`
  const claims = meetings.map((meeting, i) => ({
    type: 'meeting',
    id: `${id}.${i}`,
    quote: { exact: meeting.kind ?? 'talks' },
    kind: 'talks',
    start: null,
    end: meeting.start ?? null,
    place: null,
    parties: ['Cao Bằng', 'Quảng Tây'],
    mechanism: null,
    session: null,
    people: [],
    ...meeting,
  }))
  const document = { id, title, published, lang: 'vi', text: `${title}\n${title} xong.` }
  return { document, relevant: true, claims } as unknown as Source
}

const meetingsOf = (...sources: readonly Source[]): string[][] => groupsIn(assemble(resolver, sources).entities)

const groupsIn = (entities: readonly Assembled<MeetingProfile>[]): string[][] =>
  entities
    .map(({ mentions }) => mentions.map(({ claim }) => claim).toSorted())
    .toSorted((a, b) => (a[0] < b[0] ? -1 : 1))

test('one meeting in two reports, and spoken of in a later one', () => {
  const talks: Meeting = { start: '2025-05-14', place: 'Nam Ninh' }
  const first = report('2025-05-14', 'Cao Bằng hội đàm với Quảng Tây về cửa khẩu', talks)
  const second = report('2025-05-15', 'Hai bên hội đàm về cửa khẩu Trà Lĩnh', talks)
  const later = report('2025-09-02', 'Khởi công đường tuần tra', { kind: 'ceremony', start: '2025-09-01' }, talks)
  const [a, b, c] = [first, second, later].map(({ document }) => document.id)
  expect(meetingsOf(first, second, later)).toEqual([[`${a}.0`, `${b}.0`, `${c}.1`], [`${c}.0`]])
})

test('a preview of the same day is of the same meeting; another session is not', () => {
  const session = (n: number, start: string | null): Meeting => ({
    kind: 'conference',
    mechanism: 'Ủy ban',
    session: n,
    start,
  })
  const preview = report('2025-02-10', 'Chuẩn bị hội nghị Ủy ban lần thứ 16', session(16, null))
  const held = report('2025-02-20', 'Hội nghị Ủy ban lần thứ 16 bế mạc', session(16, '2025-02-20'))
  const before = report('2024-02-28', 'Hội nghị Ủy ban lần thứ 15 bế mạc', session(15, '2024-02-28'))
  const [a, b, c] = [preview, held, before].map(({ document }) => document.id)
  expect(meetingsOf(preview, held, before)).toEqual([[`${a}.0`, `${b}.0`], [`${c}.0`]])
  const profiles = [held, before].map(source => resolver.mentions(source)[0].profile)
  expect(resolver.judge(profiles[0], profiles[1]).verdict).toBe('apart')
})

test('meetings of other sides on the same day are others, however alike the words', () => {
  const one = report('2025-05-14', 'Hội đàm về quản lý biên giới', { start: '2025-05-14', place: 'Nam Ninh' })
  const other = report('2025-05-14', 'Lễ ký thỏa thuận giao thông', {
    kind: 'ceremony',
    start: '2025-05-14',
    place: 'Lạng Sơn',
    parties: ['Lạng Sơn', 'Quảng Tây'],
  })
  expect(meetingsOf(one, other)).toHaveLength(2)
})

test("a visit of which neither day nor session is told is the report's own", () => {
  const vague: Meeting = { kind: 'visit' }
  const one = report('2025-05-14', 'Hội đàm về cửa khẩu', { start: '2025-05-14' }, vague)
  const other = report('2024-03-01', 'Khai trương chợ biên giới', { kind: 'ceremony', start: '2024-03-01' }, vague)
  expect(meetingsOf(one, other)).toHaveLength(4)
})

test('what one report tells apart stays apart: two ceremonies of a day, at one place', () => {
  const day: Meeting = { kind: 'ceremony', start: '2025-05-14', place: 'Nam Ninh' }
  const quoted = (source: Source, ...words: readonly string[]): Source => ({
    ...source,
    claims: source.claims.map((claim, i) => ({ ...claim, quote: { ...claim.quote, exact: words[i] } })),
  })
  const both = quoted(report('2025-05-14', 'Đoàn Cao Bằng thăm Nam Ninh', day, day), 'lễ đón', 'lễ ký kết')
  const signing = quoted(report('2025-06-20', 'Đi vào cuộc sống', { start: '2025-06-19' }, day), 'hội đàm', 'lễ ký kết')
  const [a, b] = [both, signing].map(({ document }) => document.id)
  expect(meetingsOf(both, signing)).toEqual([[`${a}.0`], [`${a}.1`, `${b}.1`], [`${b}.0`]])
})

test('copies of a report are one meeting; the same words a year later are not', () => {
  const title = 'Tỉnh Cao Bằng tiếp đoàn đại biểu Quảng Tây sang chúc Tết'
  const [first, copy, yearLater] = [
    report('2024-02-01', title, {}),
    report('2024-02-01', title, {}),
    report('2025-01-22', title, { start: '2025-01-21' }),
  ]
  const [a, b, c] = [first, copy, yearLater].map(({ document }) => document.id)
  expect(meetingsOf(first, copy)).toEqual([[`${a}.0`, `${b}.0`]])
  const dated = report('2024-02-01', title, { start: '2024-01-31' })
  expect(meetingsOf(dated, yearLater)).toEqual([[`${c}.0`], [`${dated.document.id}.0`]])
})

test('a meeting looks as most of its mentions say', () => {
  const talks: Meeting = { start: '2025-05-14', place: 'Nam Ninh' }
  const sources = [1, 2, 3].map(day => report(`2025-05-1${day + 3}`, 'Cao Bằng hội đàm với Quảng Tây', talks))
  const [{ portrait }] = assemble(resolver, sources).entities
  expect(portrait.label).toBe('talks: Quảng Tây – Cao Bằng, 14/5/2025')
  expect(portrait.tags).toEqual(['side:cn-gx', 'side:vn-cao-bang', 'kind:talks', 'year:2025'])
  expect(portrait.data).toMatchObject({ start: '2025-05-14', place: 'cn-gx-nanning', reports: 3, mentions: 3 })
})

const meeting: fc.Arbitrary<Meeting> = fc.record({
  kind: fc.constantFrom('talks', 'visit', 'conference'),
  start: fc.option(fc.constantFrom('2025-05-14', '2025-05-15', '2025-05-20', '2024-05-14')),
  place: fc.option(fc.constantFrom('Nam Ninh', 'Cao Bằng', 'Xa lạ')),
  parties: fc.subarray(['Cao Bằng', 'Lạng Sơn', 'Quảng Tây', 'Trung Quốc']),
  mechanism: fc.option(fc.constantFrom('Ủy ban', 'Nhóm lạ')),
  session: fc.option(fc.constantFrom(15, 16)),
})

const anyReport = fc
  .tuple(
    fc.option(fc.constantFrom('2025-05-14', '2025-05-16', '2025-06-30')),
    fc.constantFrom('Hội đàm về cửa khẩu Trà Lĩnh', 'Hội đàm về cửa khẩu', 'Lễ ký ghi nhớ nông nghiệp'),
    fc.array(meeting, { maxLength: 3 }),
  )
  .map(([published, title, meetings]) => report(published, title, ...meetings))

test('judging is symmetric, features included', () => {
  fc.assert(
    fc.property(anyReport, anyReport, (one, other) => {
      for (const { profile: a } of resolver.mentions(one))
        for (const { profile: b } of resolver.mentions(other))
          expect(resolver.judge(a, b)).toEqual(resolver.judge(b, a))
    }),
  )
})

test('the order of reports does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 8 }), sources => {
      expect(assemble(resolver, sources.toReversed())).toEqual(assemble(resolver, sources))
    }),
    { numRuns: 50 },
  )
})

const sizesOf = (...sources: readonly Source[]): number[] => meetingsOf(...sources).map(({ length }) => length)

test('a report of the day after tells of the meeting that others date, without a day of its own', () => {
  const fresh = report('2025-06-06', 'Hội đàm', {})
  const plan = report('2025-08-22', 'Kế hoạch', { start: '2025-06-05', kind: 'working-session' })
  expect(sizesOf(fresh, plan)).toEqual([2])
  expect(sizesOf(report('2025-06-09', 'Hội đàm', {}), plan)).toEqual([1, 1])
})

test('a meeting that is not counted is known by its year', () => {
  const spring = (year: number): Meeting => ({ kind: 'other', mechanism: 'Ủy ban', start: `${year}-02-20` })
  const old: Meeting = { start: '2020-01-01' }
  const [one, same] = [report('2026-03-01', 'Một', old, spring(2025)), report('2026-04-01', 'Hai', old, spring(2025))]
  expect(resolver.judge(profileOf(one, 1), profileOf(same, 1)).verdict).toBe('same')
  expect(resolver.judge(profileOf(one, 1), profileOf(report(null, 'Ba', spring(2024)), 0)).verdict).toBe('apart')
})

const profileOf = (source: Source, at: number): MeetingProfile => resolver.mentions(source)[at].profile

test('sides are known by the place that ends the name of a body', () => {
  const start = '2024-03-05'
  const plan = report('2024-03-22', 'Kế hoạch', { start, parties: ['Cao Bằng', 'Ban Y tế Quảng Tây'] })
  expect(sizesOf(report('2024-06-28', 'Báo cáo', { start }), plan)).toEqual([2])
})
