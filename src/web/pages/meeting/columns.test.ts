import { expect, test } from 'vitest'
import type { SideWords } from '../../../views/api/meetings.ts'
import { columnsOf } from './columns.ts'
import { meetingTitle } from './title.ts'
import { WORDINGS } from '../../../views/wording.ts'

const said = (label: string) => [{ undertaking: label, label, tellings: [] }]
const sideOf = (id: string) => (id.startsWith('vn') ? 'ours' : id.startsWith('cn') ? 'theirs' : 'other')

test('words stand with the side that said them; those of both and of nobody apart', () => {
  const sides: SideWords[] = [
    { by: ['vn-cao-bang'], said: said('a') },
    { by: ['cn-gx'], said: said('b') },
    { by: ['vn-cao-bang', 'cn-gx'], said: said('c') },
    { by: ['vn-cao-bang', 'vn-lang-son'], said: said('d') },
    { by: [], said: said('e') },
    { by: ['la'], said: said('f') },
  ]
  const labels = Object.entries(columnsOf(sides, sideOf)).map(([column, all]) => [
    column,
    all.map(({ label }) => label),
  ])
  expect(Object.fromEntries(labels)).toEqual({ ours: ['a', 'd'], theirs: ['b'], together: ['c', 'f'], unsaid: ['e'] })
})

const names = {
  name: (id: string) => ({ 'vn-cao-bang': 'Cao Bang', 'cn-gx': 'Guangxi' })[id] ?? id,
  side: sideOf,
} as const

test('a meeting is called by its kind, session and sides, ours first', () => {
  const row = { label: 'hội đàm 15', meeting: 'talks', session: 15, parties: ['cn-gx', 'vn-cao-bang'] }
  expect(meetingTitle(row, WORDINGS.en, names)).toMatch(/^Talks .*15.*: Cao Bang – Guangxi$/)
  expect(meetingTitle({ ...row, session: null }, WORDINGS.vi, names)).toBe('Hội đàm: Cao Bang – Guangxi')
})

test('a meeting of no known kind is called as reports call it', () => {
  const row = { label: 'lễ bàn giao', meeting: 'other', session: null, parties: ['cn-gx'] }
  expect(meetingTitle(row, WORDINGS.en, names)).toBe('lễ bàn giao')
  expect(meetingTitle({ ...row, meeting: 'talks', parties: [] }, WORDINGS.en, names)).toBe('lễ bàn giao')
})
