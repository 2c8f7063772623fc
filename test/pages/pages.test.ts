import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decode } from '../../src/intake/decode.ts'
import { takeIn } from '../../src/intake/intake.ts'
import { linesOf } from '../../src/intake/page/lines.ts'
import { parsePage } from '../../src/intake/page/tree.ts'
import type { Document } from '../../src/text/document.ts'
import { pageNames, readPage, scorePage, sumScores } from './score.mjs'

/** A page whose language is neither written nor seen keeps this one. */
const UNKNOWN = 'und'

async function documentOf(name: string): Promise<Document> {
  const { bytes, facts } = readPage('', name)
  const capture = { file: 'page.html', chunks: [bytes], at: facts.at, url: facts.fetched }
  for await (const { document } of takeIn(capture, { lang: UNKNOWN, published: null })) if (document) return document
  throw new Error(`${name} gave no document`)
}

async function scoreOf(name: string) {
  const page = readPage('', name)
  const decoded = await decode(page.bytes)
  const document = await documentOf(name)
  const shown = 'text' in decoded ? linesOf(parsePage(decoded.text).root, null) : []
  const lang = document.lang === UNKNOWN ? null : document.lang
  const found = { ...document, lang, lines: document.text.split('\n') }
  return scorePage(
    page,
    shown.map(line => line.text),
    found,
  )
}

test('the articles of the fixtures are kept and their furniture is not, as well as before', async () => {
  const { pages: floors } = JSON.parse(readFileSync('eval/floors.json', 'utf8'))
  const names = pageNames('')
  const sums = sumScores(await Promise.all(names.map(scoreOf)))
  expect(sums.pages).toBeGreaterThanOrEqual(40)
  expect(sums.kept).toBeGreaterThanOrEqual(floors.kept)
  expect(sums.furniture).toBeLessThanOrEqual(floors.furniture)
  expect(sums.facts).toBeGreaterThanOrEqual(floors.facts)
})

test('each run of a text stands where its path says', async () => {
  for (const name of pageNames('')) {
    const document = await documentOf(name)
    const decoded = await decode(readPage('', name).bytes)
    const tree = parsePage('text' in decoded ? decoded.text : '')
    for (const [i, run] of document.sourceMap.entries()) {
      const end = document.sourceMap[i + 1]?.text ?? document.text.length
      const words = document.text.slice(run.text, end).split(/\n| \| /u)[0]
      expect(
        textsAt(tree.root, run.path ?? '').some(text =>
          text.slice(run.source).replaceAll(/\s/gu, ' ').startsWith(words.trimEnd()),
        ),
      ).toBe(true)
    }
  }
})

type Node = ReturnType<typeof parsePage>['root']['children'][number]

/** The text nodes of the element at an XPath. */
function textsAt(root: Node, path: string): string[] {
  let at: Node | undefined = root
  for (const step of path.split('/').slice(1)) {
    const [, name, nth] = /^(.+)\[(\d+)\]$/u.exec(step)!
    at =
      at?.kind === 'element'
        ? at.children.find(child => child.kind === 'element' && child.name === name && child.nth === Number(nth))
        : undefined
  }
  return at?.kind === 'element' ? at.children.flatMap(child => (child.kind === 'text' ? [child.text] : [])) : []
}
