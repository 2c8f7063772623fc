import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Home } from '../../../views/api/home.ts'
import { useWords } from '../../language.tsx'
import { homeWords } from '../../words/home.ts'
import css from './corridor-small.module.css'
import { Section } from './section.tsx'

/** The map comes after the page: its lines are as long as all the rest. */
const CorridorMap = lazy(async () => ({ default: (await import('../../parts/corridor-map.tsx')).CorridorMap }))

/** The corridor, small. */
export function CorridorSmall({ corridor: { gates, links } }: { readonly corridor: Home['corridor'] }) {
  const t = useWords(homeWords)
  if (gates.length + links.length === 0) return null
  return (
    <Section title={t.corridor}>
      <div className={css.map}>
        <Suspense fallback={null}>
          <CorridorMap gates={gates} links={links} />
        </Suspense>
      </div>
      <p>
        <Link to="/corridor">{t.all}</Link>
      </p>
    </Section>
  )
}
