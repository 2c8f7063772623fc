import { afterAll, expect, test, vi } from 'vitest'
import { loadPack } from '../src/app/packs.ts'
import { Lattice } from '../src/grammar/lattice.ts'
import { Matcher } from '../src/grammar/matcher.ts'
import { createRuleReader } from '../src/read/rule-reader.ts'
import { createDocument } from '../src/text/document.ts'

const pack = loadPack('vi')
if (!pack) throw new Error('no Vietnamese pack')
const reader = createRuleReader(pack, { assumeRelevant: true })

/** What all reading goes through: questions to the lattice, and attempts at rules. Their number is the work, on any machine. */
const counted = [
  vi.spyOn(Lattice.prototype, 'has'),
  vi.spyOn(Lattice.prototype, 'hasAny'),
  vi.spyOn(Lattice.prototype, 'firstEdge'),
  vi.spyOn(Lattice.prototype, 'nextEdge'),
  vi.spyOn(Lattice.prototype, 'edgeTo'),
  vi.spyOn(Matcher.prototype, 'match'),
]
afterAll(() => vi.restoreAllMocks())

function workOn(text: string): number {
  for (const spy of counted) spy.mockClear()
  const facts = { id: 'x', key: null, file: null, url: null, title: null, outlet: null, published: null, lang: 'vi' }
  reader.read(createDocument(facts, text))
  return counted.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
}

/** Texts of `count` pieces that once were, or might be, slow to read. */
const HARD: readonly (readonly [string, (count: number) => string])[] = [
  ['items of a list', count => `Hai bên nhất trí: ${'mở cửa khẩu; '.repeat(count)}`],
  ['ranges of days that never end', count => 'từ ngày 1/1 đến '.repeat(count)],
  ['title words', count => 'Nguyễn Trà Lĩnh Bí Thư Quảng Tây '.repeat(count)],
  ['people with offices', count => 'ông Nguyễn Văn An, Bí thư Tỉnh ủy Cao Bằng, '.repeat(count)],
  ['open brackets', count => 'cửa khẩu Trà Lĩnh ('.repeat(count)],
  ['verbs of saying', count => 'đề nghị nhất trí bày tỏ '.repeat(count)],
  ['lines of one title', count => 'Bí thư Tỉnh ủy\n'.repeat(count)],
  ['a sentence without an end', count => 'các đơn vị tiếp tục phối hợp trao đổi thông tin và '.repeat(count)],
]

test.each(HARD)('twice the text is at most little more than twice the work: %s', (_, textOf) => {
  const [once, twice] = [workOn(textOf(300)), workOn(textOf(600))]
  expect(once).toBeGreaterThan(300)
  expect(twice).toBeLessThan(2.2 * once)
})
