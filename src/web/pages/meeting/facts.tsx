import { Link } from '@tanstack/react-router'
import type { MeetingDossier } from '../../../views/api/meetings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Fact } from '../../parts/fact.tsx'
import { Name, SideList } from '../../parts/sides.tsx'
import { partWords } from '../../words/parts.ts'
import { meetingWords } from '../../words/meetings.ts'
import css from './dossier.module.css'

/** When, where, who, under which mechanism; and where reports do not agree on it. */
export function Facts({ dossier: { row, kinds, days, reports } }: { readonly dossier: MeetingDossier }) {
  const t = useWords(meetingWords)
  const { undated } = useWords(partWords)
  const { session, meetingKinds } = useWording()
  const names = useNames()
  const format = formatIn(useLanguage().language)
  const { start, end, place, parties, mechanism } = row
  const named = (kind: string): string => (meetingKinds as Record<string, string>)[kind] ?? kind
  return (
    <dl className={css.facts}>
      <Fact name={t.facts.when}>
        {start ? format.longDay(start) : undated}
        {end && end !== start && ` – ${format.longDay(end)}`}
        {days.length > 1 && (
          <Differing label={t.daysDiffer} values={days.map(({ value, n }) => `${format.day(value)} (${n})`)} />
        )}
      </Fact>
      {place && (
        <Fact name={t.facts.where}>
          <Name id={place} both />
        </Fact>
      )}
      <Fact name={t.facts.who}>
        <SideList ids={parties} />
      </Fact>
      {mechanism && (
        <Fact name={t.facts.mechanism}>
          {names.known(mechanism) ? (
            <Link to="/meetings" search={{ mechanism }}>
              <Name id={mechanism} />
            </Link>
          ) : (
            <Name id={mechanism} />
          )}
          {row.session !== null && `, ${session(row.session)}`}
        </Fact>
      )}
      <Fact name={t.facts.told}>
        {reports.some(({ occasion }) => occasion)
          ? t.reports(reports.filter(({ occasion }) => occasion).length)
          : t.onlyNamed}
        {kinds.length > 1 && (
          <Differing label={t.kindsDiffer} values={kinds.map(({ value, n }) => `${named(value)} (${n})`)} />
        )}
      </Fact>
    </dl>
  )
}

const Differing = ({ label, values }: { readonly label: string; readonly values: readonly string[] }) => (
  <span className={css.note}>
    {label}: {values.join(', ')}
  </span>
)
