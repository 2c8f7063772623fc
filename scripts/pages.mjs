// Scores the reading of web pages on fixtures/pages; test/pages holds the floors.
//   node scripts/pages.mjs [NAME...]            shows what is missing from these pages and what is too much
//   node scripts/pages.mjs --readability        scores Mozilla's Readability on the same pages, for comparison
//   node scripts/pages.mjs --new NAME FILE      makes a fixture of a page: check its expected.txt and facts.json by hand
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pageNames, readPage, scorePage, sumScores, PAGES } from '../test/pages/score.mjs'
import { build, ROOT } from './workspace.mjs'

build()
const { decode } = await import('../dist/intake/decode.js')
const { takeIn } = await import('../dist/intake/intake.js')
const { linesOf } = await import('../dist/intake/page/lines.js')
const { parsePage } = await import('../dist/intake/page/tree.js')

const words = process.argv.slice(2).filter(word => !word.startsWith('-'))
if (process.argv.includes('--new')) await makeFixture(words[0], words[1])
else await scoreAll(words)

async function scoreAll(names) {
  const { readability } = await import('./readability.mjs')
  const scores = []
  for (const name of pageNames(ROOT)) {
    if (names.length > 0 && !names.includes(name)) continue
    const page = readPage(ROOT, name)
    const { text } = await decode(page.bytes)
    const found = process.argv.includes('--readability') ? readability(text) : await own(page)
    const shown = linesOf(parsePage(text).root, null).map(line => line.text)
    const score = scorePage(page, shown, found)
    scores.push(score)
    if (score.missing.length + score.extra.length + score.wrong.length > 0) console.log(`\n${name}`)
    for (const line of score.missing) console.log(`  - ${line}`)
    for (const line of score.extra) console.log(`  + ${line}`)
    for (const fact of score.wrong) console.log(`  ! ${fact}`)
  }
  console.log(sumScores(scores))
}

async function own({ bytes, facts }) {
  const capture = { file: 'page.html', chunks: [bytes], at: facts.at, url: facts.fetched }
  for await (const { document } of takeIn(capture, { lang: 'und', published: null }))
    return document
      ? { ...document, lang: document.lang === 'und' ? null : document.lang, lines: document.text.split('\n') }
      : { lines: [] }
}

async function makeFixture(name, file) {
  const bytes = readFileSync(file)
  const { lines, title, outlet, author, published, updated, lang, url } = await own({ bytes, facts: {} })
  const folder = `${ROOT}${PAGES}/${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/page.html`, bytes)
  writeFileSync(`${folder}/expected.txt`, `${lines.filter(Boolean).join('\n')}\n`)
  const facts = { title, outlet, author: author ?? null, published, updated: updated ?? null, lang, url }
  writeFileSync(`${folder}/facts.json`, `${JSON.stringify(facts, null, 2)}\n`)
  console.log(`${folder}: now correct expected.txt and facts.json to what a person would keep.`)
}
