import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { report, vietnamesePack } from '../../test/report.ts'
import { createRuleReader } from './rule-reader.ts'

const SAMPLES = readdirSync('data/samples').map(name => {
  const { text, published } = JSON.parse(readFileSync(`data/samples/${name}`, 'utf8')) as {
    text: string
    published: string
  }
  return report(text, { id: name, published })
})

const readAll = (reader: Pick<ReturnType<typeof createRuleReader>, 'read'>): string =>
  SAMPLES.map(sample => JSON.stringify(reader.read(sample))).join('\n')

describe('the same bytes out', () => {
  const first = readAll(createRuleReader(vietnamesePack()))

  test('for the same reader, in another order', () => {
    const reader = createRuleReader(vietnamesePack())
    const backward = SAMPLES.toReversed().map(sample => JSON.stringify(reader.read(sample)))
    expect(backward.toReversed().join('\n')).toBe(first)
  })

  test('for a pack that was built anew', async () => {
    vi.resetModules()
    const { loadPack } = await import('../app/packs.ts')
    const pack = loadPack('vi')
    if (!pack) throw new Error('no pack')
    expect(pack).not.toBe(vietnamesePack())
    expect(readAll(createRuleReader(pack))).toBe(first)
  })

  test('explaining reads the same as reading', () => {
    const reader = createRuleReader(vietnamesePack())
    for (const sample of SAMPLES.slice(0, 6)) expect(reader.explain(sample).reading).toEqual(reader.read(sample))
  })
})

test('a reading carries the reader, the digest of its pack and the document as it was', () => {
  const [sample] = SAMPLES
  const reading = createRuleReader(vietnamesePack()).read(sample)
  expect(reading.format).toBe('bienban/reading@1')
  expect(reading.reader).toMatchObject({ name: 'rules', packs: { vi: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } })
  expect(reading.document.text).toBe(sample.text)
  expect(reading.document).not.toHaveProperty('sourceMap')
})

test('ordinary news makes no claim about cooperation', () => {
  const text =
    'Giá rau tăng sau mưa lớn\n\nNgày 14/5/2025, giá rau ở chợ Bến Thành tăng 20%. Tiểu thương đề nghị ban quản lý chợ sớm sửa mái che. Hai bên nhất trí sửa trong tháng 6.'
  const { relevant, claims } = createRuleReader(vietnamesePack()).read(report(text))
  expect(relevant).toBe(false)
  expect(
    claims.map(claim => claim.type).filter(type => ['commitment', 'instrument', 'gate', 'link'].includes(type)),
  ).toEqual([])
  expect(claims.some(claim => claim.type === 'figure')).toBe(true)
  const screened = createRuleReader(vietnamesePack()).screen(report(text))
  expect(screened).toMatchObject({ relevant: false, claims: [] })
})

test('screening reads a report about cooperation as reading does', () => {
  const reader = createRuleReader(vietnamesePack())
  for (const sample of SAMPLES.slice(0, 6)) expect(reader.screen(sample)).toEqual(reader.read(sample))
})

describe('an explanation', () => {
  const text = 'Tin\n\nHai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang.'
  const { claims } = createRuleReader(vietnamesePack(), { assumeRelevant: true }).explain(report(text))

  test('names the rule, its pattern and slots, and the words of each claim', () => {
    const gate = claims.find(({ claim }) => claim.type === 'gate')
    const [node] = gate?.nodes.filter(({ rule }) => rule === 'gate-pair') ?? []
    expect(node).toMatchObject({ tier: 'gates', pattern: expect.stringContaining('$gate:name') })
    expect(node.slots.map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`)).toContain('name Trà Lĩnh')
    expect(gate?.words.map(({ cls }) => cls)).toContain('GATE')
  })

  test('tells what lost, and to what', () => {
    const losses = claims.flatMap(claim => claim.losses)
    expect(losses.length).toBeGreaterThan(0)
    for (const { rule, winner, why } of losses) {
      expect(rule).not.toBe('')
      expect(winner).not.toBe('')
      expect(why).toMatch(/priority|words against|earlier|before it/)
    }
  })
})
