import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../language.tsx'
import { homeWords } from '../../words/home.ts'
import css from './section.module.css'

interface SectionProps {
  readonly title: string
  readonly hint?: string | undefined
  /** The conditions of the ledger by which all of them are shown. */
  readonly more?: Readonly<Record<string, string>> | null
  readonly children: ReactNode
}

/** A part of the first page. */
export function Section({ title, hint, more = null, children }: SectionProps) {
  const t = useWords(homeWords)
  return (
    <section className={css.section}>
      <header className={css.head}>
        <h2>{title}</h2>
        {more && (
          <Link to="/ledger" search={more} className={css.more} aria-label={`${t.all}: ${title}`}>
            {t.all}
          </Link>
        )}
      </header>
      {hint && <p className={css.hint}>{hint}</p>}
      {children}
    </section>
  )
}
