import { readdirSync, readFileSync } from 'node:fs'

export const PAGES = 'fixtures/pages'

/** The fixtures: each a folder with a page, the lines that a person would keep, and what the page says of its article. */
export const pageNames = root => readdirSync(`${root}${PAGES}`).toSorted()

export const readPage = (root, name) => ({
  bytes: readFileSync(`${root}${PAGES}/${name}/page.html`),
  expected: readFileSync(`${root}${PAGES}/${name}/expected.txt`, 'utf8').trimEnd().split('\n'),
  facts: JSON.parse(readFileSync(`${root}${PAGES}/${name}/facts.json`, 'utf8')),
})

const FACTS = ['title', 'outlet', 'author', 'published', 'updated', 'lang', 'url']

/**
 * How well a page was read. An expected line is kept where it is a line of its own, unchanged. Furniture is what the page shows
 * (`shown`: all its lines) beside those; `extra` is what was kept of it.
 */
export function scorePage({ expected, facts }, shown, found) {
  const got = new Map()
  for (const line of found.lines.filter(Boolean)) got.set(line, (got.get(line) ?? 0) + 1)
  const missing = expected.filter(line => !take(got, line))
  const extra = [...got].flatMap(([line, count]) => Array.from({ length: count }, () => line))
  const wanted = new Set(expected)
  return {
    expected: expected.length,
    furniture: shown.filter(line => !wanted.has(line)).length,
    missing,
    extra,
    facts: FACTS.length,
    wrong: FACTS.filter(name => (found[name] ?? null) !== facts[name]).map(
      name => `${name}: ${found[name] ?? null}, not ${facts[name]}`,
    ),
  }
}

function take(counts, line) {
  const count = counts.get(line) ?? 0
  if (count > 1) counts.set(line, count - 1)
  else counts.delete(line)
  return count > 0
}

/** In per cent: paragraphs that were kept, furniture that was kept, facts that are right. */
export function sumScores(scores) {
  const sum = of => scores.reduce((total, score) => total + of(score), 0)
  const share = (part, whole) => Math.round((1000 * part) / whole) / 10
  return {
    pages: scores.length,
    kept: share(
      sum(({ expected, missing }) => expected - missing.length),
      sum(({ expected }) => expected),
    ),
    furniture: share(
      sum(({ extra }) => extra.length),
      sum(({ furniture }) => furniture),
    ),
    facts: share(
      sum(({ facts, wrong }) => facts - wrong.length),
      sum(({ facts }) => facts),
    ),
  }
}
