import { Link } from '@tanstack/react-router'
import type { Home } from '../../../views/api/home.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Mark } from '../../parts/marks.tsx'
import { Name } from '../../parts/sides.tsx'
import { homeWords } from '../../words/home.ts'
import { Section } from './section.tsx'
import css from './side.module.css'

/** When each mechanism should meet next, by the rhythm of its sessions. */
export function Sessions({ home: { sessions, at } }: { readonly home: Home }) {
  const t = useWords(homeWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  if (sessions.length === 0) return null
  return (
    <Section title={t.sessions} hint={t.sessionsHint}>
      <ul className={css.list}>
        {sessions.map(({ id, ref, label, last, next }) => (
          <li key={id}>
            <Link to="/mechanisms/$id" params={{ id }} lang="vi">
              {ref ? <Name id={ref} label={label} /> : label}
            </Link>
            <span className={css.when}>
              {next !== null && (next < at ? <Mark tone="bad">{t.late}</Mark> : t.expected(format.month(next)))}
              {last && <span>{t.last(format.day(last))}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What a person should look at. */
export function Waiting({ home: { waiting } }: { readonly home: Home }) {
  const t = useWords(homeWords)
  const { language } = useLanguage()
  const number = formatIn(language).number
  const told = [
    waiting.pairs > 0 && t.pairs(number(waiting.pairs)),
    waiting.contradicted > 0 && t.contradictedOnes(number(waiting.contradicted)),
    waiting.orphans > 0 && t.orphans(number(waiting.orphans)),
    waiting.changed > 0 && t.changedSources(number(waiting.changed)),
  ].filter(line => line !== false)
  return (
    <Section title={t.waiting}>
      <ul className={css.list}>
        {told.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{told.length > 0 ? <Link to="/review">{t.review}</Link> : t.none}</p>
    </Section>
  )
}
