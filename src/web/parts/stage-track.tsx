import { rungOf, STAGES, type Stage } from '../../model/stage.ts'
import { useWording, useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import css from './stage-track.module.css'

/** The steps of the ladder; `stalled` is a mark beside it. */
const STEPS = STAGES.filter(stage => stage !== 'stalled')

interface StageTrackProps {
  readonly stage: Stage
  readonly stalled?: boolean
  /** Also shows the stage's name beside the track; otherwise only those who hear the page are told. */
  readonly named?: boolean
}

/** How far it has come: a small track of steps, filled up to the stage; hatched where it is late or stopped. */
export function StageTrack({ stage, stalled = false, named = true }: StageTrackProps) {
  const t = useWords(partWords)
  const { stages } = useWording()
  const reached = rungOf(stage)
  const label = [t.step(stages[stage], reached + 1, STEPS.length), ...(stalled ? [stages.stalled] : [])].join(', ')
  return (
    <span className={css.track}>
      <span role="img" aria-label={label} title={label} className={css.steps} data-stalled={stalled || undefined}>
        {STEPS.map((step, i) => (
          <span key={step} data-reached={i <= reached || undefined} />
        ))}
      </span>
      {named && (
        <span aria-hidden="true" className={css.name}>
          {stages[stage]}
        </span>
      )}
    </span>
  )
}
