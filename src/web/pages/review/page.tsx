import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Queue, QueuedClaim, QueuedPair } from '../../../views/api/decisions.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { useDecisions } from '../../parts/decision.ts'
import { DecisionList } from '../../parts/decision-list.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Answer, EmptyState } from '../../parts/states.tsx'
import { reviewWords } from '../../words/review.ts'
import { shellWords } from '../../words/shell.ts'
import { BulkAccept } from './bulk-accept.tsx'
import { ClaimCard, PairCard } from './cards.tsx'
import css from './review.module.css'

/** What waits for a person: one keystroke each. */
export function ReviewPage() {
  const t = useWords(reviewWords)
  const { pages } = useWords(shellWords)
  return (
    <>
      <PageHead title={pages.review} lead={t.lead} />
      <Answer of={useQuery(api.queue())}>
        {queue => (
          <>
            <Waiting queue={queue} />
            <BulkAccept />
            <Decided />
          </>
        )}
      </Answer>
    </>
  )
}

type Item = { readonly pair: QueuedPair } | { readonly claim: QueuedClaim }

/** Contradictions come first, then merges, then what was inferred or is new. */
const itemsOf = ({ pairs, claims }: Queue): Item[] => [
  ...claims.filter(({ reason }) => reason === 'contradiction').map(claim => ({ claim })),
  ...pairs.map(pair => ({ pair })),
  ...claims.filter(({ reason }) => reason !== 'contradiction').map(claim => ({ claim })),
]

function Waiting({ queue }: { readonly queue: Queue }) {
  const t = useWords(reviewWords)
  const navigate = useNavigate()
  const { decide, busy } = useDecisions()
  const { data: history } = useQuery(api.history())
  const { undo } = useDecisions()
  const [at, setAt] = useState(0)
  const items = itemsOf(queue)
  const place = Math.min(at, items.length - 1)
  const item = items[place]
  const claim = item && 'claim' in item ? item.claim : null
  const pair = item && 'pair' in item ? item.pair : null
  const on = (act: 'accept' | 'reject') => () => claim && !busy && decide({ act, claims: [claim.claim], why: null })
  const both = (act: 'same' | 'different') => () =>
    pair && !busy && decide({ act, ids: [pair.a.id, pair.b.id], why: null })
  const last = history?.decisions.find(({ holds, act }) => holds && act !== 'undo')
  const correct = (): void => {
    if (claim) void navigate({ to: '/source/$doc', params: { doc: claim.doc }, hash: claim.claim })
  }
  useKeys({
    a: on('accept'),
    r: on('reject'),
    c: correct,
    s: both('same'),
    d: both('different'),
    u: () => last && undo(last.key),
    j: () => setAt(Math.min(place + 1, items.length - 1)),
    k: () => setAt(Math.max(place - 1, 0)),
  })
  if (!item) return <EmptyState title={t.empty} />
  return (
    <section className={css.waiting} aria-live="polite">
      <p className={css.place}>{t.of(place + 1, items.length)}</p>
      {claim && <ClaimCard claim={claim} onCorrect={correct} />}
      {pair && <PairCard pair={pair} />}
      {queue.changed.length > 0 && (
        <>
          <h2>{t.changed}</h2>
          <DecisionList decisions={queue.changed} />
        </>
      )}
      {queue.orphans.length > 0 && (
        <>
          <h2>{t.orphans}</h2>
          <DecisionList decisions={queue.orphans} />
        </>
      )}
    </section>
  )
}

/** What was decided, and by whom; each can be taken back. */
function Decided() {
  const t = useWords(reviewWords)
  const { data } = useQuery(api.history())
  if (!data || data.decisions.length === 0) return null
  return (
    <section className={css.decided}>
      <h2>{t.history}</h2>
      <DecisionList decisions={data.decisions} />
    </section>
  )
}
