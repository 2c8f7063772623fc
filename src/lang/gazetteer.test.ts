import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gazetteerWords, parseGazetteer } from './gazetteer.ts'
import { parseTable } from './table.ts'

const files = readdirSync('data/gazetteer')
  .filter(name => name.endsWith('.tsv'))
  .map(name => ({ name, text: readFileSync(`data/gazetteer/${name}`, 'utf8') }))
const gazetteer = parseGazetteer(files, 'vi')

describe('tables', () => {
  test('rows become records by their header; missing cells are empty', () => {
    expect(parseTable('x.tsv', 'id\tname\n# comment\na\t b \nc')).toEqual([
      { id: 'a', name: 'b' },
      { id: 'c', name: '' },
    ])
  })

  test('a row with more cells than the header is refused', () => {
    expect(() => parseTable('x.tsv', 'id\na\tb')).toThrow('x.tsv: row 2 has 2 cells, the header has 1')
  })

  test('a table that is missing is named', () => {
    expect(() => parseGazetteer(files.slice(1), 'vi')).toThrow(`the gazetteer has no ${files[0].name}`)
  })
})

describe('the facts of this repository', () => {
  test('every id stands once', () => {
    for (const name of ['places.tsv', 'world.tsv', 'gates.tsv', 'links.tsv', 'mechanisms.tsv']) {
      const ids = parseTable(name, files.find(f => f.name === name)?.text ?? '').map(row => row['id'])
      expect(ids.length - new Set(ids).size, name).toBe(0)
    }
  })

  test('parents and successors are places', () => {
    for (const { id, parent, successor } of gazetteer.places.values())
      for (const other of [parent, successor])
        if (other) expect(gazetteer.places.has(other), `${id} names ${other}`).toBe(true)
  })

  test('a unit that was merged away ends before its successor begins', () => {
    const old = gazetteer.places.get('vn-ha-giang-old') ?? [...gazetteer.places.values()].find(p => p.successor)
    expect(old?.validTo).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const { id, validTo, successor } of gazetteer.places.values())
      if (successor) expect(validTo, `${id} has a successor and no last day`).not.toBeNull()
  })

  test('sessions have a number, days and a place', () => {
    const sessions = [...gazetteer.mechanisms.values()].flatMap(m => m.sessions)
    expect(sessions.length).toBeGreaterThan(20)
    for (const { number, start, end } of sessions) {
      expect(number === null || number > 0).toBe(true)
      expect(start).toMatch(/^\d{4}(-\d{2}){0,2}$/)
      expect(end >= start).toBe(true)
    }
  })
})

test('names become words with their id; names in Chinese letters are for another pack', () => {
  const words = gazetteerWords(gazetteer)
  expect(words).toContainEqual({
    phrase: 'Cao Bằng',
    cls: 'PLACE',
    value: expect.any(String),
    proper: true,
    strong: false,
  })
  expect(words.filter(word => /\p{Script=Han}/u.test(word.phrase))).toEqual([])
  expect(new Set(words.map(word => word.cls))).toEqual(
    new Set(['PLACE', 'GATE', 'LINKNAME', 'MECH', 'FRAMEWORK', 'FIELD']),
  )
})
