import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import type { ReportDetail } from '../../../views/api/reports.ts'
import { api } from '../../api.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Answer } from '../../parts/states.tsx'
import { reviewWords } from '../../words/review.ts'
import { shellWords } from '../../words/shell.ts'
import { ClaimList, ClaimPanel, EntityLink } from './panel.tsx'
import css from './source.module.css'
import { SourceText } from './text.tsx'

/** A report with its claims marked in the text, and beside it what was read; `#claim` in the address chooses one. */
export function SourcePage() {
  const { doc } = useParams({ from: '/source/$doc' })
  return <Answer of={useQuery(api.report(doc))}>{report => <Source report={report} />}</Answer>
}

function Source({ report }: { readonly report: ReportDetail }) {
  const t = useWords(reviewWords)
  const { pages } = useWords(shellWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  const chosen = useLocation({ select: ({ hash }) => hash })
  const claim = report.claims.find(({ id }) => id === chosen)
  const { title, outlet, published, url, meeting, replacedBy } = report
  return (
    <>
      <PageHead
        title={title ?? report.doc}
        kind={pages.source}
        lead={
          <>
            <p>
              {[outlet, published && format.longDay(published), t.added(format.time(report.added))]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {url && /^https?:/.test(url) && <p className={css.url}>{url}</p>}
            {meeting && <EntityLink entity={meeting} />}
            {replacedBy && (
              <p role="status">
                {t.replaced}{' '}
                <Link to="/source/$doc" params={{ doc: replacedBy }}>
                  {t.newer}
                </Link>
              </p>
            )}
          </>
        }
      />
      <div className={css.columns}>
        <SourceText report={report} chosen={chosen} />
        <aside className={css.panel} aria-label={t.claims}>
          {claim ? <ClaimPanel report={report} claim={claim} /> : <p>{t.choose}</p>}
          <h2>{t.claims}</h2>
          <ClaimList report={report} chosen={chosen} />
        </aside>
      </div>
    </>
  )
}
