import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/ledger/store.ts'
import type { Briefing } from '../../src/views/api/briefing.ts'
import { Briefing as Schema } from '../../src/views/api/briefing.ts'
import { briefingMarkdown } from '../../src/views/briefing/markdown.ts'
import { briefingIn, sampleLedger, wordsOf } from './sample-briefing.ts'

let store: Store
let briefing: Briefing
beforeAll(async () => {
  mkdirSync('test/golden', { recursive: true })
  store = await sampleLedger()
  briefing = await briefingIn(store)
}, 120_000)
afterAll(() => store.close())

describe('the paper of the sample reports', () => {
  test.each(['vi', 'en', 'zh'] as const)('as it was last looked at: %s', async lang => {
    await expect(briefingMarkdown(await briefingIn(store, { lang }))).toMatchFileSnapshot(
      `../golden/briefing-${lang}.md`,
    )
  })

  test('the same ledger and options give the same paper, and it is what the API promises', async () => {
    expect(await briefingIn(store)).toEqual(briefing)
    expect(Schema.parse(briefing)).toEqual(briefing)
  })

  test('points to raise have a reason and lead to their words', () => {
    const [, raise, expected] = briefing.director
    expect(raise.lines).toHaveLength(5)
    for (const line of [...raise.lines, ...expected.lines]) expect(line.why).toMatch(/\.$/)
    expect(raise.lines[0].subject).toContain('Đình Phong')
    expect(raise.lines[0].why).toMatch(/nhắc lại \d+ lần/)
    const numbers = briefing.sections.flatMap(({ lines }) => lines.map(({ number }) => number))
    const [, ref] = /việc số\s(\d+)/u.exec(raise.lines[0].why!)!
    expect(numbers).toContain(Number(ref))
  })

  test('every footnote is cited, in the order of reading, and its words stand in a report', () => {
    const cited = briefing.sections.flatMap(({ lines, table }) => [
      ...lines.flatMap(({ notes }) => notes),
      ...(table?.rows ?? []).flatMap(({ notes }) => notes),
    ])
    expect([...new Set(cited)]).toEqual(briefing.notes.map(({ n }) => n))
    expect(briefing.notes.every(({ quote, source }) => quote !== '' && source !== '')).toBe(true)
  })

  test('a day in the past knows nothing of what came later', async () => {
    const then = await briefingIn(store, { at: '2024-12-31' })
    expect(JSON.stringify(then.notes)).not.toContain('/2025,')
    expect(wordsOf(then).join(' ')).not.toContain('Lam Hiểu')
  })

  test('a field and a period narrow it', async () => {
    const trade = await briefingIn(store, { fields: ['tourism'], since: '2025-01-01' })
    const [state] = trade.director
    expect(Number(state.counts[0].value)).toBeLessThan(Number(briefing.director[0].counts[0].value))
    const fields = trade.sections.filter(({ title }) => /^3\.\d/.test(title)).map(({ title }) => title)
    expect(fields.length).toBeGreaterThan(0)
  })

  test('two sides of whom nothing is known: a paper that says so', async () => {
    const nothing = await briefingIn(store, { ours: 'vn-ca-mau', partner: 'cn-xz' })
    expect(wordsOf(nothing).join(' ')).toContain('chưa có nội dung nào giữa hai bên')
    expect(nothing.notes).toEqual([])
  })

  test('somebody whose office another one has now is told as former', () => {
    const rows = briefing.sections.flatMap(({ table }) => table?.rows ?? []).map(({ cells }) => cells)
    expect(rows.find(([name]) => name === 'Lưu Ninh')?.[1]).toBe('Nguyên Bí thư Khu ủy')
    expect(rows.find(([name]) => name === 'Trần Cương')?.[1]).toBe('Bí thư Khu ủy Quảng Tây')
  })
})
