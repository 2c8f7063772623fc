import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../language.tsx'
import { shellWords } from '../words/shell.ts'
import css from './page-head.module.css'

/** A page above this one. */
export interface Crumb {
  readonly label: string
  /** An address of the app: `/ledger`. */
  readonly to: string
}

interface PageHeadProps {
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  /** What kind of thing it is, above the title: `Cửa khẩu`. */
  readonly kind?: string
  /** One or two sentences below the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

/** The head of a page; also names the browser's tab. */
export function PageHead({ title, crumbs = [], kind, lead, actions }: PageHeadProps) {
  const t = useWords(shellWords)
  useEffect(() => {
    document.title = `${title} · ${t.product}`
  }, [title, t])
  return (
    <header className={css.head}>
      {crumbs.length > 0 && (
        <nav aria-label={t.crumbs} className={css.crumbs}>
          {crumbs.map(({ label, to }) => (
            <Link key={to} to={to}>
              {label}
            </Link>
          ))}
        </nav>
      )}
      <div className={css.row}>
        <h1>
          {kind && <span className={css.kind}>{kind} </span>}
          {title}
        </h1>
        {actions && (
          <div className={css.actions} data-screen-only>
            {actions}
          </div>
        )}
      </div>
      {lead && <div className={css.lead}>{lead}</div>}
    </header>
  )
}
