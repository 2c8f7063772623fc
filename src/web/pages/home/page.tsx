import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Home } from '../../../views/api/home.ts'
import { one } from '../../address.ts'
import { api } from '../../api.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { recall } from '../../memory.ts'
import { DropZone } from '../../parts/drop-zone.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Answer } from '../../parts/states.tsx'
import { useAddress } from '../../use-address.ts'
import { homeWords } from '../../words/home.ts'
import { Changed } from './changed.tsx'
import { CorridorSmall } from './corridor-small.tsx'
import css from './page.module.css'
import { Sessions, Waiting } from './side.tsx'
import { Section } from './section.tsx'
import { UndertakingLines } from '../../parts/undertaking-line.tsx'

/** The row of the log that was last seen, as the browser keeps it. */
function seenBefore(): number | undefined {
  const seen = Number(recall('seen') ?? Number.NaN)
  return Number.isInteger(seen) ? seen : undefined
}

/** Where everything stands; of an empty ledger, how to begin. */
export function HomePage() {
  const [search] = useAddress()
  const [since, setSince] = useState(seenBefore)
  const at = one(search, 'at')
  const answer = useQuery(api.home({ since, at }))
  const [begun, setBegun] = useState(false)
  return (
    <Answer page of={answer}>
      {home =>
        home.seq === 0 ? (
          <EmptyLedger onBegun={() => setBegun(true)} />
        ) : (
          <Overview home={home} since={since} begun={begun} onSeen={() => setSince(home.seq)} />
        )
      }
    </Answer>
  )
}

function EmptyLedger({ onBegun }: { readonly onBegun: () => void }) {
  const t = useWords(homeWords)
  return (
    <>
      <PageHead title={t.emptyTitle} />
      <div className={css.empty}>
        {t.empty.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        <DropZone onTaken={onBegun} />
      </div>
    </>
  )
}

interface OverviewProps {
  readonly home: Home
  readonly since: number | undefined
  /** Whether the first reports came just now: what became of them is then told first. */
  readonly begun: boolean
  readonly onSeen: () => void
}

function Overview({ home, since, begun, onSeen }: OverviewProps) {
  const t = useWords(homeWords)
  const { language } = useLanguage()
  const { at, silent, overdue, contradicted } = home
  const list = (
    title: string,
    rows: Home['silent'],
    more: Readonly<Record<string, string>> | null,
    hint?: string,
  ): ReactNode =>
    rows.length > 0 && (
      <Section title={title} hint={hint} more={more}>
        <UndertakingLines rows={rows} />
      </Section>
    )
  const add = (
    <Section title={t.add}>
      <DropZone />
    </Section>
  )
  return (
    <>
      <PageHead
        title={t.title}
        lead={<Counts home={home} />}
        actions={<span>{t.asOf(formatIn(language).longDay(at))}</span>}
      />
      <div className={css.page}>
        <div className={css.main}>
          {begun && add}
          <Changed home={home} since={since} onSeen={onSeen} />
          {list(t.silent, silent, { silent: '180', verifiable: 'true' }, t.silentHint)}
          {list(t.overdue, overdue, { sort: 'due' })}
          {list(t.contradicted, contradicted, null)}
        </div>
        <div className={css.side}>
          <CorridorSmall corridor={home.corridor} />
          <Sessions home={home} />
          <Waiting home={home} />
          {!begun && add}
        </div>
      </div>
    </>
  )
}

const COUNTED = ['report', 'meeting', 'undertaking', 'person', 'gate', 'link'] as const

function Counts({ home: { counts } }: { readonly home: Home }) {
  const t = useWords(homeWords)
  const { language } = useLanguage()
  const told = COUNTED.map(kind => `${formatIn(language).number(counts[kind] ?? 0)} ${t.counts[kind]}`)
  return <>{told.join(' · ')}</>
}
