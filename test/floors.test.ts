import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The table of floors as docs/architecture.md has it: that text is the law, and this test its police. */
const FLOORS = readFileSync('docs/architecture.md', 'utf8')
  .split('\n')
  .map(line => /^\| (\d) \| ([a-z, ]+) \|.*\| (any|none) \|$/.exec(line))
  .filter(match => match !== null)
  .map(([, floor, folders, packages]) => ({ floor: Number(floor), folders: folders.split(', '), packages }))

const floorOf = (folder: string) => FLOORS.find(({ folders }) => folders.includes(folder))

/** What the text behind the table allows besides: evaluate imports from its own floor. */
const ALLOWED = new Set(['evaluate > read', 'evaluate > resolve'])

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map(file => ({ file, text: readFileSync(join('src', file), 'utf8') }))

const importsOf = (text: string): string[] => [
  ...[...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'/gm)].map(match => match[1]),
  ...[...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(match => match[1]),
  ...[...text.matchAll(/^import\s+'([^']+)'/gm)].map(match => match[1]),
]

const folderOf = (file: string): string => file.split('/')[0]

const inFolders = sources.filter(({ file }) => file.includes('/'))

test('the table names every folder of src, and no other', () => {
  const folders = [...new Set(inFolders.map(({ file }) => folderOf(file)))].toSorted()
  expect(FLOORS.flatMap(({ folders: names }) => names).toSorted()).toEqual(folders)
})

describe('imports go down only', () => {
  test.each(inFolders)('$file', ({ file, text }) => {
    const own = folderOf(file)
    const floor = floorOf(own)
    for (const specifier of importsOf(text)) {
      if (!specifier.startsWith('.')) {
        expect(`${own}: ${floor?.packages}`, `${file} imports the package ${specifier}`).toBe(`${own}: any`)
        continue
      }
      const target = relative('.', join(dirname(file), specifier))
      const other = folderOf(target)
      // Data are on no floor.
      if (other === own || target.startsWith('../data/') || ALLOWED.has(`${own} > ${other}`)) continue
      expect(floorOf(other)?.floor, `${file} imports ${target}`).toBeLessThan(floor?.floor ?? -1)
    }
  })
})

/** What of the floors below runs in the browser, as the text behind the table has it. */
const IN_BROWSER = [
  'views/drawing/',
  '../data/map/',
  'views/wording.ts',
  'views/ledger/words/',
  'model/stage.ts',
  'model/kinds.ts',
]

test('the pages import types, and at run time only what that text names', () => {
  const running = inFolders
    .filter(({ file }) => folderOf(file) === 'web')
    .flatMap(({ file, text }) =>
      importsOf(text.replaceAll(/^import type\b[^;]*?from\s+'[^']+'/gm, '')).map(to => ({ file, to })),
    )
    .filter(({ to }) => to.startsWith('.'))
    .map(({ file, to }) => ({ file, target: relative('.', join(dirname(file), to)) }))
    .filter(({ target }) => !target.startsWith('web/') && !IN_BROWSER.some(allowed => target.startsWith(allowed)))
  expect(running).toEqual([])
})

test('no cycles', () => {
  const graph = new Map(
    sources.map(({ file, text }) => [
      file,
      importsOf(text)
        .filter(s => s.startsWith('.'))
        .map(s => join(dirname(file), s)),
    ]),
  )
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    expect(path, `a cycle: ${[...path, file].join(' > ')}`).not.toContain(file)
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
})

test('no clock and no chance below floor 5, no SQL outside the ledger', () => {
  for (const { file, text } of inFolders) {
    const floor = floorOf(folderOf(file))?.floor ?? 0
    if (floor < 5) expect(text, file).not.toMatch(/new Date\(\)|Date\.now|Math\.random|performance\.now/)
    if (folderOf(file) !== 'ledger') expect(text, file).not.toMatch(/\b(SELECT|INSERT INTO|CREATE TABLE)\b/)
  }
})

describe('no file is longer than 400 lines, and none exports a default', () => {
  test.each(sources)('$file', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(401)
    expect(text).not.toMatch(/^export default/m)
  })
})
