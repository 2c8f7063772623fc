import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Review, ReviewedItem } from '../../../views/api/meetings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Mark, OutcomeMark } from '../../parts/marks.tsx'
import { meetingWords } from '../../words/meetings.ts'
import css from './dossier.module.css'
import { byOutcome, outcomesOf } from './grouping.ts'
import { Words } from './words.tsx'

/** The minutes of the meeting before, item by item: the words then, and what was said since. */
export function LastMinutes({ review }: { readonly review: Review | null }) {
  const t = useWords(meetingWords)
  const { language } = useLanguage()
  const { day } = formatIn(language)
  return (
    <section className={css.last}>
      <h2>{t.last}</h2>
      {review === null ? (
        <p className={css.none}>{t.noLast}</p>
      ) : (
        <>
          <p className={css.note}>
            <Link to="/meetings/$id" params={{ id: review.id }}>
              {review.label}
            </Link>
            . {t.lastOf(day(review.at))}: <Counts review={review} />
          </p>
          <ol className={css.items}>
            {byOutcome(review).map(item => (
              <Item key={item.undertaking} item={item} nothing={t.silentItem} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** How many items are of each outcome. */
export function Counts({ review }: { readonly review: Review }) {
  return (
    <span className={css.counts}>
      {outcomesOf(review)
        .filter(outcome => review.counts[outcome] > 0)
        .map(outcome => (
          <span key={outcome}>
            <OutcomeMark outcome={outcome} /> {review.counts[outcome]}
          </span>
        ))}
    </span>
  )
}

interface ItemProps {
  readonly item: ReviewedItem
  /** What is said where no report has come back to it. */
  readonly nothing: string
  readonly children?: ReactNode
}

/** Later words that are shown of an item, the last ones. */
const MOST_LATER = 3

/** One item of minutes: what was agreed beside what came of it. */
export function Item({ item, nothing, children }: ItemProps) {
  const t = useWords(meetingWords)
  const { stages } = useWording()
  const names = useNames()
  const { undertaking, label, objects, outcome, stalled, agreed, later, contradictions } = item
  const title = objects.length > 0 ? objects.map(id => names.name(id)).join(', ') : label
  return (
    <li className={css.item}>
      <p className={css.head}>
        <OutcomeMark outcome={outcome} /> {stalled && !children && <Mark tone="bad">{stages.stalled}</Mark>}{' '}
        {contradictions.length > 0 && <Mark tone="bad">{contradictions.includes('undone') ? t.undone : t.differ}</Mark>}
        <Link to="/ledger/$id" params={{ id: undertaking }} className={css.title}>
          {title}
        </Link>{' '}
        {children}
      </p>
      <div className={css.columns}>
        <div>
          <h3 className={css.when}>{t.before}</h3>
          {agreed.slice(0, 1).map(telling => (
            <Words key={telling.doc} telling={telling} />
          ))}
        </div>
        <div>
          <h3 className={css.when}>{t.later}</h3>
          {later.length === 0 && <p className={css.none}>{nothing}</p>}
          {later.slice(-MOST_LATER).map(telling => (
            <Words key={telling.doc} telling={telling}>
              <span>{stages[telling.stage]}</span>
            </Words>
          ))}
        </div>
      </div>
    </li>
  )
}
