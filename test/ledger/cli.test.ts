import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { runCli } from '../../src/app/cli.ts'
import { STORES, testFolder } from './stores.ts'

/** What a command printed, and its exit code. */
interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as the shell would, in this process. */
async function run(...args: string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const streams = [
    vi.spyOn(process.stdout, 'write').mockImplementation(text => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation(text => ((err += String(text)), true)),
  ]
  try {
    return { code: await runCli(args), out, err }
  } finally {
    for (const stream of streams) stream.mockRestore()
  }
}

const TODAY = ['--today', '2026-01-15', '--ui', 'en']

describe.each(STORES)('the command line on $name', ({ location }) => {
  const store = location()
  const on = (command: string, ...args: string[]) => run(command, ...args, '--store', store, ...TODAY)
  const json = async <T>(command: string, ...args: string[]): Promise<T> => {
    const { code, out, err } = await on(command, ...args, '--json')
    expect(err).toBe('')
    expect(code).toBe(0)
    return JSON.parse(out) as T
  }

  beforeAll(async () => {
    const { code, out } = await on('add', 'data/samples')
    expect(out).toMatch(/Added \d+/)
    expect(code).toBe(0)
  })

  interface Row {
    readonly id: string
    readonly label: string
    readonly stage: string
    readonly sides: string[]
    readonly silent: number | null
    readonly last: string | null
  }

  test('add twice changes nothing', async () => {
    const counts = await json<Record<string, number>>('add', 'data/samples')
    expect(counts).toMatchObject({ added: 0, reread: 0 })
  })

  test('add: a dry run tells the same, and writes nothing', async () => {
    const counts = await json<Record<string, number>>('add', 'data/samples', '--dry-run')
    expect(counts).toMatchObject({ added: 0, reread: 0, failed: 0 })
    expect(counts['known']).toBeGreaterThan(30)
    const file = join(testFolder, 'new.txt')
    writeFileSync(file, readFileSync('README.md', 'utf8').slice(0, 500))
    const before = (await on('history', '--json')).out
    const { code, out } = await on('add', file, join(file, 'none.txt'), '--dry-run')
    expect(code).toBe(1)
    expect(out).toMatch(/1 .*Not read: 1 .*\nThis was a dry run/)
    expect((await on('history', '--json')).out).toBe(before)
  })

  test('ledger: three filters hold together', async () => {
    const rows = await json<Row[]>('ledger', '--side', 'Cao Bằng', '--partner', 'cn-gx', '--stage', 'agreed')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.sides).toEqual(expect.arrayContaining(['vn-cao-bang', 'cn-gx']))
    const silent = await json<Row[]>('ledger', '--silent', '365', '--limit', '100')
    for (const row of silent) expect(row.silent).toBeGreaterThanOrEqual(365)
    const oldest = await json<Row[]>('ledger', '--silent', '30', '--oldest', '--limit', '5')
    for (const [i, { last }] of oldest.slice(1).entries()) expect(oldest[i].last! <= last!).toBe(true)
    const gate = await json<Row[]>('ledger', '--gate', 'tra linh')
    expect(gate.length).toBeGreaterThan(0)
  })

  test('ledger --at leaves out what was said later', async () => {
    const rows = await json<Row[]>('ledger', '--at', '2020-01-01', '--limit', '100')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect((row.last ?? '') <= '2020-01-01').toBe(true)
  })

  test('show an undertaking: track, who said what in which words', async () => {
    const rows = await json<Row[]>('ledger', '--limit', '100')
    const told = rows.find(row => (row as unknown as { reports: number }).reports > 2)!
    const { out } = await on('show', told.id)
    expect(out).toContain('Steps')
    const history = await json<{ tellings: { spoken: { quote: string }[] }[] }>('show', told.id)
    expect(history.tellings.flatMap(({ spoken }) => spoken).every(({ quote }) => quote.length > 0)).toBe(true)
  })

  test('search finds without marks, in reports and in names', async () => {
    const found = await json<{ entities: { id: string }[]; reports: { doc: string; words: string }[] }>(
      'search',
      'duong',
      'sat',
    )
    expect(found.reports[0].words.toLowerCase()).toContain('đường sắt')
    expect(found.entities.some(({ id }) => id.startsWith('link-'))).toBe(true)
    const report = await on('show', found.reports[0].doc)
    expect(report.out).toContain('What this report says')
  })

  test('decide, undo, undo of undo, and the history of all that', async () => {
    const [{ id }] = await json<Row[]>('ledger', '--limit', '1')
    const { tellings } = await json<{ tellings: { spoken: { claim: string }[] }[] }>('show', id)
    const { claim } = tellings[0].spoken[0]
    const { key } = await json<{ key: string }>('decide', 'correct', claim, '--set', 'stage=signed', '--by', 'Lan')
    expect((await on('show', claim)).out).toContain('commitment · stage signed')
    const undone = await json<{ key: string }>('undo', key.slice(0, 10), '--by', 'Lan')
    expect((await on('show', claim)).out).not.toContain('stage signed')
    expect(await on('undo', key)).toMatchObject({ code: 1, err: expect.stringContaining('undone already') })
    await json('undo', undone.key)
    expect((await on('show', claim)).out).toContain('stage signed')
    const { decisions } = await json<{ decisions: { key: string; holds: boolean }[] }>('history', claim)
    expect(decisions.map(({ holds }) => holds)).toEqual([true, false, true])
    const rebuilt = await on('rebuild')
    expect(rebuilt.code).toBe(0)
    expect((await on('show', claim)).out).toContain('stage signed')
  })

  test('verify is clean after all that', async () => {
    expect(await on('verify')).toMatchObject({ code: 0, out: expect.stringContaining('whole') })
  })
})

describe('on SQLite', () => {
  const store = join(testFolder, 'cli.db')
  const on = (command: string, ...args: string[]) => run(command, ...args, '--store', store, ...TODAY)
  const json = async <T>(command: string, ...args: string[]): Promise<T> => {
    const { out, err } = await on(command, ...args, '--json')
    expect(err).toBe('')
    return JSON.parse(out) as T
  }

  beforeAll(async () => {
    expect((await on('add', 'data/samples')).code).toBe(0)
  })

  test.each([
    ['overview', 'Agreed, not seen to begin'],
    ['meetings', 'meeting-'],
    ['people', 'person-'],
    ['gates', 'gazetteer: international since'],
    ['figures', 'figure-'],
    ['queue', 'Are these one?'],
    ['history', 'Reports added'],
  ])('%s shows what there is', async (command, words) => {
    const { out, code, err } = await on(command)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain(words)
    expect(Array.isArray(JSON.parse((await on(command, '--json')).out)) || command !== 'people').toBe(true)
  })

  test.each(['vi', 'en', 'zh'])('speaks %s throughout: no word is missing', async ui => {
    for (const command of ['overview', 'ledger', 'meetings', 'people', 'gates', 'queue', 'history'])
      expect((await run(command, '--store', store, '--today', '2026-01-15', '--ui', ui)).out).not.toContain('undefined')
  })

  test('review-of gives each item of the minutes with its outcome', async () => {
    const meetings = await json<{ id: string }[]>('meetings', '--limit', '100')
    const reviews: { items: unknown[] }[] = []
    for (const { id } of meetings) reviews.push(await json('review-of', id))
    const [longest] = reviews.toSorted((a, b) => b.items.length - a.items.length)
    expect(longest.items.length).toBeGreaterThan(2)
    const { out } = await on('review-of', (longest as unknown as { id: string }).id)
    expect(out).toContain('What came of')
    expect(out).toMatch(/silent|under way|done|promised again/)
  })

  test('gates --at: no class before anybody said so', async () => {
    interface Gate {
      readonly ref: string
      readonly class: { value: string } | null
      readonly gazetteer: { held: boolean } | null
    }
    const of = async (at: string) =>
      (await json<Gate[]>('gates', '--at', at, '--limit', '100')).find(({ ref }) => ref === 'tra-linh')
    expect(await of('2023-06-30')).toMatchObject({ class: null, gazetteer: { held: false } })
    expect(await of('2025-06-30')).toMatchObject({ class: { value: 'international' }, gazetteer: { held: true } })
  })

  test('same and different: two become one, and are two again; why says so', async () => {
    const { pairs } = await json<{ pairs: { a: { id: string }; b: { id: string } }[] }>('queue')
    const { a, b } = pairs[0]
    expect((await on('why', a.id, b.id)).out).toContain('unsure')
    const { key } = await json<{ key: string }>('decide', 'same', a.id, b.id)
    const one = await json<{ thing?: { id: string } }>('show', a.id)
    expect(await json('show', b.id)).toEqual(one)
    expect((await on('why', a.id)).out).toContain('decided by a person')
    expect((await on('decide', 'same', a.id, b.id)).err).toContain('one entity already')
    expect((await on('undo', key)).code).toBe(0)
    expect(await json('show', b.id)).not.toEqual(await json('show', a.id))
    await json('decide', 'different', a.id, b.id)
    const after = await json<{ pairs: typeof pairs }>('queue')
    expect(after.pairs.some(pair => pair.a.id === a.id && pair.b.id === b.id)).toBe(false)
  })

  test('split takes a claim out of an entity', async () => {
    const people = await json<{ id: string; mentions: number }[]>('people', '--limit', '100')
    const { id } = people.find(({ mentions }) => mentions > 1)!
    const { mentions } = await json<{ mentions: { claim: string }[] }>('show', id)
    await json('decide', 'split', id, mentions[0].claim)
    const { entities } = await json<{ entities: { id: string }[] }>('show', mentions[0].claim)
    const rest = await json<{ entities: { id: string }[] }>('show', mentions[1].claim)
    expect(entities[0].id).not.toBe(rest.entities[0].id)
  })

  test('reject, then accept what is gone from the ledger', async () => {
    const { mentions } = await json<{ mentions: { claim: string }[] }>(
      'show',
      (await json<{ id: string }[]>('people', '--limit', '1'))[0].id,
    )
    const { claim } = mentions[0]
    await json('decide', 'reject', claim, '--why', 'not named')
    expect((await on('show', claim)).out).toContain(`${claim} · rejected`)
    await json('decide', 'accept', claim)
    expect((await on('show', claim)).out).not.toContain(`${claim} · rejected`)
  })

  test.each([
    [['show', 'person-0000000000'], 'Nothing in this ledger has the id'],
    [['show', '../etc'], 'Nothing in this ledger has the id'],
    [['review-of', 'gate-0000000000'], 'Nothing in this ledger has the id'],
    [['why', 'nothing'], 'Nothing in this ledger has the id'],
    [['decide', 'accept', '0123456789abcdef'], 'Nothing in this ledger has the id'],
    [['decide', 'same', '0123456789abcdef'], 'two ids or more'],
    [['decide', 'correct', '0123456789abcdef', '--set', 'stage=agreed'], 'Nothing in this ledger has the id'],
    [['undo', 'abcdef123456'], 'There is no decision'],
    [['undo', 'x'], 'There is no decision'],
    [['ledger', '--side', 'Atlantis'], 'knows no place'],
    [['ledger', '--gate', 'Atlantis'], 'knows no gate'],
    [['ledger', '--person', 'Atlantis'], 'No person'],
    [['export', '--format', 'csv', '-o', '/nowhere/x.csv'], 'could not be written'],
    [['backup', '/nowhere/x.backup'], 'no such folder'],
    [['restore', '/nowhere/x.backup'], '/nowhere/x.backup'],
  ])('%j: a sentence, exit code 1', async (args, words) => {
    const [command, ...rest] = args
    const { code, err } = await on(command, ...rest)
    expect(err).toContain(words)
    expect(err).not.toMatch(/\n\s+at |went wrong/)
    expect(code).toBe(1)
  })

  test.each([
    ['show'],
    ['ledger', '--stage', 'begun'],
    ['ledger', '--at', '2025-02-30'],
    ['decide', 'forget', 'x'],
    ['decide', 'correct', 'x', '--span', '5'],
    ['export'],
    ['export', '--format', 'xls'],
  ])('%s %s: wrong usage is exit code 2', async (...args) => {
    expect((await run(...args, '--store', store)).code).toBe(2)
  })

  test('wrong values of a correction are told with the right ones', async () => {
    const [{ id }] = await json<{ id: string }[]>('ledger', '--limit', '1')
    const { tellings } = await json<{ tellings: { spoken: { claim: string }[] }[] }>('show', id)
    const { claim } = tellings[0].spoken[0]
    expect((await on('decide', 'correct', claim, '--set', 'stage=begun')).err).toContain('wished, proposed')
    expect((await on('decide', 'correct', claim, '--set', 'colour=red')).err).toContain('It has: stage, by')
    expect((await on('decide', 'correct', claim, '--set', 'due=soon')).err).toContain('no day of the calendar')
    expect((await on('decide', 'correct', claim, '--span', '0-99999999')).err).toContain('not within the report')
    expect((await on('decide', 'correct', claim)).err).toContain('--set')
    expect((await on('decide', 'correct', id, '--set', 'stage=agreed')).err).toContain('is about one claim')
  })

  test('exports: csv, jsonl, geojson, ics, ftm', async () => {
    const csv = (await on('export', '--format', 'csv')).out
    expect(csv.split('\r\n')[0]).toMatch(/^id,label,stage,/)
    for (const line of (await on('export', '--format', 'jsonl')).out.trim().split('\n')) JSON.parse(line)
    const { features } = JSON.parse((await on('export', '--format', 'geojson', '--at', '2025-06-30')).out)
    expect(features.some((each: { geometry: unknown }) => each.geometry !== null)).toBe(true)
    const ics = (await on('export', '--format', 'ics')).out
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/)
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const entities = (await on('export', '--format', 'ftm')).out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const ids = new Set(entities.map(({ id }) => id))
    for (const { schema, properties } of entities)
      if (schema === 'Occupancy' || schema === 'ProjectParticipant')
        for (const target of [properties.holder ?? properties.project, properties.post ?? properties.participant])
          expect(ids).toContain(target[0])
    const file = join(testFolder, 'out.csv')
    await on('export', '--format', 'csv', '-o', file)
    expect(readFileSync(file, 'utf8')).toBe(`\uFEFF${csv}`)
  })

  test('backup, restore into a new ledger, and the same state there', async () => {
    const file = join(testFolder, 'cli.backup')
    expect((await on('backup', file)).code).toBe(0)
    const other = join(testFolder, 'cli-restored.db')
    expect((await run('restore', file, '--store', other)).code).toBe(0)
    const there = await run('ledger', '--store', other, ...TODAY)
    expect(there.out).toBe((await on('ledger')).out)
    expect((await run('restore', file, '--store', other)).err).toContain('not empty')
  })

  test('rebuild --reread with the same reader changes nothing', async () => {
    const before = (await on('ledger', '--limit', '200')).out
    expect(await json('rebuild', '--reread')).toMatchObject({ reread: { changed: 0 } })
    expect((await on('ledger', '--limit', '200')).out).toBe(before)
  })
})

test('a newer version of a report opens its review again', async () => {
  const store = join(testFolder, 'newer.db')
  const folder = join(testFolder, 'versions')
  mkdirSync(folder)
  copyFileSync('data/samples/report-1.json', join(folder, 'a.json'))
  const on = (command: string, ...args: string[]) => run(command, ...args, '--store', store, ...TODAY)
  expect((await on('add', folder)).out).toContain('What is new')
  const [{ id }] = JSON.parse((await on('ledger', '--limit', '1', '--json')).out)
  const { tellings } = JSON.parse((await on('show', id, '--json')).out)
  await on('decide', 'accept', tellings[0].spoken[0].claim, '--by', 'Lan')
  const report = JSON.parse(readFileSync('data/samples/report-1.json', 'utf8'))
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...report, text: `${report.text}\nBản sửa.` }))
  const again = await on('add', folder)
  expect(again.err).toContain('another text')
  const queue = await on('queue')
  expect(queue.out).toContain('Sources that changed')
  expect(queue.out).toContain('a newer version took its place')
})
