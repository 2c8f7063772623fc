import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { STAGES } from '../../../model/stage.ts'
import { tell } from '../../api.ts'
import { useWording, useWords } from '../../language.tsx'
import { recall } from '../../memory.ts'
import { Button } from '../../parts/button.tsx'
import { useToast } from '../../parts/toast.tsx'
import { partWords } from '../../words/parts.ts'
import { reviewWords } from '../../words/review.ts'
import css from './review.module.css'

interface Rule {
  readonly type: string
  readonly stage: string
  readonly outlet: string
}

const ANY: Rule = { type: '', stage: '', outlet: '' }

/** What is not asked for is left out. */
const conditions = (rule: Rule): Partial<Rule> =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value.trim() !== ''))

/** Accepts all that fits and that nobody has looked at, by one decision; first it is counted. */
export function BulkAccept() {
  const t = useWords(reviewWords)
  const { decide: words } = useWords(partWords)
  const { stages } = useWording()
  const say = useToast()
  const queries = useQueryClient()
  const id = useId()
  const [rule, setRule] = useState(ANY)
  const ask = useMutation({
    mutationFn: (dryRun: boolean) => tell.acceptByRule({ ...conditions(rule), dryRun, why: null, by: recall('by') }),
    onSuccess: ({ claims, key }) => {
      say({ text: key === null ? t.found(claims) : `${words.done} ${t.found(claims)}` })
      if (key !== null) void queries.invalidateQueries()
    },
    onError: error => say({ text: error.message || words.failed, tone: 'bad' }),
  })
  const choose = (part: Partial<Rule>): void => setRule({ ...rule, ...part })
  const none = Object.keys(conditions(rule)).length === 0
  return (
    <details className={css.bulk} data-screen-only>
      <summary>{t.bulk}</summary>
      <p>{t.bulkHint}</p>
      <div className={css.rule}>
        <label htmlFor={`${id}-type`}>
          {t.type}
          <select id={`${id}-type`} value={rule.type} onChange={event => choose({ type: event.target.value })}>
            <option value="">{t.any}</option>
            {Object.entries(t.types).map(([type, name]) => (
              <option key={type} value={type}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-stage`}>
          {t.stage}
          <select id={`${id}-stage`} value={rule.stage} onChange={event => choose({ stage: event.target.value })}>
            <option value="">{t.any}</option>
            {STAGES.map(stage => (
              <option key={stage} value={stage}>
                {stages[stage]}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-outlet`}>
          {t.outlet}
          <input id={`${id}-outlet`} value={rule.outlet} onChange={event => choose({ outlet: event.target.value })} />
        </label>
        <Button disabled={none || ask.isPending} onClick={() => ask.mutate(true)}>
          {t.count}
        </Button>
        <Button weight="main" disabled={none || ask.isPending} onClick={() => ask.mutate(false)}>
          {t.accept}
        </Button>
      </div>
    </details>
  )
}
