import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Corridor } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { useWords } from '../language.tsx'
import { CorridorLegend, CorridorMap } from '../parts/corridor-map.tsx'
import { DaySlider } from '../parts/day-slider.tsx'
import { GateTable, LinkTable } from '../parts/corridor-tables.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Answer, EmptyState } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { corridorWords } from '../words/corridor.ts'
import { shellWords } from '../words/shell.ts'
import css from './corridor.module.css'

/** How long the slider must rest before the ledger is asked, in ms. */
const REST = 120

/** Gates and links at a day: the map, the slider, and the tables that say the same. */
export function CorridorPage() {
  const t = useWords(corridorWords)
  const { pages } = useWords(shellWords)
  const [search, change] = useAddress()
  const at = typeof search['at'] === 'string' ? search['at'] : undefined
  const answer = useQuery({ ...api.corridor({ at }), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead title={pages.corridor} lead={t.lead} />
      <Answer of={answer}>
        {corridor => <CorridorAt corridor={corridor} onDay={day => change({ at: day }, { replace: true })} />}
      </Answer>
    </>
  )
}

function CorridorAt({ corridor, onDay }: { readonly corridor: Corridor; readonly onDay: (day: string) => void }) {
  const t = useWords(corridorWords)
  const { at, span, gates, links } = corridor
  const [day, setDay] = useState(at)
  useEffect(() => {
    if (day === at) return undefined
    const timer = setTimeout(() => onDay(day), REST)
    return () => clearTimeout(timer)
  }, [day, at, onDay])
  if (!span) return <EmptyState title={t.empty} />
  return (
    <>
      <DaySlider first={span.first} last={span.last} day={day} onDay={setDay} label={t.day} />
      <CorridorMap gates={gates} links={links} />
      <CorridorLegend />
      <section className={css.table}>
        <h2>{t.gates}</h2>
        <GateTable gates={gates} />
      </section>
      <section className={css.table}>
        <h2>{t.links}</h2>
        <LinkTable links={links} />
      </section>
    </>
  )
}
