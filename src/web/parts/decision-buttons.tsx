import { useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import { Button } from './button.tsx'
import { useDecisions } from './decision.ts'
import css from './decision-buttons.module.css'

interface ClaimButtonsProps {
  readonly claims: readonly string[]
  /** Opens where the claim can be corrected. */
  readonly onCorrect?: () => void
  /** Shows the keys on the buttons, where the page binds them. */
  readonly keyed?: boolean
  /** As words beside a text, where there are many. */
  readonly small?: boolean
}

/** Accept, reject and correct what reports say. */
export function ClaimButtons({ claims, onCorrect, keyed = false, small = false }: ClaimButtonsProps) {
  const t = useWords(partWords).decide
  const { decide, busy } = useDecisions()
  const act = (what: 'accept' | 'reject') => () => decide({ act: what, claims: [...claims], why: null })
  const weight = small ? 'quiet' : 'plain'
  return (
    <div className={css.buttons} data-small={small || undefined} data-screen-only>
      <Button weight={weight} disabled={busy} onClick={act('accept')} keyHint={keyed ? 'a' : undefined}>
        {t.accept}
      </Button>
      <Button weight={weight} disabled={busy} onClick={act('reject')} keyHint={keyed ? 'r' : undefined}>
        {t.reject}
      </Button>
      {onCorrect && (
        <Button weight={weight} disabled={busy} onClick={onCorrect} keyHint={keyed ? 'c' : undefined}>
          {t.correct}
        </Button>
      )}
    </div>
  )
}

interface PairButtonsProps {
  /** Ids of two entities. */
  readonly ids: readonly [string, string]
  readonly keyed?: boolean
}

/** Whether two are one. */
export function PairButtons({ ids, keyed = false }: PairButtonsProps) {
  const t = useWords(partWords).decide
  const { decide, busy } = useDecisions()
  const act = (what: 'same' | 'different') => () => decide({ act: what, ids: [...ids], why: null })
  return (
    <div className={css.buttons} data-screen-only>
      <Button disabled={busy} onClick={act('same')} keyHint={keyed ? 's' : undefined}>
        {t.same}
      </Button>
      <Button disabled={busy} onClick={act('different')} keyHint={keyed ? 'd' : undefined}>
        {t.different}
      </Button>
    </div>
  )
}
