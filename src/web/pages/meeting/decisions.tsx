import type { LoggedDecision } from '../../../views/api/decisions.ts'
import { useWords } from '../../language.tsx'
import { DecisionList } from '../../parts/decision-list.tsx'
import { meetingWords } from '../../words/meetings.ts'

/** What people decided of the meeting. */
export function Decisions({ decisions }: { readonly decisions: readonly LoggedDecision[] }) {
  const t = useWords(meetingWords)
  if (decisions.length === 0) return null
  return (
    <section>
      <h2>{t.decisions}</h2>
      <DecisionList decisions={decisions} />
    </section>
  )
}
