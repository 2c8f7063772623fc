/**
 * The ladder of a commitment, lowest rung first. `stalled` is a mark beside the ladder: late, stopped or hindered, whatever
 * was reached before.
 */
export const STAGES = [
  'wished',
  'proposed',
  'pledged',
  'agreed',
  'signed',
  'approved',
  'underway',
  'done',
  'stalled',
] as const
export type Stage = (typeof STAGES)[number]

/** The rung's height from 0 (wished) to 7 (done); -1 for `stalled`, which is not on the ladder. */
export const rungOf = (stage: Stage): number => (stage === 'stalled' ? -1 : STAGES.indexOf(stage))
