import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PERSON_THRESHOLDS, PERSON_WEIGHTS } from '../src/resolve/people/judge.ts'
import { INSTRUMENT_THRESHOLDS, INSTRUMENT_WEIGHTS } from '../src/resolve/things/instruments.ts'

const page = readFileSync('docs/ledger.md', 'utf8')

/** The rows of the feature table of a chapter. */
function tableOf(chapter: string): Record<string, number> {
  const text = page.split(`## ${chapter}\n`)[1].split('\n## ')[0]
  return Object.fromEntries(
    [...text.matchAll(/^\| `([a-z-]+)` +\| (-?[\d.]+) +\|/gm)].map(row => [row[1], Number(row[2])]),
  )
}

describe('docs/ledger.md says what the code does', () => {
  test.each([
    ['People', PERSON_WEIGHTS, PERSON_THRESHOLDS],
    ['Instruments', INSTRUMENT_WEIGHTS, INSTRUMENT_THRESHOLDS],
  ])('%s', (chapter, weights, { same, unsure }) => {
    expect(tableOf(chapter)).toEqual(weights)
    expect(page.split(`## ${chapter}\n`)[1]).toMatch(`Same from ${same}, unsure from ${unsure}.`)
  })
})
