import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createTestReader, report } from '../../test/report.ts'
import type { Reading } from '../model/reading.ts'
import { evaluate, isReadingOf } from './evaluate.ts'
import { type Gold, parseGold } from './gold.ts'

const GOLD = 'eval/gold/samples'
const golds = readdirSync(GOLD).map(name => parseGold(readFileSync(join(GOLD, name), 'utf8')))

const reader = createTestReader()
const readings = golds.map(({ doc }): Reading => {
  const { text, published } = JSON.parse(readFileSync(`data/samples/${doc}.json`, 'utf8')) as {
    text: string
    published: string
  }
  return reader.read(report(text, { file: `${doc}.json`, published }))
})
const pairs = golds.map((gold, i) => ({ gold, reading: readings[i] }))

describe('scores', () => {
  const [{ gold, reading }] = pairs
  const scoreOf = (made: Reading, wanted: Gold, measure: string) =>
    evaluate([{ gold: wanted, reading: made }]).scores.find(score => score.measure === measure)

  test('nothing read has no precision and no recall', () => {
    const score = scoreOf({ ...reading, claims: [] }, gold, 'dates')
    expect(score).toMatchObject({ found: 0, precision: null, recall: 0, f1: 0 })
  })

  test('a claim that nobody asked for lowers precision alone', () => {
    const wanted = { ...gold, dates: gold.dates.slice(1) }
    const [before, after] = [scoreOf(reading, gold, 'dates'), scoreOf(reading, wanted, 'dates')]
    expect(after?.precision).toBeLessThanOrEqual(before?.precision ?? 0)
    expect(after?.gold).toBe((before?.gold ?? 0) - 1)
  })

  test('claims of cooperation in a report of another matter are counted as made up', () => {
    const { invented, inventedIn, misses } = evaluate([{ gold: { ...gold, relevant: false }, reading }])
    expect(inventedIn).toBe(1)
    expect(misses.filter(miss => miss.measure === 'invented')).toHaveLength(invented)
  })

  test('a quote that is not in the text is counted', () => {
    const [first, ...rest] = reading.claims
    const broken = { ...reading, claims: [{ ...first, quote: { ...first.quote, exact: 'x' } }, ...rest] }
    expect(evaluate([{ gold, reading: broken }]).unquoted).toBe(1)
    expect(evaluate(pairs).unquoted).toBe(0)
  })
})

test('a reading belongs to the gold of its id, key, file or address', () => {
  const [{ gold, reading }] = pairs
  const named = (facts: Partial<Reading['document']>): boolean =>
    isReadingOf({ ...gold, doc: 'a-1' }, { ...reading, document: { ...reading.document, file: null, ...facts } })
  expect(
    [{ key: 'a-1' }, { file: 'x/a-1.txt' }, { file: 'a-1.json' }, { url: 'http://x/a-1.html' }].map(named),
  ).toEqual([true, true, true, true])
  expect([{ key: 'a-11' }, { file: 'x/ba-1.txt' }, {}].map(named)).toEqual([false, false, false])
})

const SCORE = '../shared/score/score.mjs'
const folder = mkdtempSync(join(tmpdir(), 'bienban-'))
afterAll(() => rmSync(folder, { recursive: true }))

// The reference scorer stands beside the repository, on the machines that have it; elsewhere this is skipped.
test.skipIf(!existsSync(SCORE))('the measures are those of the reference scorer, on the same readings', () => {
  const file = join(folder, 'readings.jsonl')
  writeFileSync(file, readings.map(reading => JSON.stringify(reading)).join('\n'))
  const { stdout } = spawnSync(process.execPath, [SCORE, GOLD, file, '--json'], { encoding: 'utf8' })
  const reference = JSON.parse(stdout) as {
    rows: { kind: string }[]
    unquoted: number
    invented: number
    documents: number
  }
  const { scores, unquoted, invented, documents } = evaluate(pairs)
  expect({ unquoted, invented, documents }).toEqual({
    unquoted: reference.unquoted,
    invented: reference.invented,
    documents: reference.documents,
  })
  expect(scores.map(({ measure, ...score }) => ({ kind: measure, ...score }))).toEqual(reference.rows)
})
