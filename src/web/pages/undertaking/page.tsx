import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { UndertakingDetail } from '../../../views/api/undertakings.ts'
import { one } from '../../address.ts'
import { api } from '../../api.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { DecisionList } from '../../parts/decision-list.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { SideList } from '../../parts/sides.tsx'
import { Answer } from '../../parts/states.tsx'
import { UndertakingLines } from '../../parts/undertaking-line.tsx'
import { useAddress } from '../../use-address.ts'
import { partWords } from '../../words/parts.ts'
import { undertakingWords } from '../../words/undertaking.ts'
import { Contradictions } from './contradictions.tsx'
import { LaneDrawing } from './lane-drawing.tsx'
import css from './page.module.css'
import { Standing } from './standing.tsx'
import { TellingEntry } from './telling-entry.tsx'

/** One undertaking with its whole life: where it stands, how it went, who said what. */
export function UndertakingPage() {
  const { id } = useParams({ from: '/ledger/$id' })
  const [search] = useAddress()
  const at = one(search, 'at')
  return (
    <Answer page of={useQuery(api.undertaking(id, { at }))}>
      {detail => <Undertaking detail={detail} at={at} />}
    </Answer>
  )
}

function Undertaking({ detail, at }: { readonly detail: UndertakingDetail; readonly at: string | undefined }) {
  const t = useWords(undertakingWords)
  const { language } = useLanguage()
  const { row, tellings, contradictions, related, decisions } = detail
  const days = at === undefined ? null : t.asOf(formatIn(language).longDay(at))
  return (
    <>
      <PageHead
        title={row.label}
        kind={t.kind}
        crumbs={[{ label: t.ledger, to: '/ledger' }]}
        lead={
          <>
            <SideList ids={row.sides} /> {days}
          </>
        }
        actions={
          <Link to="/briefing" search={{ id: row.id, at }} className={buttonLook()}>
            {t.toBriefing}
          </Link>
        }
      />
      <div className={css.page}>
        <div className={css.main}>
          <Standing detail={detail} />
          <Part title={t.history}>
            <LaneDrawing detail={detail} />
          </Part>
          {contradictions.length > 0 && (
            <Part title={t.contradictions}>
              <Contradictions contradictions={contradictions} />
            </Part>
          )}
          <Part title={`${t.evidence} (${t.reports(row.reports)})`}>
            {tellings.toReversed().map(telling => (
              <TellingEntry key={telling.doc} telling={telling} decide />
            ))}
          </Part>
        </div>
        <aside className={css.side}>
          <Meetings detail={detail} />
          {related.length > 0 && (
            <Part title={t.related}>
              <UndertakingLines rows={related} at={at} />
            </Part>
          )}
          <Part title={t.decisions}>
            {decisions.length > 0 ? (
              <DecisionList decisions={decisions} />
            ) : (
              <p className={css.none}>{t.noDecisions}</p>
            )}
          </Part>
        </aside>
      </div>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Meetings({ detail: { meetings } }: { readonly detail: UndertakingDetail }) {
  const t = useWords(undertakingWords)
  const { undated } = useWords(partWords)
  const { language } = useLanguage()
  if (meetings.length === 0) return null
  return (
    <Part title={t.meetings}>
      <ul className={css.meetings}>
        {meetings.map(({ id, label, day }) => (
          <li key={id}>
            <span className={css.day}>{day ? formatIn(language).day(day) : undated}</span>
            <Link to="/meetings/$id" params={{ id }} lang="vi">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}
