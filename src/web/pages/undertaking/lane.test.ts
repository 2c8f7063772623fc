import { expect, test } from 'vitest'
import type { Stage } from '../../../model/stage.ts'
import type { UndertakingDetail } from '../../../views/api/undertakings.ts'
import { laneOf } from './lane.ts'

const detailOf = (told: readonly (readonly [string | null, Stage])[], at: string): UndertakingDetail =>
  ({
    at,
    row: { stage: told.at(-1)?.[1] },
    contradictions: [],
    tellings: told.map(([day, stage], i) => ({ doc: `doc-${i}`, day, stage, stalled: false, again: false })),
  }) as unknown as UndertakingDetail

test('time runs to the right, stages rise, and the path keeps the furthest', () => {
  const lane = laneOf(
    detailOf(
      [
        ['2024-01-01', 'proposed'],
        ['2024-06-01', 'signed'],
        ['2025-01-01', 'agreed'],
      ],
      '2025-06-01',
    ),
    800,
  )!
  const [proposed, signed, agreed] = lane.marks
  expect(proposed.x < signed.x && signed.x < agreed.x).toBe(true)
  expect(signed.y < agreed.y && agreed.y < proposed.y).toBe(true)
  expect(lane.path.match(/V/g)).toHaveLength(1)
  expect(lane.silence!.x).toBeCloseTo(agreed.x)
})

test('what is done is not silent; without any day there is no lane', () => {
  expect(laneOf(detailOf([['2024-01-01', 'done']], '2025-01-01'), 400)!.silence).toBeNull()
  expect(laneOf(detailOf([[null, 'agreed']], '2025-01-01'), 400)).toBeNull()
})

test('reports of one day stand beside each other', () => {
  const [one, other] = laneOf(
    detailOf(
      [
        ['2024-01-01', 'agreed'],
        ['2024-01-01', 'agreed'],
      ],
      '2025-01-01',
    ),
    600,
  )!.marks
  expect(other.x - one.x).toBeGreaterThanOrEqual(9)
})
