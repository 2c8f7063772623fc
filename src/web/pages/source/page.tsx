import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import type { ReportDetail } from '../../../views/api/reports.ts'
import { api } from '../../api.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { SourceLink } from '../../parts/quote.tsx'
import { Answer } from '../../parts/states.tsx'
import { partWords } from '../../words/parts.ts'
import { reviewWords } from '../../words/review.ts'
import { shellWords } from '../../words/shell.ts'
import { PaperLine } from './paper-line.tsx'
import { ClaimList, ClaimPanel, EntityLink } from './panel.tsx'
import css from './source.module.css'
import { SourceText } from './text.tsx'

/** A report with its claims marked in the text, and beside it what was read; `#claim` in the address chooses one. */
export function SourcePage() {
  const { doc } = useParams({ from: '/source/$doc' })
  return (
    <Answer page of={useQuery(api.report(doc))}>
      {report => <Source report={report} />}
    </Answer>
  )
}

function Source({ report }: { readonly report: ReportDetail }) {
  const t = useWords(reviewWords)
  const { pages } = useWords(shellWords)
  const chosen = useLocation({ select: ({ hash }) => hash })
  const claim = report.claims.find(({ id }) => id === chosen)
  return (
    <>
      <PageHead title={report.title ?? report.doc} kind={pages.source} lead={<Lead report={report} />} />
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

/** Where the report is from, and what stands in its place. */
function Lead({ report }: { readonly report: ReportDetail }) {
  const t = useWords(reviewWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  const { outlet, published, url, meeting, replacedBy } = report
  return (
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
      <PaperLine paper={report.paper} />
      <Copies report={report} />
    </>
  )
}

/** The report that it repeats, and those that repeat it. */
function Copies({ report: { copyOf, copies } }: { readonly report: ReportDetail }) {
  const t = useWords(reviewWords)
  const parts = useWords(partWords)
  return (
    <>
      {copyOf && (
        <p role="status">
          {t.copy}{' '}
          <Link to="/source/$doc" params={{ doc: copyOf }}>
            {t.original}
          </Link>
        </p>
      )}
      {copies.length > 0 && (
        <p>
          {parts.alsoIn}:{' '}
          {copies.map(copy => (
            <SourceLink key={copy.doc} doc={copy.doc} outlet={copy.outlet} title={copy.title} day={copy.published} />
          ))}
        </p>
      )}
    </>
  )
}
