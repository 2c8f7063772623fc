import { describe, expect, test } from 'vitest'
import { isTimeLine, postedDay } from './posted.ts'

const FETCHED = { at: '2026-02-04T01:30:00Z', lang: 'vi' }

describe('the day that a line gives', () => {
  test.each([
    ['16:50 30/08/2024', '2024-08-30'],
    ['Thứ sáu, 29-12-2023', '2023-12-29'],
    ['Thứ hai, ngày 01/04/2019', '2019-04-01'],
    ['Ngày 26 tháng 2 năm 2007', '2007-02-26'],
    ['2025-01-17T10:00:00+07:00', '2025-01-17'],
    ['发布时间：2024年3月21日 18:06', '2024-03-21'],
    ['Jan 30, 2025', '2025-01-30'],
    ['14 August 2023', '2023-08-14'],
    ['19 giờ trước', '2026-02-03'],
    ['3天前', '2026-02-01'],
    ['2 hours ago', '2026-02-04'],
    ['31/2/2024', null],
    ['Bài và ảnh', null],
  ])('%s: %s', (line, day) => expect(postedDay(line, FETCHED)).toBe(day))

  test('how long ago says nothing where the fetching is not known', () =>
    expect(postedDay('19 giờ trước', { at: null, lang: 'vi' })).toBeNull())
})

describe('lines that are nothing but a time', () => {
  test.each([
    'Thứ tư, 09/10/2024 - 07:12',
    '16:50 30/08/2024',
    'Cập nhật lúc 07:30 ngày 22/08/2011',
    '2024年3月21日 18:06',
  ])('%s', line => expect(isTimeLine(line)).toBe(true))
  test.each(['Hội đàm ngày 30/08/2024', 'Chủ nhật', 'Nông Thị Hạ 14/03/2025 16:05'])('not %s', line =>
    expect(isTimeLine(line)).toBe(false),
  )
  test('and none takes long to tell', () => {
    const start = performance.now()
    isTimeLine(`${'1 '.repeat(43)}x`)
    isTimeLine(`${'jan'.repeat(28)}1!`)
    expect(performance.now() - start).toBeLessThan(200)
  })
})
