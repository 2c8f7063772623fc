import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PersonRow } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { OfficeList } from '../parts/offices.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SideList } from '../parts/sides.tsx'
import { Table } from '../parts/table.tsx'
import { ThingList, useThingQuery } from '../parts/thing-list.tsx'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'

/** Who held which office when, by which reports. */
export function PeoplePage() {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const query = useThingQuery()
  const answer = useQuery({ ...api.people(query), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead title={pages.people} lead={t.people} />
      <ThingList of={answer} query={query}>
        {rows => <PersonTable rows={rows} />}
      </ThingList>
    </>
  )
}

function PersonTable({ rows }: { readonly rows: readonly PersonRow[] }) {
  const t = useWords(thingWords)
  const { pages } = useWords(shellWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  return (
    <Table
      caption={pages.people}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t.name,
          cell: ({ id, label }) => (
            <Link to="/people/$id" params={{ id }}>
              {label}
            </Link>
          ),
        },
        { key: 'sides', head: t.sides, cell: ({ sides, countries }) => <SideList ids={placed(sides, countries)} /> },
        { key: 'offices', head: t.offices, cell: ({ offices }) => <OfficeList offices={offices} most={3} /> },
        { key: 'last', head: t.heard, numeric: true, cell: ({ last }) => (last ? format.day(last) : '–') },
        { key: 'mentions', head: t.mentions, numeric: true, cell: ({ mentions }) => format.number(mentions) },
      ]}
    />
  )
}

/** The sides of a person; the country where no side is known. */
const placed = (sides: readonly string[], countries: readonly string[]): readonly string[] =>
  sides.length > 0 ? sides : countries.map(code => code.toLowerCase())
