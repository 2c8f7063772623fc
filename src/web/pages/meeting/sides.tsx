import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { SideWords } from '../../../views/api/meetings.ts'
import type { Telling } from '../../../views/api/undertakings.ts'
import { useWords } from '../../language.tsx'
import { type Sided, useNames } from '../../names.tsx'
import { SideList } from '../../parts/sides.tsx'
import { StageTrack } from '../../parts/stage-track.tsx'
import { meetingWords } from '../../words/meetings.ts'
import { type Column, columnsOf } from './columns.ts'
import css from './dossier.module.css'
import { Words } from './words.tsx'

/** What each side said, ours beside theirs; what both said and what nobody is named for stands below. */
export function BothSides({ sides }: { readonly sides: readonly SideWords[] }) {
  const t = useWords(meetingWords)
  const { side } = useNames()
  const columns = useMemo(() => columnsOf(sides, side), [sides, side])
  if (sides.length === 0) return null
  return (
    <section>
      <h2>{t.said}</h2>
      <div className={css.columns}>
        <Said title={t.ours} column="ours" said={columns.ours} empty={t.nothingSaid} />
        <Said title={t.theirs} column="theirs" said={columns.theirs} empty={t.nothingSaid} />
      </div>
      {columns.together.length > 0 && <Said title={t.together} column="together" said={columns.together} named />}
      {columns.unsaid.length > 0 && <Said title={t.unsaid} column="unsaid" said={columns.unsaid} />}
    </section>
  )
}

interface SaidProps {
  readonly title: string
  readonly column: Column
  readonly said: ReturnType<typeof columnsOf>[Column]
  readonly empty?: string
  /** Also tells whose words each is. */
  readonly named?: boolean
}

function Said({ title, column, said, empty, named = false }: SaidProps) {
  const side: Sided = column === 'ours' || column === 'theirs' ? column : 'other'
  return (
    <div className={css.column} data-side={side}>
      <h3>{title}</h3>
      {said.length === 0 && <p className={css.none}>{empty}</p>}
      <ol className={css.items}>
        {said.map(({ undertaking, by, tellings }) => (
          <li key={`${undertaking} ${by.join(' ')}`}>
            {named && <SideList ids={by} />}
            <FirstTelling undertaking={undertaking} tellings={tellings} side={side} />
          </li>
        ))}
      </ol>
    </div>
  )
}

interface FirstTellingProps {
  readonly undertaking: string
  readonly tellings: readonly Telling[]
  readonly side: Sided
}

/** The words of the first report that tells it, and how many more do. */
function FirstTelling({ undertaking, tellings: [first, ...others], side }: FirstTellingProps) {
  const t = useWords(meetingWords)
  if (!first) return null
  return (
    <>
      <Words telling={first} side={side}>
        <Link to="/ledger/$id" params={{ id: undertaking }} className={css.stage}>
          <StageTrack stage={first.stage} stalled={first.stalled} />
        </Link>
      </Words>
      {others.length > 0 && <p className={css.note}>{t.moreReports(others.length)}</p>}
    </>
  )
}
