import type { OfficeSpan } from '../../views/api/things.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { thingWords } from '../words/things.ts'
import css from './offices.module.css'

interface OfficeListProps {
  readonly offices: readonly OfficeSpan[]
  /** How many are shown, the latest; all where it is left out. */
  readonly most?: number
}

/** Offices, the latest first, each from when to when, by how many reports. */
export function OfficeList({ offices, most = Infinity }: OfficeListProps) {
  const t = useWords(thingWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  const latest = offices.toSorted((a, b) => ((b.last ?? '') < (a.last ?? '') ? -1 : 1)).slice(0, most)
  const days = ({ first, last }: OfficeSpan): string =>
    [...new Set([first, last].filter(day => day !== null))].map(format.day).join(' – ')
  return (
    <ul className={css.offices}>
      {latest.map(span => (
        <li key={`${span.office} ${span.first}`}>
          {span.office}{' '}
          <span className={css.when}>{[days(span), t.reports(span.reports)].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}
