import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PersonDetail } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWords, useWording } from '../language.tsx'
import { useNames } from '../names.tsx'
import { MentionList } from '../parts/mention-list.tsx'
import { OfficeList } from '../parts/offices.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Quote } from '../parts/quote.tsx'
import { SideList } from '../parts/sides.tsx'
import { Answer } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'
import css from './thing.module.css'

/** A person: which offices when, what the person said, at which meetings. */
export function PersonPage() {
  const { id } = useParams({ from: '/people/$id' })
  const [search] = useAddress()
  const at = typeof search['at'] === 'string' ? search['at'] : undefined
  return (
    <Answer page of={useQuery(api.person(id, { at }))}>
      {person => <Person person={person} />}
    </Answer>
  )
}

function Person({ person }: { readonly person: PersonDetail }) {
  const t = useWords(thingWords)
  const { kinds } = useLedgerWords()
  const { pages } = useWords(shellWords)
  const { row, said, meetings, mentions } = person
  const others = row.names.filter(name => name !== row.label)
  return (
    <>
      <PageHead
        title={row.label}
        kind={kinds.person}
        crumbs={[{ label: pages.people, to: '/people' }]}
        lead={
          <>
            <SideList ids={row.sides.length > 0 ? row.sides : row.countries.map(code => code.toLowerCase())} />
            {others.length > 0 && <p>{`${t.alsoCalled}: ${others.join(', ')}`}</p>}
          </>
        }
      />
      <section className={css.part}>
        <h2>{t.offices}</h2>
        <OfficeList offices={row.offices} />
      </section>
      <section className={css.part}>
        <h2>{t.said}</h2>
        {said.length === 0 ? <p>{t.saidNothing}</p> : <Said said={said} sides={row.sides} />}
      </section>
      {meetings.length > 0 && <Meetings meetings={meetings} />}
      <section className={css.part}>
        <h2>{t.words}</h2>
        <MentionList mentions={mentions} />
      </section>
    </>
  )
}

/** The person's words, each with the undertaking that they are about. */
function Said({ said, sides }: { readonly said: PersonDetail['said']; readonly sides: readonly string[] }) {
  const { stages } = useWording()
  const { side } = useNames()
  return (
    <div className={css.quotes}>
      {said.map(({ claim, doc, quote, outlet, title, day, stage, undertaking, label }) => (
        <Quote
          key={`${claim} ${undertaking}`}
          quote={quote}
          doc={doc}
          claim={claim}
          outlet={outlet}
          title={title}
          day={day}
          side={sides[0] === undefined ? 'other' : side(sides[0])}
        >
          {stages[stage]} ·{' '}
          <Link to="/ledger/$id" params={{ id: undertaking }}>
            {label}
          </Link>{' '}
        </Quote>
      ))}
    </div>
  )
}

function Meetings({ meetings }: { readonly meetings: PersonDetail['meetings'] }) {
  const t = useWords(thingWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  return (
    <section className={css.part}>
      <h2>{t.meetings}</h2>
      <ul className={css.list}>
        {meetings.map(({ id, label, day }) => (
          <li key={id}>
            <span className={css.day}>{day ? format.day(day) : '–'}</span>
            <Link to="/meetings/$id" params={{ id }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
