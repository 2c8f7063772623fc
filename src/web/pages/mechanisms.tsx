import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MechanismRow } from '../../views/api/meetings.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Name, SideList } from '../parts/sides.tsx'
import { Table } from '../parts/table.tsx'
import { ThingList, useThingQuery } from '../parts/thing-list.tsx'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'

/** Mechanisms: where sides meet again and again. */
export function MechanismsPage() {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const query = useThingQuery()
  const answer = useQuery({ ...api.mechanisms(query), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead title={pages.mechanisms} lead={t.mechanisms} />
      <ThingList of={answer} query={query}>
        {rows => <MechanismTable rows={rows} />}
      </ThingList>
    </>
  )
}

function MechanismTable({ rows }: { readonly rows: readonly MechanismRow[] }) {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  const day = (value: string | null): string => (value ? format.day(value) : '–')
  return (
    <Table
      caption={pages.mechanisms}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t.name,
          cell: ({ id, label, ref }) => (
            <Link to="/mechanisms/$id" params={{ id }}>
              {ref === null ? label : <Name id={ref} label={label} />}
            </Link>
          ),
        },
        { key: 'parties', head: t.parties, cell: ({ parties }) => <SideList ids={parties} /> },
        { key: 'sessions', head: t.sessions, numeric: true, cell: ({ sessions }) => format.number(sessions) },
        { key: 'last', head: t.last, numeric: true, cell: ({ last }) => day(last) },
        {
          key: 'next',
          head: t.expected,
          numeric: true,
          cell: ({ next }) => (next ? <span title={t.expectedHint}>{format.month(next)}</span> : '–'),
        },
      ]}
    />
  )
}
