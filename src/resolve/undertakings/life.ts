import { dayNumber } from '../../model/calendar.ts'
import { rungOf, type Stage } from '../../model/stage.ts'
import { type Evidence, isDone, isPromise, type Word, wordsOf } from './evidence.ts'

/** Two words that cannot both be so: they are shown, and nobody chooses between them but a person. */
export interface Contradiction {
  /** `undone`: done, and later still to be done. `one-meeting`: reports of one day tell it differently. */
  readonly kind: 'undone' | 'one-meeting'
  readonly first: Word
  readonly second: Word
}

/** An undertaking as it stood at a day. */
export interface Life {
  readonly stage: Stage
  /** Late or hindered, and no progress was told since. */
  readonly stalled: boolean
  /** The deadline that was named last, while it is not done. */
  readonly due: string | null
  readonly overdue: boolean
  /** Ids of the sides that have to act, by the last promise. */
  readonly must: readonly string[]
  readonly first: string | null
  readonly last: string | null
  /** Reports that promise it again, after one that had promised it before. */
  readonly again: readonly Word[]
  /** Days since the last evidence, and how many reports on these sides were read since; null where it is done or no day is known. */
  readonly silence: { readonly days: number; readonly reports: number } | null
  /** Whether a later report can settle it. */
  readonly verifiable: boolean
  readonly contradictions: readonly Contradiction[]
  readonly words: readonly Word[]
}

/**
 * The life of an undertaking up to a day, from all evidence on it; null where nothing was said by then. `readSince` tells how
 * many reports on its sides were read after a day. Evidence without a day counts at every day.
 */
export function lifeAt(
  evidence: readonly Evidence[],
  at: string,
  readSince: (day: string) => number = () => 0,
): Life | null {
  const words = wordsOf(evidence.filter(({ day }) => day === null || day <= at))
  if (words.length === 0) return null
  const { stage, stalled, undone } = stageOf(words)
  const days = words.flatMap(({ day }) => (day === null ? [] : [day]))
  const last = days.at(-1) ?? null
  const due = isDone(stage) ? null : dueOf(words)
  return {
    stage,
    stalled,
    due,
    overdue: due !== null && due < at,
    must: words.findLast(word => isPromise(word.stage))?.evidence.find(({ must }) => must.length > 0)?.must ?? [],
    first: days[0] ?? null,
    last,
    again: promisedAgain(words),
    silence:
      last === null || isDone(stage) ? null : { days: dayNumber(at) - dayNumber(last), reports: readSince(last) },
    verifiable: words.some(word => word.evidence.some(({ verifiable }) => verifiable)),
    contradictions: [...undone, ...differing(words)],
    words,
  }
}

/**
 * The furthest stage that was reached. Where one report says that it is done and a later one that it is still to be done, the
 * stage is what is said beside "done": the contradiction is told with it.
 */
function stageOf(words: readonly Word[]): { stage: Stage; stalled: boolean; undone: Contradiction[] } {
  const undone: Contradiction[] = []
  let stage: Stage = 'stalled'
  let beforeDone: Stage = 'stalled'
  let stalled = false
  let doneBy: Word | null = null
  for (const word of words) {
    if (doneBy && !isDone(word.stage) && isStillToDo(word)) {
      undone.push({ kind: 'undone', first: doneBy, second: word })
      stage = beforeDone
      doneBy = null
    }
    const further = rungOf(word.stage) > rungOf(stage)
    stalled = word.stalled || (stalled && !further && word.stage !== 'underway')
    if (further) stage = word.stage
    if (isDone(word.stage)) doneBy ??= word
    if (rungOf(besideDone(word)) > rungOf(beforeDone)) beforeDone = besideDone(word)
  }
  return { stage, stalled: stalled && !isDone(stage), undone }
}

/** Whether a report treats it as something yet to come; to go on with it is none. */
const isStillToDo = ({ evidence }: Word): boolean =>
  evidence.some(({ stage, continues }) => stage === 'stalled' || (isPromise(stage) && !continues))

/** The furthest stage below "done" that a report tells of. */
const besideDone = ({ evidence }: Word): Stage =>
  evidence
    .map(({ stage }) => stage)
    .reduce((far, each) => (!isDone(each) && rungOf(each) > rungOf(far) ? each : far), 'stalled')

function dueOf(words: readonly Word[]): string | null {
  const named = words.flatMap(({ evidence }) => evidence.filter(({ due, stage }) => due !== null && isPromise(stage)))
  return named.findLast(({ due, day }) => day === null || due! >= day)?.due ?? null
}

function promisedAgain(words: readonly Word[]): Word[] {
  const promises = words.filter(word => word.evidence.some(({ stage }) => isPromise(stage)) && !isDone(word.stage))
  const [first, ...later] = promises
  return first ? later.filter(({ day }) => day !== first.day) : []
}

/** Reports of one day that are two rungs or more apart. */
function differing(words: readonly Word[]): Contradiction[] {
  return words.flatMap((first, i) =>
    words
      .slice(i + 1)
      .filter(({ day, stage }) => day !== null && day === first.day && farApart(stage, first.stage))
      .map(second => ({ kind: 'one-meeting' as const, first, second })),
  )
}

const farApart = (a: Stage, b: Stage): boolean =>
  a !== 'stalled' && b !== 'stalled' && Math.abs(rungOf(a) - rungOf(b)) > 1
