import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ThingQuery } from '../../views/api/meetings.ts'
import { useWords } from '../language.tsx'
import { useAddress } from '../use-address.ts'
import { thingWords } from '../words/things.ts'
import { Button } from './button.tsx'
import { Answer, EmptyState } from './states.tsx'
import css from './thing-list.module.css'

/** Rows of one page of a list. */
export const ROWS = 50

type ListQuery = Pick<ThingQuery, 'side' | 'offset' | 'limit'> & { readonly q: string | undefined }

/** What a list asks by its address: words of the name, sides, and which page. */
export function useThingQuery(limit: number = ROWS): ListQuery {
  const [search] = useAddress()
  const q = typeof search['q'] === 'string' && search['q'] !== '' ? search['q'] : undefined
  const offset = Math.max(0, Number(search['offset'] ?? 0) || 0)
  return { q, offset, limit, side: [search['side'] ?? []].flat() }
}

interface ThingListProps<Row> {
  readonly of: UseQueryResult<{ readonly rows: readonly Row[]; readonly more: boolean }>
  readonly query: ListQuery
  readonly children: (rows: readonly Row[]) => ReactNode
}

/** A list of entities that is searched by name and paged; both are in the address. */
export function ThingList<Row>({ of, query: { q = '' }, query, children }: ThingListProps<Row>) {
  const t = useWords(thingWords)
  const [, change] = useAddress()
  return (
    <>
      <search className={css.search} data-screen-only>
        <input
          type="search"
          value={q}
          placeholder={t.find}
          aria-label={t.find}
          onChange={event => change({ q: event.target.value || undefined, offset: undefined }, { replace: true })}
        />
      </search>
      <Answer of={of}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 ? <EmptyState title={t.none} /> : children(rows)}
            <Pager query={query} count={rows.length} more={more} />
          </>
        )}
      </Answer>
    </>
  )
}

interface PagerProps {
  readonly query: ListQuery
  readonly count: number
  readonly more: boolean
}

function Pager({ query: { offset, limit }, count, more }: PagerProps) {
  const t = useWords(thingWords)
  const [, change] = useAddress()
  if (offset === 0 && !more) return null
  return (
    <nav className={css.pager} aria-label={t.from(offset + 1, offset + count)} data-screen-only>
      <Button
        disabled={offset === 0}
        onClick={() => change({ offset: offset > limit ? String(offset - limit) : undefined })}
      >
        {t.previous}
      </Button>
      <span>{t.from(offset + 1, offset + count)}</span>
      <Button disabled={!more} onClick={() => change({ offset: String(offset + limit) })}>
        {t.next}
      </Button>
    </nav>
  )
}
