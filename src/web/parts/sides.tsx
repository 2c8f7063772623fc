import { Fragment } from 'react'
import { useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { partWords } from '../words/parts.ts'
import css from './sides.module.css'

interface NameProps {
  /** Of the gazetteer: `vn-cao-bang`, `gate:tra-linh`. */
  readonly id: string
  /** What it is called where the gazetteer does not know it. */
  readonly label?: string
  /** Shows the original beside it; otherwise it is shown when pointed at. */
  readonly both?: boolean
}

/** What a thing is called in the reader's language, with the original where that differs. */
export function Name({ id, label, both = false }: NameProps) {
  const { name, original } = useNames().call(id, label)
  if (!original) return <span>{name}</span>
  if (!both) return <span title={original.text}>{name}</span>
  return (
    <span>
      {name}{' '}
      <span lang={original.lang} className={css.original}>
        {original.text}
      </span>
    </span>
  )
}

/** A side in its accent: ours or theirs. */
export function SideLabel({ id, label, both }: NameProps) {
  const t = useWords(partWords)
  const side = useNames().side(id)
  return (
    <span className={css.side} data-side={side}>
      <Name id={id} label={label} both={both} />
      <span className="aside"> ({t.sides[side]})</span>
    </span>
  )
}

interface SideListProps {
  readonly ids: readonly string[]
  /** Leaves out countries of which a part is named. */
  readonly nearest?: boolean
}

/** Sides, ours first. */
export function SideList({ ids, nearest = false }: SideListProps) {
  const { side, known } = useNames()
  const order = ['ours', 'theirs', 'other']
  const isPart = (id: string, of: string): boolean => id !== of && known(id)?.country?.toLowerCase() === of
  const shown = nearest ? ids.filter(of => !ids.some(id => isPart(id, of))) : ids
  const sorted = shown.toSorted((a, b) => order.indexOf(side(a)) - order.indexOf(side(b)))
  return (
    <span className={css.sides}>
      {sorted.map((id, i) => (
        <Fragment key={id}>
          {i > 0 && <span aria-hidden="true"> – </span>}
          <SideLabel id={id} />
        </Fragment>
      ))}
    </span>
  )
}
