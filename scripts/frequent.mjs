// node scripts/frequent.mjs: counts in how many texts each word and each pair of neighbours stands, and writes those that stand
// in many to src/lang/vi/frequent.tsv. Counted are the ordinary news and the reports on cooperation in ../shared/corpus; a term is
// as frequent as in the one of the two where it is more frequent (on cooperation: half of that). Only the figures are kept.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { build, install, ROOT, SHARED } from './workspace.mjs'

install()
build()
const { countTerms, wordsOf } = await import('../dist/text/words.js')

/** Fewer texts than these make no figure that can be trusted. */
const LEAST_NEWS = 100
const LEAST_REPORTS = 9
const SHARE_OF_REPORTS = 0.5
/** What is not in the table has this rarity: there is no use in a term that is no more frequent. */
const RAREST = 5.5

const news = gunzipSync(readFileSync(`${SHARED}/corpus/vi-news-20mb.jsonl.gz`))
  .toString()
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line))
  .map(({ title, text }) => `${title} . ${text}`)
// Reports that are kept for scoring unread are not counted either.
const unread = new Set(readdirSync(`${ROOT}eval/gold/corpus-unread`).map(name => name.replace('.json', '.txt')))
const folder = `${SHARED}/corpus/vi-cooperation/`
const reports = readdirSync(folder)
  .filter(name => !unread.has(name))
  .map(name => readFileSync(folder + name, 'utf8'))

function textsWith(texts) {
  const counts = new Map()
  for (const text of texts)
    for (const term of countTerms(wordsOf(text)).keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

const rarities = new Map()
const note = (term, share) => {
  const rarity = Math.max(0, Math.min(rarities.get(term) ?? RAREST, -Math.log(share)))
  if (rarity < RAREST) rarities.set(term, rarity)
}
for (const [term, n] of textsWith(news)) if (n >= LEAST_NEWS) note(term, n / news.length)
for (const [term, n] of textsWith(reports)) if (n >= LEAST_REPORTS) note(term, (SHARE_OF_REPORTS * n) / reports.length)

const levels = new Map()
for (const [term, rarity] of rarities) {
  const level = rarity.toFixed(1)
  levels.set(level, [...(levels.get(level) ?? []), term])
}
const rows = [...levels]
  .toSorted(([a], [b]) => a - b)
  .map(([level, terms]) => `${level}\t${terms.toSorted().join('|')}`)
const head =
  '# Frequent words and pairs of neighbours, made by scripts/frequent.mjs: rarity is ln(texts / texts that have it).'
writeFileSync(`${ROOT}src/lang/vi/frequent.tsv`, `${[head, 'rarity\tterms', ...rows].join('\n')}\n`)
console.log(`${rarities.size} terms of ${news.length} texts of news and ${reports.length} reports`)
