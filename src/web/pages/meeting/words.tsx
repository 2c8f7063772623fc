import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Telling } from '../../../views/api/undertakings.ts'
import type { Sided } from '../../names.tsx'
import { Quote } from '../../parts/quote.tsx'
import css from './dossier.module.css'

interface WordsProps {
  readonly telling: Telling
  readonly side?: Sided
  readonly children?: ReactNode
}

/** What one report says: each of its words with who said it. */
export function Words({ telling, side = 'other', children }: WordsProps) {
  const { doc, title, outlet, day, spoken } = telling
  return (
    <div className={css.words}>
      {spoken.map(({ claim, quote, speaker }, i) => (
        <Quote key={claim} {...{ quote, doc, claim, title, outlet, day, side }}>
          {i === 0 && children}
          {speaker && (
            <span>
              {speaker.id ? (
                <Link to="/people/$id" params={{ id: speaker.id }}>
                  {speaker.name}
                </Link>
              ) : (
                speaker.name
              )}
              {speaker.offices.length > 0 && `, ${speaker.offices[0]}`}
            </span>
          )}
        </Quote>
      ))}
    </div>
  )
}
