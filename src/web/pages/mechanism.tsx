import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { MechanismDetail, MechanismSession } from '../../views/api/meetings.ts'
import { api } from '../api.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { MentionList } from '../parts/mention-list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SideList } from '../parts/sides.tsx'
import { Answer } from '../parts/states.tsx'
import { UndertakingTable } from '../parts/undertaking-table.tsx'
import { useAddress } from '../use-address.ts'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'
import css from './thing.module.css'

/** A mechanism: its sessions in order, and what each left open. */
export function MechanismPage() {
  const { id } = useParams({ from: '/mechanisms/$id' })
  const [search] = useAddress()
  const at = typeof search['at'] === 'string' ? search['at'] : undefined
  return (
    <Answer page of={useQuery(api.mechanism(id, { at }))}>
      {detail => <Mechanism detail={detail} />}
    </Answer>
  )
}

function Mechanism({ detail: { row, sessions, mentions } }: { readonly detail: MechanismDetail }) {
  const t = useWords(thingWords)
  const { kinds } = useLedgerWords()
  const { pages } = useWords(shellWords)
  const { language } = useLanguage()
  const { name } = useNames()
  return (
    <>
      <PageHead
        title={row.ref === null ? row.label : name(row.ref, row.label)}
        kind={kinds.mechanism}
        crumbs={[{ label: pages.mechanisms, to: '/mechanisms' }]}
        lead={
          <>
            <SideList ids={row.parties} />
            {row.next && <p>{`${t.expected}: ${formatIn(language).month(row.next)}. ${t.expectedHint}`}</p>}
          </>
        }
      />
      <section className={css.part}>
        <h2>{t.sessions}</h2>
        {sessions.map((session, i) => (
          <Session key={session.number ?? session.start ?? i} session={session} />
        ))}
      </section>
      <section className={css.part}>
        <h2>{t.words}</h2>
        <MentionList mentions={mentions} />
      </section>
    </>
  )
}

function Session({ session }: { readonly session: MechanismSession }) {
  const t = useWords(thingWords)
  const { outcomes } = useLedgerWords()
  const { language } = useLanguage()
  const format = formatIn(language)
  const { name } = useNames()
  const { number, start, place, meeting, counts, open } = session
  const named: Readonly<Record<string, string>> = outcomes
  return (
    <article className={css.session}>
      <h3>
        {number === null ? t.unnumbered : t.session(number)}{' '}
        <span className={css.when}>
          {[start ? format.longDay(start) : t.unknownDay, place === null ? '' : name(place, place)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </h3>
      {meeting !== null && (
        <p>
          <Link to="/meetings/$id" params={{ id: meeting }}>
            {t.dossier}
          </Link>
        </p>
      )}
      {counts && (
        <ul className={css.counts}>
          {Object.entries(counts).map(([outcome, n]) => (
            <li key={outcome}>{`${named[outcome] ?? outcome}: ${n}`}</li>
          ))}
        </ul>
      )}
      {open.length > 0 && <UndertakingTable caption={t.open} rows={open} />}
      {meeting !== null && !counts && <p className={css.when}>{t.notReviewed}</p>}
      {counts && open.length === 0 && <p className={css.when}>{t.nothingOpen}</p>}
    </article>
  )
}
