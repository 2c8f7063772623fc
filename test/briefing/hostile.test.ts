import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherFacts } from '../../src/app/briefing/gather.ts'
import { theOnomasticon } from '../../src/app/briefing/names.ts'
import { paperOf } from '../../src/app/briefing/paper.ts'
import type { Telling } from '../../src/ledger/query/undertaking.ts'
import type { Store } from '../../src/ledger/store.ts'
import type { Briefing } from '../../src/views/api/briefing.ts'
import { briefingOf } from '../../src/views/briefing/briefing.ts'
import type { BriefingFacts } from '../../src/views/briefing/facts.ts'
import { textOfPages } from './pdf-text.ts'
import { bare, OPTIONS, sampleLedger } from './sample-briefing.ts'

/** Words that try to be markup, code of the typesetter, a formula, a link, or letters that run the other way; and one as long as a page. */
const HOSTILE = `<img src=x onerror=alert(1)> #read("/etc/passwd") $x$ *đậm* _nghiêng_ [a](javascript:alert(1)) @nhan <ref> \u202Ekhẩu cửa\u202C \u0000\uFFFF\uD800 ${'d'.repeat(120)} | = tiêu đề`

const hostile = (telling: Telling | null): Telling | null =>
  telling && {
    ...telling,
    title: `${HOSTILE} title`,
    url: 'javascript:alert(1)',
    spoken: telling.spoken.map(each => ({ ...each, quote: HOSTILE })),
  }

/** The facts of the samples, with hostile words wherever reports give words. */
const turned = (facts: BriefingFacts): BriefingFacts => ({
  ...facts,
  items: facts.items.map(item => ({
    ...item,
    row: { ...item.row, label: HOSTILE },
    first: hostile(item.first),
    last: hostile(item.last),
    opposed: item.opposed.map(({ first, second }) => ({ first: hostile(first)!, second: hostile(second)! })),
  })),
  people: {
    ...facts.people,
    partner: facts.people.partner.map(person => ({
      ...person,
      label: HOSTILE,
      offices: person.offices.map(each => ({ ...each, office: HOSTILE })),
    })),
  },
  gates: facts.gates.map(gate => ({ ...gate, row: { ...gate.row, label: HOSTILE, ref: null } })),
  figures: facts.figures.map(figure => ({ ...figure, label: `a ${HOSTILE}`, unit: 'USD' })),
})

let store: Store
let briefing: Briefing
beforeAll(async () => {
  store = await sampleLedger()
  const options = { ...OPTIONS, secrecy: '<b>MẬT</b> #emph[x] \u202E' }
  const facts = await store.snapshot(session => gatherFacts(session, options, []))
  briefing = briefingOf(turned(facts), theOnomasticon())
}, 120_000)
afterAll(() => store.close())

test('what controls the direction of letters is left out, the rest is words', () => {
  const said = JSON.stringify(briefing)
  expect(said).not.toMatch(/[\u202A-\u202E\u2066-\u2069\uFFFF]|\\u0000|\\ud800/u)
  expect(said).toContain('onerror=alert(1)')
})

test('drawings hold no markup of reports', () => {
  const drawings = [...briefing.director, ...briefing.sections].flatMap(({ drawing }) => drawing?.svg ?? [])
  expect(drawings.length).toBeGreaterThan(2)
  for (const svg of drawings) expect(svg).not.toMatch(/<(?!\/?(?:svg|title|path|circle|rect|text)\b)/)
})

test('DOCX: the words stand as they are', { timeout: 120_000 }, async () => {
  const { value } = await mammoth.extractRawText({ buffer: await paperOf(briefing, 'docx') })
  expect(bare(value)).toContain(bare('<b>MẬT</b> #emph[x]'))
  expect(bare(value)).toContain('<imgsrc=xonerror=alert(1)>')
})

test('Markdown: nothing becomes markup, and no script hides behind a link', async () => {
  const text = (await paperOf(briefing, 'md')).toString('utf8')
  expect(text).toContain(String.raw`\<img src=x onerror=alert(1)\>`)
  expect(text).not.toMatch(/[^\\]<(?:img|script|javascript)/)
  expect(text).not.toMatch(/[^\\]\]\(javascript/)
})

test('PDF: nothing is run, and a word wider than a page is broken', { timeout: 180_000 }, async () => {
  const made = await paperOf(briefing, 'pdf').catch((error: Error) => error)
  if (made instanceof Error) return expect(made.message).toContain('not installed')
  const { pages } = await textOfPages(made)
  const text = bare(pages.join(''))
  expect(text).toContain('#read("/etc/passwd")')
  expect(text).toContain('d'.repeat(120))
  expect(text).toContain(bare('<b>MẬT</b> #emph[x]'))
})
