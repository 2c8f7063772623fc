import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { runCli } from '../src/app/cli.ts'

const bienban = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, ['bin/bienban', ...args], { encoding: 'utf8', input })

/** The same without a process of its own: what it writes, and the exit code. */
async function inProcess(args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number }> {
  const written = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map(name =>
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      written[name] += String(text)
      return true
    }),
  )
  try {
    return { status: await runCli(args), ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

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
    ['no known encoding', 'unknown.txt', new Uint8Array([0x48, 0x0a, 0x69, 0xe9, 0xc0, 0xc0, 0x8e, 0xff]), 'UTF-8'],
    ['JSON of another shape', 'shape.json', '{"body": "x"}', '"text"'],
    ['no JSON', 'broken.json', '{"text": ', 'JSON'],
    ['a language with no pack', 'thai.json', '{"lang": "th", "text": "x"}', 'language pack'],
  ])('%s: says what to do, the other inputs are read, exit code 1', async (_, name, content, words) => {
    const { stdout, stderr, status } = await inProcess(['read', file(name, content), GOOD, '--format', 'jsonl'])
    expect(status).toBe(1)
    expect(stderr).toContain(words)
    expect(stderr).toContain(name)
    expect(stderr).not.toMatch(STACK)
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test('a missing file, and a folder without reports', async () => {
    mkdirSync(join(folder, 'empty'))
    const { stderr, status } = await inProcess(['read', join(folder, 'none.txt'), join(folder, 'empty')])
    expect(status).toBe(1)
    expect(stderr).toContain('no such file')
    expect(stderr).toContain('no report in this folder')
  })

  test('the end of a file that is cut off inside a character', async () => {
    const bytes = new TextEncoder().encode('Hội đàm tại Cao Bằ')
    const { stderr, stdout, status } = await inProcess([
      'read',
      file('cut.txt', bytes.subarray(0, bytes.length - 1)),
      '--format',
      'json',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)[0].document.text).toBe('Hội đàm tại Cao B')
    expect(stderr).toBe('')
  })

  test('a day that does not exist stays open, with a warning', async () => {
    const { stdout } = await inProcess([
      'read',
      file('day.txt', 'Tin\n\nNgày 31/2/2025, đoàn đến Cao Bằng.\n'),
      '--format',
      'jsonl',
    ])
    const { claims, diagnostics } = JSON.parse(stdout)
    expect(claims.find((claim: { type: string }) => claim.type === 'date')).toMatchObject({ start: null, end: null })
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'date-does-not-exist' }))
  })

  test('a report on the terminal: title, sections, quotes', async () => {
    const { stdout } = await inProcess(['read', 'data/samples/sample-06.json', '--ui', 'vi'])
    expect(stdout).toContain('Cửa khẩu, tuyến kết nối (1)')
    expect(stdout).toContain('Chi Ma – Ái Điểm')
  })

  test('a file that may not be opened', async () => {
    const path = file('locked.txt', 'Tin')
    chmodSync(path, 0)
    const { stderr, status } = await inProcess(['read', path])
    // The superuser may open anything.
    if (process.getuid?.() !== 0)
      expect([status, stderr]).toEqual([1, expect.stringContaining('You may not open this file')])
  })

  test('a collection with a broken line: the others are read', async () => {
    const { stdout, stderr, status } = await inProcess([
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

  test('a link that leads to itself, and the file behind it is read', async () => {
    const loop = join(folder, 'loop.txt')
    symlinkSync(loop, loop)
    const { stdout, stderr, status } = await inProcess(['read', loop, GOOD, '--format', 'jsonl'])
    expect([status, stdout.trim().split('\n').length]).toEqual([1, 1])
    expect(stderr).toMatch(/loop\.txt: The file could not be read \(ELOOP\)/)
  })

  test('a language under a longer name', async () => {
    const { status } = await inProcess([
      'read',
      file('tag.json', '{"lang": "vi-VN", "text": "Tin"}'),
      '--format',
      'jsonl',
    ])
    expect(status).toBe(0)
  })

  test('nothing read is still JSON', async () => {
    expect((await inProcess(['read', join(folder, 'none.txt'), '--format', 'json'])).stdout).toBe('[]\n')
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
  ])('%j', async (args, words) => {
    const { stderr, stdout, status } = await inProcess(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(STACK)
  })
})

describe('help fits a terminal', () => {
  test.each(['', 'read', 'explain', 'eval', 'lang', 'lang check'])('bienban %s', async command => {
    const { stdout, status } = await inProcess([...command.split(' ').filter(Boolean), '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('Usage: bienban')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })
})

describe('explain', () => {
  test('points at the words', async () => {
    const { stdout, status } = await inProcess(['explain', GOOD])
    expect(status).toBe(0)
    expect(stdout).toContain('^^^')
    expect(stdout).toMatch(/^ {2}rule {2}atoms\/date/m)
  })

  test('only what holds a character; a character behind the end is refused', async () => {
    const { stdout } = await inProcess(['explain', GOOD, '12'])
    expect(stdout).toContain('date · start 2025-05-14')
    expect(stdout).not.toContain('person')
    const { stderr, status } = await inProcess(['explain', GOOD, '9999'])
    expect([status, stderr]).toEqual([1, expect.stringContaining('9999 is behind its end')])
  })

  test('a file that is not there', async () => {
    const { stderr, status } = await inProcess(['explain', join(folder, 'none.txt')])
    expect([status, stderr]).toEqual([1, expect.stringContaining('no such file')])
  })
})

describe('lang check', () => {
  test('counts what a pack has; a language without a pack is said to have none', async () => {
    const { stdout, status } = await inProcess(['lang', 'check', 'vi'])
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^vi: \d+ words and names, \d+ rules, \d+ cases: all fine\n$/),
    ])
    const unknown = await inProcess(['lang', 'check', 'th'])
    expect([unknown.status, unknown.stderr]).toEqual([1, 'th: There is no language pack for "th". There is: vi.\n'])
  })
})

describe('eval', () => {
  test('scores of a sample, as a table and as JSON', async () => {
    const { stdout, status, stderr } = await inProcess(['eval', 'eval/gold/samples', 'data/samples/sample-06.json'])
    expect(status).toBe(1)
    expect(stderr).toContain('no report of that name was given')
    expect(stdout).toMatch(/^documents 1 · claims \d+ · without an exact quote 0/)
    const { documents, scores } = JSON.parse(
      (await inProcess(['eval', 'eval/gold/samples', 'data/samples/sample-06.json', '--json'])).stdout,
    )
    expect(documents).toBe(1)
    expect(scores.length).toBeGreaterThan(5)
  })

  test('gold that is none is named', async () => {
    const { stderr, status } = await inProcess(['eval', 'data/samples', GOOD])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^data\/samples\/.*json: the field "doc" is missing/)])
    const missing = await inProcess(['eval', join(folder, 'nowhere'), GOOD])
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('nowhere')])
    expect(missing.stderr).not.toMatch(STACK)
  })
})

describe('eval events', () => {
  const line = (id: string, event: string | null, published: string, text: string): string =>
    JSON.stringify({ id, event, published, title: text.split('.')[0], text })
  const REPORTS = file(
    'events.jsonl',
    [
      line(
        'a',
        'fire',
        '2024-03-01',
        'Cháy kho bông ở Tân Phú. Lửa cháy suốt ba giờ tại kho bông của công ty Hoàng Sa.',
      ),
      line('b', 'fire', '2024-03-02', 'Kho bông Tân Phú cháy lớn. Lửa cháy ba giờ, công ty Hoàng Sa mất cả kho bông.'),
      line('c', null, '2024-03-01', 'Khai giảng lớp nấu ăn. Bốn mươi học viên ở Biên Hòa đến học làm bánh xèo.'),
    ].join('\n'),
  )

  test('prints B-cubed and false merges', () => {
    const { stdout, status } = bienban(['eval', 'events', REPORTS])
    expect(status).toBe(0)
    expect(stdout).toContain('reports 3 · events 2 · groups 2')
    expect(stdout).toContain('F1 100.00 %')
  })

  test('as JSON, for programs', () => {
    const { stdout } = bienban(['eval', 'events', REPORTS, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ reports: 3, f1: 1, falseMerges: 0, missedMerges: 0 })
  })
})
