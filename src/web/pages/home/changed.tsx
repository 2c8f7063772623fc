import { Link } from '@tanstack/react-router'
import type { Home } from '../../../views/api/home.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWording, useWords } from '../../language.tsx'
import { remember } from '../../memory.ts'
import { Button } from '../../parts/button.tsx'
import { Mark } from '../../parts/marks.tsx'
import { UndertakingLine } from '../../parts/undertaking-line.tsx'
import { homeWords } from '../../words/home.ts'
import { partWords } from '../../words/parts.ts'
import css from './changed.module.css'
import { Section } from './section.tsx'

interface ChangedProps {
  readonly home: Home
  /** The row of the log that was last seen; undefined at the first visit. */
  readonly since: number | undefined
  readonly onSeen: () => void
}

/** What came since the last visit. It stays until the person says that it was seen, on whatever machine that takes days. */
export function Changed({ home: { changed, seq }, since, onSeen }: ChangedProps) {
  const t = useWords(homeWords)
  const seen = (): void => {
    remember('seen', String(seq))
    onSeen()
  }
  if (since === undefined) {
    remember('seen', String(seq))
    return (
      <Section title={t.changed}>
        <p className={css.none}>{t.firstVisit}</p>
      </Section>
    )
  }
  if (changed.reports + changed.decisions === 0)
    return (
      <Section title={t.changed}>
        <p className={css.none}>{t.nothingNew}</p>
      </Section>
    )
  return (
    <Section title={t.changed}>
      <p className={css.sum}>
        {t.arrived(changed.reports, changed.decisions)} <Button onClick={seen}>{t.seen}</Button>
      </p>
      <Meetings meetings={changed.meetings} />
      <ul className={css.news}>
        {changed.news.map(({ row, before }) => (
          <li key={row.id}>
            <UndertakingLine row={row}>
              <Moved row={row} before={before} />
            </UndertakingLine>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whether it is new, or from which stage it came. */
function Moved({ row, before }: Home['changed']['news'][number]) {
  const t = useWords(homeWords)
  const { stages } = useWording()
  if (before === null) return <Mark tone="open">{t.isNew}</Mark>
  return before.stage === row.stage ? null : <span>{stages[before.stage]} →</span>
}

function Meetings({ meetings }: { readonly meetings: Home['changed']['meetings'] }) {
  const { undated } = useWords(partWords)
  const { language } = useLanguage()
  return (
    <ul className={css.meetings}>
      {meetings.map(({ id, label, start }) => (
        <li key={id}>
          <span>{start ? formatIn(language).day(start) : undated}</span>
          <Link to="/meetings/$id" params={{ id }} lang="vi">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
