import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const bienban = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, ['bin/bienban', ...args], { encoding: 'utf8', input })

const folder = mkdtempSync(join(tmpdir(), 'bienban-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const GOOD = file('good.txt', 'Hội đàm\n\nNgày 14/5/2025, ông Lê Tiến Châu thăm Quảng Tây (Trung Quốc).\n')

/** A line of a stack trace: no person should see one. */
const STACK = /\n\s+at /

describe('read', () => {
  test('prints one reading a line, quotes exact', () => {
    const { stdout, status } = bienban(['read', GOOD, '--format', 'jsonl'])
    expect(status).toBe(0)
    const reading = JSON.parse(stdout)
    expect(reading.format).toBe('bienban/reading@1')
    expect(reading.document.title).toBe('Hội đàm')
    for (const { quote } of reading.claims)
      expect(reading.document.text.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  test.each([
    ['an empty file', 'empty.txt', '', 'nothing to read'],
    ['a binary file', 'binary.txt', new Uint8Array([0, 1, 2, 3, 0, 255]), 'binary'],
    ['a PDF', 'paper.txt', '%PDF-1.7 …', 'PDF'],
    ['another encoding', 'tcvn.txt', new Uint8Array([0x48, 0xe9, 0x69, 0x20, 0xae, 0xb5, 0x6d]), 'UTF-8'],
    ['JSON of another shape', 'shape.json', '{"body": "x"}', '"text"'],
    ['no JSON', 'broken.json', '{"text": ', 'JSON'],
    ['a language with no pack', 'thai.json', '{"lang": "th", "text": "x"}', 'language pack'],
  ])('%s: says what to do, the other inputs are read, exit code 1', (_, name, content, words) => {
    const { stdout, stderr, status } = bienban(['read', file(name, content), GOOD, '--format', 'jsonl'])
    expect(status).toBe(1)
    expect(stderr).toContain(words)
    expect(stderr).toContain(name)
    expect(stderr).not.toMatch(STACK)
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test('a missing file, and a folder without reports', () => {
    mkdirSync(join(folder, 'empty'))
    const { stderr, status } = bienban(['read', join(folder, 'none.txt'), join(folder, 'empty')])
    expect(status).toBe(1)
    expect(stderr).toContain('no such file')
    expect(stderr).toContain('no report in this folder')
  })

  test('the end of a file that is cut off inside a character', () => {
    const bytes = new TextEncoder().encode('Hội đàm tại Cao Bằ')
    const { stderr, stdout, status } = bienban([
      'read',
      file('cut.txt', bytes.subarray(0, bytes.length - 1)),
      '--format',
      'json',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)[0].document.text).toBe('Hội đàm tại Cao B')
    expect(stderr).toBe('')
  })

  test('a day that does not exist stays open, with a warning', () => {
    const { stdout } = bienban([
      'read',
      file('day.txt', 'Tin\n\nNgày 31/2/2025, đoàn đến Cao Bằng.\n'),
      '--format',
      'jsonl',
    ])
    const { claims, diagnostics } = JSON.parse(stdout)
    expect(claims.find((claim: { type: string }) => claim.type === 'date')).toMatchObject({ start: null, end: null })
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'date-does-not-exist' }))
  })

  test('a report on the terminal: title, sections, quotes', () => {
    const { stdout } = bienban(['read', 'data/samples/sample-06.json', '--ui', 'vi'])
    expect(stdout).toContain('Cửa khẩu, tuyến kết nối (1)')
    expect(stdout).toContain('Chi Ma – Ái Điểm')
  })

  test('a file that may not be opened', () => {
    const path = file('locked.txt', 'Tin')
    chmodSync(path, 0)
    const { stderr, status } = bienban(['read', path])
    // The superuser may open anything.
    if (process.getuid?.() !== 0)
      expect([status, stderr]).toEqual([1, expect.stringContaining('You may not open this file')])
  })

  test('a collection with a broken line: the others are read', () => {
    const { stdout, stderr, status } = bienban([
      'read',
      file('news.jsonl', '{"text": "Một"}\n{"text": \n{"text": "Ba"}\n'),
      '--format',
      'jsonl',
    ])
    expect(status).toBe(1)
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).document.text),
    ).toEqual(['Một', 'Ba'])
    expect(stderr).toMatch(/news\.jsonl: Line 2: /)
  })

  test('nothing read is still JSON', () => {
    expect(bienban(['read', join(folder, 'none.txt'), '--format', 'json']).stdout).toBe('[]\n')
  })

  test('the standard input, and the same bytes twice', () => {
    const once = bienban(['read', '-', '--format', 'jsonl'], 'Tin\n\nHội đàm ngày 14/5/2025.\n')
    const twice = bienban(['read', '-', '--format', 'jsonl'], 'Tin\n\nHội đàm ngày 14/5/2025.\n')
    expect(once.status).toBe(0)
    expect(once.stdout).toBe(twice.stdout)
  })
})

describe('wrong usage is exit code 2, and says what is wrong', () => {
  test.each([
    [['read'], "missing required argument 'inputs'"],
    [['rede', 'x'], "unknown command 'rede'"],
    [['read', 'x', '--format', 'xml'], 'Allowed choices are table, json, jsonl'],
    [['read', 'x', '--published', '2025-02-31'], 'no day of the calendar. Write it as 2025-05-15'],
    [['read', 'x', '--most', 'all'], 'no whole number'],
    [['explain', 'x', 'y'], 'no whole number'],
    [['eval', 'x'], "missing required argument 'inputs'"],
    [['lang', 'look'], "unknown command 'look'"],
  ])('%j', (args, words) => {
    const { stderr, stdout, status } = bienban(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(STACK)
  })
})

describe('help fits a terminal', () => {
  test.each(['', 'read', 'explain', 'eval', 'lang', 'lang check'])('bienban %s', command => {
    const { stdout, status } = bienban([...command.split(' ').filter(Boolean), '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('Usage: bienban')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })
})

describe('explain', () => {
  test('points at the words', () => {
    const { stdout, status } = bienban(['explain', GOOD])
    expect(status).toBe(0)
    expect(stdout).toContain('^^^')
    expect(stdout).toMatch(/^ {2}rule {2}atoms\/date/m)
  })

  test('only what holds a character; a character behind the end is refused', () => {
    const { stdout } = bienban(['explain', GOOD, '12'])
    expect(stdout).toContain('date · start 2025-05-14')
    expect(stdout).not.toContain('person')
    const { stderr, status } = bienban(['explain', GOOD, '9999'])
    expect([status, stderr]).toEqual([1, expect.stringContaining('9999 is behind its end')])
  })

  test('a file that is not there', () => {
    const { stderr, status } = bienban(['explain', join(folder, 'none.txt')])
    expect([status, stderr]).toEqual([1, expect.stringContaining('no such file')])
  })
})

describe('lang check', () => {
  test('counts what a pack has; a language without a pack is said to have none', () => {
    const { stdout, status } = bienban(['lang', 'check', 'vi'])
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^vi: \d+ words and names, \d+ rules, \d+ cases: all fine\n$/),
    ])
    const unknown = bienban(['lang', 'check', 'th'])
    expect([unknown.status, unknown.stderr]).toEqual([1, 'th: There is no language pack for "th". There is: vi.\n'])
  })
})

describe('eval', () => {
  test('scores of a sample, as a table and as JSON', () => {
    const { stdout, status, stderr } = bienban(['eval', 'eval/gold/samples', 'data/samples/sample-06.json'])
    expect(status).toBe(1)
    expect(stderr).toContain('no report of that name was given')
    expect(stdout).toMatch(/^documents 1 · claims \d+ · without an exact quote 0/)
    const { documents, scores } = JSON.parse(
      bienban(['eval', 'eval/gold/samples', 'data/samples/sample-06.json', '--json']).stdout,
    )
    expect(documents).toBe(1)
    expect(scores.length).toBeGreaterThan(5)
  })

  test('gold that is none is named', () => {
    const { stderr, status } = bienban(['eval', 'data/samples', GOOD])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^data\/samples\/.*json: the field "doc" is missing/)])
    const missing = bienban(['eval', join(folder, 'nowhere'), GOOD])
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('nowhere')])
    expect(missing.stderr).not.toMatch(STACK)
  })
})
