import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import css from './chips.module.css'

export interface Chip {
  readonly key: string
  readonly label: string
  readonly remove: () => void
}

/** The conditions that hold, each with a button that takes it away. */
export function Chips({ chips, children }: { readonly chips: readonly Chip[]; readonly children?: ReactNode }) {
  const t = useWords(partWords)
  return (
    <ul className={css.chips}>
      {chips.map(({ key, label, remove }) => (
        <li key={key}>
          <button type="button" aria-label={t.remove(label)} onClick={remove}>
            {label}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {children && <li>{children}</li>}
    </ul>
  )
}
