import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BodyRow } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SideLabel } from '../parts/sides.tsx'
import { Table } from '../parts/table.tsx'
import { ThingList, useThingQuery } from '../parts/thing-list.tsx'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'

/** Bodies of the sides. */
export function BodiesPage() {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const query = useThingQuery()
  const answer = useQuery({ ...api.bodies(query), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead title={pages.bodies} lead={t.bodies} />
      <ThingList of={answer} query={query}>
        {rows => <BodyTable rows={rows} />}
      </ThingList>
    </>
  )
}

function BodyTable({ rows }: { readonly rows: readonly BodyRow[] }) {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  return (
    <Table
      caption={pages.bodies}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t.name,
          cell: ({ id, label }) => (
            <Link to="/bodies/$id" params={{ id }}>
              {label}
            </Link>
          ),
        },
        { key: 'place', head: t.place, cell: ({ place }) => (place === null ? '–' : <SideLabel id={place} />) },
        { key: 'last', head: t.heard, numeric: true, cell: ({ last }) => (last ? format.day(last) : '–') },
        { key: 'mentions', head: t.mentions, numeric: true, cell: ({ mentions }) => format.number(mentions) },
      ]}
    />
  )
}
