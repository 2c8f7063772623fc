import { Link } from '@tanstack/react-router'
import type { LoggedDecision } from '../../views/api/decisions.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWording, useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import { Button } from './button.tsx'
import { useDecisions } from './decision.ts'
import css from './decision-list.module.css'

/** What people decided, the latest first: who, when, what, why; each that holds can be taken back. */
export function DecisionList({ decisions }: { readonly decisions: readonly LoggedDecision[] }) {
  return (
    <ul className={css.list}>
      {decisions.map(decision => (
        <li key={decision.key} data-gone={decision.holds ? undefined : true}>
          <Decision decision={decision} />
        </li>
      ))}
    </ul>
  )
}

function Decision({ decision }: { readonly decision: LoggedDecision }) {
  const t = useWords(partWords).decide
  const { acts } = useLedgerWords()
  const { language } = useLanguage()
  const { undo, busy } = useDecisions()
  const { key, at, act, by, why, on, holds } = decision
  const canUndo = holds && act !== 'undo'
  return (
    <>
      <p className={css.head}>
        <strong>{by}</strong> {acts[act]} <Change decision={decision} />
        <time dateTime={at}>{formatIn(language).time(at)}</time>
        {!holds && <span className={css.gone}>{t.holdsNot}</span>}
        {canUndo && (
          <Button weight="quiet" disabled={busy} onClick={() => undo(key)}>
            {t.undo}
          </Button>
        )}
      </p>
      {on.slice(0, 3).map(({ claim, doc, exact }) => (
        <p key={claim} className={css.words} lang="vi">
          “
          <Link to="/source/$doc" params={{ doc }} hash={claim}>
            {exact}
          </Link>
          ”
        </p>
      ))}
      {why && <p className={css.why}>{why}</p>}
    </>
  )
}

/** The right values of a correction: `→ Đã ký`. */
function Change({ decision: { set } }: { readonly decision: LoggedDecision }) {
  const { stages } = useWording()
  if (!set) return null
  const told = Object.values(set).map(value => stages[value as keyof typeof stages] ?? JSON.stringify(value))
  return <span>→ {told.join(', ')} </span>
}
