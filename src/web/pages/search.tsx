import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Search } from '../../views/api/reports.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Quote } from '../parts/quote.tsx'
import { Answer, EmptyState } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { reviewWords } from '../words/review.ts'
import { shellWords } from '../words/shell.ts'
import { EntityLink } from './source/panel.tsx'
import css from './thing.module.css'

/** Entities and reports that hold all words, without regard to marks. */
export function SearchPage() {
  const t = useWords(reviewWords)
  const { pages } = useWords(shellWords)
  const [search] = useAddress()
  const q = typeof search['q'] === 'string' ? search['q'].trim() : ''
  const answer = useQuery({ ...api.search(q), enabled: q !== '', placeholderData: keepPreviousData })
  return (
    <>
      <PageHead title={q === '' ? pages.search : `${pages.search}: ${q}`} />
      {q === '' ? <EmptyState title={t.ask} /> : <Answer of={answer}>{found => <Found found={found} />}</Answer>}
    </>
  )
}

function Found({ found: { entities, reports } }: { readonly found: Search }) {
  const t = useWords(reviewWords)
  const { kinds } = useLedgerWords()
  const { language } = useLanguage()
  const format = formatIn(language)
  if (entities.length + reports.length === 0) return <EmptyState title={t.nothing} />
  return (
    <>
      {entities.length > 0 && (
        <section className={css.part}>
          <h2>{t.things}</h2>
          <ul className={css.list}>
            {entities.map(entity => (
              <li key={entity.id}>
                <span className={css.day}>{kinds[entity.kind]}</span>
                <span>
                  <EntityLink entity={entity} />
                  <span className={css.when}>{entity.last ? format.day(entity.last) : ''}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reports.length > 0 && (
        <section className={css.part}>
          <h2>{t.reports}</h2>
          <div className={css.quotes}>
            {reports.map(({ doc, title, outlet, day, words }) => (
              <article key={doc}>
                <h3>
                  <Link to="/source/$doc" params={{ doc }}>
                    {title ?? doc}
                  </Link>
                </h3>
                <Quote quote={words} doc={doc} outlet={outlet} title={title} day={day} />
              </article>
            ))}
          </div>
        </section>
      )}
    </>
  )
}
