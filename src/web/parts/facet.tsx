import { useId, useState } from 'react'
import type { FacetValue } from '../../views/api/undertakings.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import css from './facet.module.css'

interface FacetProps {
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  /** What a value is called. */
  readonly name: (value: string) => string
  readonly toggle: (value: string) => void
}

/** Values shown before the rest is asked for. */
const FEW = 6

/** The values that can be chosen, with how many undertakings have them; what is chosen stays in sight. */
export function Facet({ title, values, chosen, name, toggle }: FacetProps) {
  const t = useWords(partWords)
  const { language } = useLanguage()
  const [all, setAll] = useState(false)
  const id = useId()
  const known = new Set(values.map(({ value }) => value))
  const listed = [...chosen.filter(value => !known.has(value)).map(value => ({ value, n: 0 })), ...values]
  const shown = all ? listed : listed.filter(({ value }, i) => i < FEW || chosen.includes(value))
  if (listed.length === 0) return null
  return (
    <fieldset className={css.facet}>
      <legend>{title}</legend>
      {shown.map(({ value, n }) => (
        <label key={value} htmlFor={`${id}-${value}`}>
          <input
            id={`${id}-${value}`}
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{name(value)}</span>
          <span className={css.count}>{formatIn(language).number(n)}</span>
        </label>
      ))}
      {listed.length > shown.length || all ? (
        <button type="button" className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.less : t.more(listed.length - shown.length)}
        </button>
      ) : null}
    </fieldset>
  )
}
