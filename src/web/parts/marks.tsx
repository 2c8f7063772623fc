import type { ReactNode } from 'react'
import type { UndertakingRow } from '../../views/api/undertakings.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import css from './marks.module.css'

export type Tone = 'good' | 'open' | 'bad' | 'plain'

/** A short word about a state, its tone also told by a shape. */
export function Mark({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={css.mark} data-tone={tone}>
      {children}
    </span>
  )
}

type Outcome = 'done' | 'under-way' | 'promised-again' | 'silent' | 'contradicted'

const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  done: 'good',
  'under-way': 'open',
  'promised-again': 'open',
  silent: 'plain',
  contradicted: 'bad',
}

/** What came of an item of the minutes. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const { outcomes } = useLedgerWords()
  return <Mark tone={OUTCOME_TONES[outcome]}>{outcomes[outcome]}</Mark>
}

/** Silence is told from this many days on: before, it is only the time between two reports. */
const SILENCE_DAYS = 180

/** All that stands beside the stage of an undertaking, the gravest first: late, contradicted, overdue, promised again, silent. */
export function StandingMarks({ row, oneLine = false }: { readonly row: UndertakingRow; readonly oneLine?: boolean }) {
  const t = useWords(partWords)
  const words = useLedgerWords()
  const { language } = useLanguage()
  const format = formatIn(language)
  const { stalled, due, overdue, silent, promisedAgain, contradictions } = row
  return (
    <span className={css.marks} data-one-line={oneLine || undefined}>
      {stalled && <Mark tone="bad">{words.stalledMark}</Mark>}
      {due && (
        <Mark tone={overdue ? 'bad' : 'plain'}>{overdue ? t.overdue(format.day(due)) : t.due(format.day(due))}</Mark>
      )}
      {contradictions > 0 && <Mark tone="bad">{words.contradicted(contradictions)}</Mark>}
      {promisedAgain > 0 && <Mark tone="open">{words.promisedAgain(promisedAgain)}</Mark>}
      {silent !== null && silent >= SILENCE_DAYS && <Mark>{t.silentDays(format.number(silent))}</Mark>}
    </span>
  )
}
