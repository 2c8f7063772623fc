import { expect, test } from 'vitest'
import { assignmentAt, assignmentOf } from './assignment.ts'
import type { StoredMention } from './mentions.ts'

const mention = (said: Record<string, unknown> | null): StoredMention => ({ said }) as StoredMention
const OPEN = { stage: 'pledged', stalled: false, due: null } as const

test('a mention without values of its own assigns nothing', () => {
  expect(assignmentOf(mention(null))).toEqual({
    assignees: [],
    supporting: [],
    standing: false,
    progress: null,
    reason: null,
  })
})

test('the last agencies that were named are in charge, with those who help them', () => {
  const before = mention({ assignees: ['Sở Y tế'], supporting: ['Công an tỉnh'] })
  const after = mention({ assignees: ['Sở Ngoại vụ'] })
  expect(assignmentAt([before, after, mention(null)], OPEN)).toMatchObject({
    assignees: ['Sở Ngoại vụ'],
    supporting: [],
  })
})

test('a reason is told only while it is late, and progress until it is done', () => {
  const late = mention({ reason: 'thiếu vốn', progress: 40 })
  expect(assignmentAt([late], { ...OPEN, stalled: true })).toMatchObject({ reason: 'thiếu vốn', progress: 40 })
  expect(assignmentAt([late], OPEN)).toMatchObject({ reason: null, progress: 40 })
  expect(assignmentAt([late], { ...OPEN, stage: 'done' })).toMatchObject({ reason: null, progress: null })
})

test('what has a deadline is no standing task', () => {
  const standing = mention({ assignees: ['Công an tỉnh'], standing: true })
  expect(assignmentAt([standing], OPEN).standing).toBe(true)
  expect(assignmentAt([standing], { ...OPEN, due: '2030-06-30' }).standing).toBe(false)
})
