import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const bienban = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, ['bin/bienban', ...args], { encoding: 'utf8', input })

const folder = mkdtempSync(join(tmpdir(), 'bienban-'))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const GOOD = file('good.txt', 'Hội đàm\n\nNgày 14/5/2025, ông Lê Tiến Châu thăm Quảng Tây (Trung Quốc).\n')

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
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test('a missing file, and a folder without reports', () => {
    const { stderr, status } = bienban(['read', join(folder, 'none.txt'), mkdtempSync(join(tmpdir(), 'bienban-'))])
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

  test('the standard input, and the same bytes twice', () => {
    const once = bienban(['read', '-', '--format', 'jsonl'], 'Tin\n\nHội đàm ngày 14/5/2025.\n')
    const twice = bienban(['read', '-', '--format', 'jsonl'], 'Tin\n\nHội đàm ngày 14/5/2025.\n')
    expect(once.status).toBe(0)
    expect(once.stdout).toBe(twice.stdout)
  })
})

test('wrong usage is exit code 2, help is 0', () => {
  expect(bienban(['read']).status).toBe(2)
  expect(bienban(['rede', GOOD]).status).toBe(2)
  expect(bienban(['read', GOOD, '--published', '2025-02-31']).status).toBe(2)
  expect(bienban(['--help']).status).toBe(0)
})

test('explain points at the words', () => {
  const { stdout, status } = bienban(['explain', GOOD])
  expect(status).toBe(0)
  expect(stdout).toContain('^^^')
  expect(stdout).toContain('rule')
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
