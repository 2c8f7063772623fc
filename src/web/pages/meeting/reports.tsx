import { Link } from '@tanstack/react-router'
import type { MeetingReport } from '../../../views/api/meetings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Mark } from '../../parts/marks.tsx'
import { Quote } from '../../parts/quote.tsx'
import { meetingWords } from '../../words/meetings.ts'
import { partWords } from '../../words/parts.ts'
import css from './dossier.module.css'

/** All reports of the meeting, with what only one of them says; copies stand under what they copy. */
export function Reports({ reports }: { readonly reports: readonly MeetingReport[] }) {
  const t = useWords(meetingWords)
  if (reports.length === 0) return null
  const originals = reports.filter(({ copyOf }) => copyOf === null)
  const sorted = originals.toSorted((a, b) => Number(b.occasion) - Number(a.occasion))
  return (
    <section>
      <h2>{t.reportsTitle}</h2>
      <ul className={css.items}>
        {sorted.map(report => (
          <li key={report.doc} className={css.report}>
            <Head report={report} />
            {reports
              .filter(({ copyOf }) => copyOf === report.doc)
              .map(copy => (
                <Head key={copy.doc} report={copy} original={report} />
              ))}
            <Only report={report} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface HeadProps {
  readonly report: MeetingReport
  readonly original?: MeetingReport
}

function Head({ report, original }: HeadProps) {
  const t = useWords(meetingWords)
  const { undated, report: unnamed } = useWords(partWords)
  const { language } = useLanguage()
  const { doc, title, outlet, published, occasion } = report
  return (
    <p className={original ? css.copy : undefined}>
      <Link to="/source/$doc" params={{ doc }}>
        {title ?? unnamed}
      </Link>{' '}
      <span className={css.note}>
        {[outlet, published ? formatIn(language).day(published) : undated].filter(Boolean).join(', ')}
      </span>{' '}
      {original ? (
        <Mark>{t.copyOf(original.outlet ?? unnamed)}</Mark>
      ) : (
        <Mark tone={occasion ? 'good' : 'plain'}>{occasion ? t.occasion : t.beside}</Mark>
      )}
    </p>
  )
}

function Only({ report: { doc, title, outlet, published, only } }: { readonly report: MeetingReport }) {
  const t = useWords(meetingWords)
  if (only.length === 0) return null
  return (
    <details className={css.only}>
      <summary>
        {t.only} ({only.length})
      </summary>
      <ul className={css.items}>
        {only.map(({ undertaking, words }) => (
          <li key={undertaking}>
            {words.slice(0, 1).map(({ claim, quote }) => (
              <Quote key={claim} {...{ quote, claim, doc, title, outlet, day: published }} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
