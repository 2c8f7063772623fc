import { useId, useState } from 'react'
import { STAGES } from '../../../model/stage.ts'
import type { ReportClaim } from '../../../views/api/reports.ts'
import { useWording, useWords } from '../../language.tsx'
import { Button } from '../../parts/button.tsx'
import { useDecisions } from '../../parts/decision.ts'
import { reviewWords } from '../../words/review.ts'
import css from './source.module.css'
import { selectedSpan } from './text.tsx'
import { type ClaimWords, useClaimWords } from './values.ts'

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A field of one text or number, which can be corrected by typing, and what it is called. */
interface PlainField {
  readonly field: string
  readonly name: string
}

const plainFields = ({ type, values }: ReportClaim, { field: called }: ClaimWords): PlainField[] =>
  Object.entries(values)
    .filter(([field, value]) => field !== 'stage' && (typeof value === 'string' || typeof value === 'number'))
    .flatMap(([field]) => {
      const name = called(type, field)
      return name === null ? [] : [{ field, name }]
    })

/** What of a form differs from the claim: fields with their right values. */
function changesIn(form: FormData, { values }: ReportClaim): Record<string, unknown> {
  const set: Record<string, unknown> = {}
  const stage = textIn(form, 'stage')
  if (stage !== '' && stage !== values['stage']) set['stage'] = stage
  const by = textIn(form, 'by')
  if (Array.isArray(values['by']) && by !== values['by'].join('; '))
    set['by'] = by.split(';').map(side => side.trim()).filter(Boolean) // prettier-ignore
  const [field, value] = [textIn(form, 'field'), textIn(form, 'value')]
  if (field !== '' && value !== '') set[field] = typeof values[field] === 'number' ? Number(value) : value
  return set
}

/** Corrects a claim: its stage, whose words they are, another value, or the words themselves, selected in the text. */
export function CorrectClaim({ claim }: { readonly claim: ReportClaim }) {
  const t = useWords(reviewWords)
  const { stages } = useWording()
  const words = useClaimWords()
  const { decide, busy } = useDecisions()
  const [span, setSpan] = useState<ReturnType<typeof selectedSpan>>(null)
  const id = useId()
  const { values } = claim
  const save = (form: FormData): void => {
    const set = changesIn(form, claim)
    const has = Object.keys(set).length > 0
    if (!has && !span) return
    const why = textIn(form, 'why')
    decide({ act: 'correct', claims: [claim.id], set: has ? set : null, span: span && { start: span.start, end: span.end }, why: why || null }) // prettier-ignore
    setSpan(null)
  }
  return (
    <details className={css.correct} data-screen-only>
      <summary>{t.correct}</summary>
      <form action={save}>
        {typeof values['stage'] === 'string' && (
          <label htmlFor={`${id}-stage`}>
            {t.stage}
            <select id={`${id}-stage`} name="stage" defaultValue={values['stage']}>
              {STAGES.map(stage => (
                <option key={stage} value={stage}>
                  {stages[stage]}
                </option>
              ))}
            </select>
          </label>
        )}
        {Array.isArray(values['by']) && (
          <label htmlFor={`${id}-by`}>
            {t.side}
            <input id={`${id}-by`} name="by" defaultValue={values['by'].join('; ')} />
          </label>
        )}
        <AnyField fields={plainFields(claim, words)} id={id} />
        <Button onMouseDown={event => event.preventDefault()} onClick={() => setSpan(selectedSpan())}>
          {t.span}
        </Button>
        {span && <p>{t.spanTaken(span.words)}</p>}
        <label htmlFor={`${id}-why`}>
          {t.reason}
          <input id={`${id}-why`} name="why" maxLength={2000} />
        </label>
        <Button weight="main" type="submit" disabled={busy}>
          {t.save}
        </Button>
      </form>
    </details>
  )
}

/** Any other field of one value, with its right value. */
function AnyField({ fields, id }: { readonly fields: readonly PlainField[]; readonly id: string }) {
  const t = useWords(reviewWords)
  if (fields.length === 0) return null
  return (
    <div className={css.pair}>
      <label htmlFor={`${id}-field`}>
        {t.field}
        <select id={`${id}-field`} name="field" defaultValue="">
          <option value="">–</option>
          {fields.map(({ field, name }) => (
            <option key={field} value={field}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-value`}>
        {t.value}
        <input id={`${id}-value`} name="value" />
      </label>
    </div>
  )
}
