import { describe, expect, test } from 'vitest'
import { INSTRUMENT_STATUSES, MEETING_KINDS } from '../model/kinds.ts'
import { STAGES } from '../model/stage.ts'
import { assignmentLines, SCREEN_LANGUAGES, screenLanguage, type Totals, WORDINGS } from './wording.ts'

const TOTALS: Totals = { reports: 41, about: 42, meetings: 43, commitments: 44, gates: 45, figures: 46, people: 47 }

describe.each(SCREEN_LANGUAGES)('%s', lang => {
  const wording = WORDINGS[lang]

  test('has a word for every stage, kind of meeting and status, each once', () => {
    for (const [words, keys] of [
      [wording.stages, STAGES],
      [wording.meetingKinds, MEETING_KINDS],
      [wording.statuses, INSTRUMENT_STATUSES],
    ] as const) {
      expect(new Set(Object.keys(words))).toEqual(new Set<string>(keys))
      expect(new Set(Object.values(words)).size).toBe(keys.length)
    }
  })

  test('leaves nothing empty, and puts each number into its sentence', () => {
    for (const [key, words] of Object.entries(wording)) expect(words, key).toBeTruthy()
    expect(wording.more(17)).toContain('17')
    expect(wording.session(12)).toContain('12')
    expect(wording.until('2025-12-31')).toContain('2025-12-31')
    for (const count of Object.values(TOTALS)) expect(wording.total(TOTALS)).toContain(String(count))
  })
})

test('no two languages share a heading', () => {
  for (const key of [
    'meetings',
    'instruments',
    'gatesAndLinks',
    'figures',
    'people',
    'notCooperation',
    'noDay',
  ] as const)
    expect(new Set(SCREEN_LANGUAGES.map(lang => WORDINGS[lang][key])).size, key).toBe(SCREEN_LANGUAGES.length)
})

test('English counts one thing as one', () => {
  expect(WORDINGS.en.total({ ...TOTALS, reports: 1, people: 1 })).toMatch(/^1 report, .* 1 person$/)
})

test('the language of a locale; English for one that is not there', () => {
  expect(['vi_VN.UTF-8', 'zh_CN', 'en_GB', 'fr_FR', 'C', ''].map(screenLanguage)).toEqual([
    'vi',
    'zh',
    'en',
    'en',
    'en',
    'en',
  ])
})

test('who is in charge, how far it is and why it is late are told where they are known', () => {
  const assigned = { assignees: ['Sở Y tế'], supporting: [], standing: false, progress: 40, reason: 'thiếu vốn' }
  expect(assignmentLines(assigned, WORDINGS.en)).toEqual(['in charge: Sở Y tế', '40 % done', 'late because: thiếu vốn'])
  expect(
    assignmentLines({ ...assigned, assignees: [], progress: null, reason: null, standing: true }, WORDINGS.zh),
  ).toEqual(['长期任务'])
})
