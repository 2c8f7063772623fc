import { expect, test } from 'vitest'
import type { Claim } from '../model/claim.ts'
import type { Reading } from '../model/reading.ts'
import { STAGES } from '../model/stage.ts'
import { summarize, totalsOf } from './summary.ts'
import { WORDINGS } from './wording.ts'

const quote = (exact: string, prefix = '', suffix = '') => ({
  start: 99,
  end: 99 + exact.length,
  exact,
  prefix,
  suffix,
})

const reading = (claims: readonly object[], more: Partial<Reading> = {}): Reading => ({
  format: 'bienban/reading@1',
  reader: { name: 'rules', version: '0', packs: {} },
  document: {
    id: 'x',
    key: null,
    file: 'a.txt',
    url: null,
    title: 'Hội đàm',
    outlet: null,
    published: '2025-05-15',
    lang: 'vi',
    text: '',
  },
  relevant: true,
  claims: claims as unknown as Claim[],
  diagnostics: [],
  ...more,
})

const commitment = (stage: string, what: string) => ({
  type: 'commitment',
  stage,
  by: ['Cao Bằng', 'Quảng Tây'],
  speaker: 'Trần An',
  due: '2026-12-31',
  quote: quote(what),
})

const MEETING = {
  type: 'meeting',
  kind: 'talks',
  start: '2025-05-14',
  end: '2025-05-15',
  session: 12,
  place: 'Cao Bằng',
  parties: ['Cao Bằng', 'Quảng Tây'],
  quote: quote('hội đàm', 'ng, hai đoàn đã ', ' lần thứ mười hai tại thành phố '),
}

const { en } = WORDINGS
const titlesOf = (claims: readonly object[]): string[] =>
  summarize(reading(claims), en).sections.map(({ title }) => title)

test('every stage has its section, in the order in which a reader asks; what is empty is left out', () => {
  expect(titlesOf(STAGES.map(stage => commitment(stage, stage)))).toEqual([
    'Agreed',
    'Signed',
    'Approved',
    'Done',
    'Under way',
    'Late or stopped',
    'Pledged',
    'Proposed',
    'Wished',
  ])
  expect(titlesOf([MEETING, commitment('wished', 'x')])).toEqual(['Meetings', 'Wished'])
  expect(titlesOf([])).toEqual([])
})

test('a commitment tells who, by whom, until when; its quote is its own words', () => {
  const [section] = summarize(reading([commitment('agreed', 'mở cửa khẩu')]), en).sections
  expect(section.rows).toEqual([{ what: 'Cao Bằng + Quảng Tây · Trần An · by 2026-12-31', quote: 'mở cửa khẩu' }])
})

test('a meeting tells its days, kind, session, place and parties, with whole words around its own', () => {
  const [section] = summarize(reading([MEETING]), en).sections
  expect(section.rows[0].what).toBe('2025-05-14 – 2025-05-15 · talks · session 12 · Cao Bằng · Cao Bằng – Quảng Tây')
  expect(section.rows[0].quote).toBe('… hai đoàn đã hội đàm lần thứ mười hai tại thành phố …')
})

test('words around a quote end where its line ends', () => {
  const lone = { ...MEETING, kind: 'other', quote: quote('hội đàm', 'Tin\nHai đoàn ', '.\nHết') }
  const [section] = summarize(reading([lone]), en).sections
  expect(section.rows[0].quote).toBe('Hai đoàn hội đàm.')
  expect(section.rows[0].what).not.toContain('other')
})

test('a gate that is named twice is shown once', () => {
  const gate = { type: 'gate', names: ['Trà Lĩnh', 'Long Bang'], quote: quote('Trà Lĩnh - Long Bang') }
  const [section] = summarize(reading([gate, gate, { ...gate, names: ['Tà Lùng'] }]), en).sections
  expect(section.rows.map(({ what }) => what)).toEqual(['Trà Lĩnh – Long Bang', 'Tà Lùng'])
  expect(totalsOf([reading([gate, gate])]).gates).toBe(1)
})

test('what goes over the most is counted, not shown', () => {
  const [section] = summarize(reading(['a', 'b', 'c'].map(what => commitment('agreed', what))), en, 2).sections
  expect([section.rows.length, section.count]).toEqual([2, 3])
})

test('the head tells file, outlet and day; a report of another matter says so', () => {
  const summary = summarize(reading([], { relevant: false }), en)
  expect(summary).toMatchObject({ title: 'Hội đàm', source: 'a.txt · 2025-05-15', note: en.notCooperation })
  expect(summarize(reading([]), en).note).toBeNull()
})

test('totals over many readings', () => {
  const claims = [MEETING, commitment('agreed', 'a'), commitment('wished', 'b')]
  expect(totalsOf([reading(claims), reading(claims, { relevant: false })])).toEqual({
    reports: 2,
    about: 1,
    meetings: 2,
    commitments: 4,
    gates: 0,
    figures: 0,
    people: 0,
  })
})
