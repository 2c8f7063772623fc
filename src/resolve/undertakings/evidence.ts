import { oneOf } from '../../model/kinds.ts'
import { rungOf, type Stage, STAGES } from '../../model/stage.ts'
import type { Mention } from '../mention.ts'
import { byCodeUnit } from '../../text/order.ts'

/** What one claim says of an undertaking, and when it was said. */
export interface Evidence {
  readonly claim: string
  readonly doc: string
  /** ISO day, or null where neither the occasion nor the publication is dated. */
  readonly day: string | null
  readonly stage: Stage
  readonly by: readonly string[]
  readonly must: readonly string[]
  readonly due: string | null
  /** Whether it speaks of haste, or of going on with what was there before. */
  readonly again: boolean
  /** Whether it is to go on with what is done already. */
  readonly continues: boolean
  readonly verifiable: boolean
}

/** The evidence in a mention of a document. */
export function evidenceOf({ claim, day, facts }: Pick<Mention, 'claim' | 'day' | 'facts'>, doc: string): Evidence {
  const valuesOf = (name: string): string[] =>
    facts.filter(fact => fact.startsWith(`${name}:`)).map(fact => fact.slice(name.length + 1))
  return {
    claim,
    doc,
    day,
    stage: oneOf(STAGES, valuesOf('stage')[0] ?? '') ?? 'wished',
    by: valuesOf('by'),
    must: valuesOf('must'),
    due: valuesOf('due')[0] ?? null,
    again: facts.includes('again:yes'),
    continues: facts.includes('force:continue'),
    verifiable: facts.includes('verifiable:yes'),
  }
}

/** All that one report says of an undertaking: its word is the furthest stage that it tells of. */
export interface Word {
  readonly doc: string
  readonly day: string | null
  /** `stalled` where it tells of nothing else. */
  readonly stage: Stage
  /** Whether it says besides that the undertaking is late or hindered. */
  readonly stalled: boolean
  readonly evidence: readonly Evidence[]
}

/** The reports' words in the order in which they were said; those without a day come first. */
export function wordsOf(evidence: readonly Evidence[]): Word[] {
  const byDoc = new Map<string, Evidence[]>()
  for (const each of evidence) byDoc.set(each.doc, [...(byDoc.get(each.doc) ?? []), each])
  return [...byDoc].map(([doc, said]) => wordOf(doc, said)).toSorted(byDay)
}

function wordOf(doc: string, said: readonly Evidence[]): Word {
  const furthest = said.reduce((far, each) => (rungOf(each.stage) > rungOf(far.stage) ? each : far))
  return {
    doc,
    day: furthest.day,
    stage: furthest.stage,
    stalled: furthest.stage !== 'done' && said.some(({ stage }) => stage === 'stalled'),
    evidence: said.toSorted((a, b) => (a.claim < b.claim ? -1 : 1)),
  }
}

const byDay = (a: Word, b: Word): number => byCodeUnit(a.day ?? '', b.day ?? '') || byCodeUnit(a.doc, b.doc)

const DONE = rungOf('done')
const UNDERWAY = rungOf('underway')

/** Whether a stage is a word that something will be done: below `underway`. */
export const isPromise = (stage: Stage): boolean => stage !== 'stalled' && rungOf(stage) < UNDERWAY

export const isDone = (stage: Stage): boolean => rungOf(stage) === DONE
