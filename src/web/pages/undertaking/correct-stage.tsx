import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { type Stage, STAGES } from '../../../model/stage.ts'
import type { Spoken } from '../../../views/api/undertakings.ts'
import { api } from '../../api.ts'
import { useWording, useWords } from '../../language.tsx'
import { recall, remember } from '../../memory.ts'
import { Button } from '../../parts/button.tsx'
import { useDecisions } from '../../parts/decision.ts'
import { AppDialog } from '../../parts/dialog.tsx'
import { undertakingWords } from '../../words/undertaking.ts'
import css from './correct-stage.module.css'

interface CorrectStageProps {
  readonly spoken: Spoken
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

const textOf = (form: FormData, name: string): string | null => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() || null : null
}

/** Asks for the right stage of what a report says, and why; the ledger keeps both beside the report. */
export function CorrectStage({ spoken: { claim, quote, stage }, open, onOpenChange }: CorrectStageProps) {
  const t = useWords(undertakingWords)
  const { stages } = useWording()
  const { data: state } = useQuery(api.state())
  const { decide } = useDecisions()
  const id = useId()
  const save = (form: FormData): void => {
    const by = textOf(form, 'by')
    if (by) remember('by', by)
    const set = { stage: textOf(form, 'stage') as Stage }
    decide({ act: 'correct', claims: [claim], set, span: null, why: textOf(form, 'why') })
    onOpenChange(false)
  }
  return (
    <AppDialog open={open} onOpenChange={onOpenChange} title={t.correctTitle} description={t.correctHint}>
      <form action={save} className={css.form}>
        <blockquote lang="vi">“{quote}”</blockquote>
        <label htmlFor={`${id}-stage`}>{t.stage}</label>
        <select id={`${id}-stage`} name="stage" defaultValue={stage}>
          {STAGES.map(each => (
            <option key={each} value={each}>
              {stages[each]}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-why`}>{t.why}</label>
        <textarea id={`${id}-why`} name="why" rows={3} maxLength={2000} placeholder={t.whyHint} />
        <label htmlFor={`${id}-by`}>{t.by}</label>
        <input id={`${id}-by`} name="by" defaultValue={recall('by') ?? state?.by} maxLength={200} />
        <div className={css.buttons}>
          <Button weight="main" type="submit">
            {t.save}
          </Button>
          <Button weight="quiet" onClick={() => onOpenChange(false)}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </AppDialog>
  )
}
