import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import css from './quote.module.css'

interface QuoteProps {
  readonly quote: string
  readonly doc: string
  /** Id of the claim that the words make: the link leads to it. */
  readonly claim?: string
  readonly outlet?: string | null
  readonly title?: string | null
  readonly day?: string | null
  /** Whose words they are: colours the line beside them. */
  readonly side?: 'ours' | 'theirs' | 'other'
  /** Who said it, in which office. */
  readonly children?: ReactNode
}

/** Words of a report exactly as it has them, with who said them and where they stand. */
export function Quote({ quote, doc, claim, outlet, title, day, side = 'other', children }: QuoteProps) {
  return (
    <figure className={css.quote} data-side={side}>
      <blockquote>{quote}</blockquote>
      <figcaption>
        {children}
        <SourceLink doc={doc} claim={claim} outlet={outlet} title={title} day={day} />
      </figcaption>
    </figure>
  )
}

type SourceLinkProps = Pick<QuoteProps, 'doc' | 'claim' | 'outlet' | 'title' | 'day'>

/** Where words stand: outlet and day, leading to the words in the report. */
export function SourceLink({ doc, claim, outlet, title, day }: SourceLinkProps) {
  const t = useWords(partWords)
  const { language } = useLanguage()
  const when = day ? formatIn(language).day(day) : t.undated
  return (
    <Link to="/source/$doc" params={{ doc }} hash={claim} className={css.source} title={title ?? undefined}>
      {outlet ?? t.report}, {when}
    </Link>
  )
}
