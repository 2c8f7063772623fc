import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { MeetingDossier } from '../../views/api/meetings.ts'
import { one } from '../address.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWording, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Answer } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { meetingWords } from '../words/meetings.ts'
import { shellWords } from '../words/shell.ts'
import { Agreed, Papers } from './meeting/agreed.tsx'
import { Decisions } from './meeting/decisions.tsx'
import { Facts } from './meeting/facts.tsx'
import { People } from './meeting/people.tsx'
import { Reports } from './meeting/reports.tsx'
import { LastMinutes } from './meeting/review.tsx'
import { BothSides } from './meeting/sides.tsx'
import { meetingTitle } from './meeting/title.ts'
import css from './meeting/dossier.module.css'

/** The dossier of one meeting. */
export function MeetingPage() {
  const { id } = useParams({ from: '/meetings/$id' })
  const [search] = useAddress()
  return (
    <Answer page of={useQuery(api.meeting(id, { at: one(search, 'at') }))}>
      {dossier => <Dossier {...{ dossier }} />}
    </Answer>
  )
}

function Dossier({ dossier }: { readonly dossier: MeetingDossier }) {
  const t = useWords(meetingWords)
  const { pages } = useWords(shellWords)
  const title = meetingTitle(dossier.row, useWording(), useNames())
  return (
    <article className={css.dossier}>
      <PageHead
        title={title}
        kind={t.meeting}
        crumbs={[{ label: pages.meetings, to: '/meetings' }]}
        actions={
          <>
            <Neighbour label={t.previous} to={dossier.previous} />
            <Neighbour label={t.next} to={dossier.next} />
            <Button onClick={() => window.print()}>{t.print}</Button>
          </>
        }
      />
      <Facts dossier={dossier} />
      <People people={dossier.people} />
      <BothSides sides={dossier.sides} />
      <Agreed review={dossier.since} rows={dossier.agreed} />
      <Papers papers={dossier.instruments} />
      <LastMinutes review={dossier.last} />
      <Reports reports={dossier.reports} />
      <Decisions decisions={dossier.decisions} />
    </article>
  )
}

interface NeighbourProps {
  readonly label: string
  readonly to: MeetingDossier['previous']
}

function Neighbour({ label, to }: NeighbourProps) {
  const { language } = useLanguage()
  if (!to) return null
  return (
    <Link to="/meetings/$id" params={{ id: to.id }} title={to.label} className={css.neighbour}>
      {label}
      {to.day && ` ${formatIn(language).day(to.day)}`}
    </Link>
  )
}
