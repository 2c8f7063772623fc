import { describe, expect, test } from 'vitest'
import { claimsOf, createTestReader, report } from '../../../test/report.ts'

const reader = createTestReader()

/** The dates of a body, as `words: start/end`, with what they were inferred from. */
function datesOf(body: string, published: string | null = null): string[] {
  const reading = reader.read(report(`Tin hợp tác\n\n${body}`, { published }))
  return claimsOf(reading, 'date').map(
    ({ quote, start, end }) => `${quote.exact}: ${start}${end === start ? '' : `/${end}`}`,
  )
}
const whyOf = (body: string, published: string | null = null): string | undefined =>
  claimsOf(reader.read(report(`Tin hợp tác\n\n${body}`, { published })), 'date').find(date => date.why)?.why

describe('what is written in full', () => {
  test.each([
    ['Ngày 14/5/2025, hai bên họp.', 'Ngày 14/5/2025: 2025-05-14'],
    ['Ngày 14 tháng 5 năm 2025, hai bên họp.', 'Ngày 14 tháng 5 năm 2025: 2025-05-14'],
    ['Từ ngày 15-18/1/2025, đoàn thăm.', 'Từ ngày 15-18/1/2025: 2025-01-15/2025-01-18'],
    ['Ngày 27/3 - 2/4/2025, đoàn thăm.', 'Ngày 27/3 - 2/4/2025: 2025-03-27/2025-04-02'],
    ['Trong tháng 2/2024, hai bên họp.', 'tháng 2/2024: 2024-02-01/2024-02-29'],
    ['Trong quý III/2025, hai bên họp.', 'quý III/2025: 2025-07-01/2025-09-30'],
    ['Năm 2018, hai bên họp.', 'Năm 2018: 2018-01-01/2018-12-31'],
    ['Giai đoạn 2021-2025, hai bên họp.', 'Giai đoạn 2021-2025: 2021-01-01/2025-12-31'],
  ])('%s', (body, expected) => expect(datesOf(body)).toEqual([expected]))
})

describe('a day that does not exist stays open, with a warning that says where', () => {
  test.each(['31/2/2025', '29/2/2025', '31/4/2024'])('%s', day => {
    const text = `Tin\n\nNgày ${day}, hai bên họp.`
    const reading = reader.read(report(text))
    expect(claimsOf(reading, 'date')[0]).toMatchObject({ start: null, end: null })
    expect(reading.diagnostics).toContainEqual({
      code: 'date-does-not-exist',
      severity: 'warning',
      span: { start: 5, end: 10 + day.length },
      message: `"Ngày ${day}" is no day of the calendar: the date was left open. Check it against the source.`,
    })
  })
})

describe('the year of a date that has none', () => {
  test('the same day with its year elsewhere in the text, before the page’s date', () => {
    const body = 'Ngày 14/5, hai bên họp. Biên bản ngày 14/5/2023 đã nêu.'
    expect(datesOf(body, '2025-06-01')[0]).toBe('Ngày 14/5: 2023-05-14')
    expect(whyOf(body)).toBe('year from the same day, written with its year elsewhere in the text')
  })

  test('a mechanism’s numbered session that the gazetteer knows', () => {
    const mechanism = 'Ủy ban chỉ đạo hợp tác song phương Việt Nam - Trung Quốc'
    expect(whyOf(`Ngày 13/11, hai bên họp. Ngày 14/11/2001 khác.`)).not.toContain(mechanism)
  })

  test('the day of publication: the same year, or the one before for what lies far ahead', () => {
    expect(datesOf('Ngày 14/5, hai bên họp.', '2025-05-15')).toEqual(['Ngày 14/5: 2025-05-14'])
    expect(datesOf('Ngày 28/12, hai bên họp.', '2025-01-03')).toEqual(['Ngày 28/12: 2024-12-28'])
    expect(datesOf('Ngày 20/6, hai bên sẽ họp.', '2025-05-15')).toEqual(['Ngày 20/6: 2025-06-20'])
    expect(whyOf('Ngày 14/5, hai bên họp.', '2025-05-15')).toBe('year from the day of publication, 2025-05-15')
  })

  test('nothing that tells: null, never a guess', () => {
    expect(datesOf('Ngày 14/5, hai bên họp.')).toEqual(['Ngày 14/5: null'])
    expect(datesOf('Hôm qua, hai bên họp.')).toEqual(['Hôm qua: null'])
  })

  test('an inferred year is marked in the EDTF, and noted', () => {
    const reading = reader.read(report('Tin\n\nNgày 14/5, hai bên họp.', { published: '2025-05-15' }))
    expect(claimsOf(reading, 'date')[0].edtf).toBe('2025?-05-14')
    expect(reading.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'date-year-inferred', severity: 'note' }),
    )
  })
})

test('days that are counted are counted from the day of the report', () => {
  expect(datesOf('Hôm qua, hai bên họp.', '2025-03-01')).toEqual(['Hôm qua: 2025-02-28'])
  expect(datesOf('Tháng trước, hai bên họp.', '2025-01-10')).toEqual(['Tháng trước: 2024-12-01/2024-12-31'])
  expect(datesOf('Năm nay, hai bên họp.', '2025-01-10')).toEqual(['Năm nay: 2025-01-01/2025-12-31'])
})

test('the date in the head of the page is its day of publication', () => {
  const { document, claims } = reader.read(report('Tin hợp tác\n16:50 30/08/2024\nNgày 29/8, hai bên họp.'))
  expect(document.published).toBe('2024-08-30')
  expect(claimsOf({ claims }, 'date').at(-1)?.start).toBe('2024-08-29')
})

test('numbers that only look like dates are none', () => {
  expect(datesOf('Biên bản số 15/2025/BB-UBND, tại km 12+300, lúc 8 giờ 30, mốc 834/1.')).toEqual([])
})
