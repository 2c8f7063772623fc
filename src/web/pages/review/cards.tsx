import type { PairMember, QueuedClaim, QueuedPair } from '../../../views/api/decisions.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWords, useWording } from '../../language.tsx'
import { ClaimButtons, PairButtons } from '../../parts/decision-buttons.tsx'
import { Quote } from '../../parts/quote.tsx'
import { reviewWords } from '../../words/review.ts'
import { EntityLink } from '../source/panel.tsx'
import css from './review.module.css'

/** A claim that nobody has looked at: its words, and why it is worth a look. */
export function ClaimCard({ claim, onCorrect }: { readonly claim: QueuedClaim; readonly onCorrect: () => void }) {
  const t = useWords(reviewWords)
  const { stages } = useWording()
  const types: Readonly<Record<string, string>> = t.types
  const stage = claim.values['stage']
  const { against } = claim
  return (
    <article className={css.card}>
      <h2>
        {types[claim.type] ?? claim.type}
        {typeof stage === 'string' && `: ${stages[stage as keyof typeof stages]}`}{' '}
        <small>{t.reasons[claim.reason]}</small>
      </h2>
      <Quote
        quote={claim.around}
        doc={claim.doc}
        claim={claim.claim}
        outlet={claim.outlet}
        title={claim.title}
        day={claim.day}
      />
      {claim.why && <p>{claim.why}</p>}
      {against && (
        <>
          <h3>{t.opposed}</h3>
          <Quote
            quote={against.quote}
            doc={against.doc}
            claim={against.claim}
            outlet={against.outlet}
            title={against.title}
            day={against.day}
          >
            {stages[against.stage]}{' '}
          </Quote>
        </>
      )}
      <ClaimButtons claims={[claim.claim]} onCorrect={onCorrect} keyed />
    </article>
  )
}

/** Two that may be one, side by side, and by what they are alike. */
export function PairCard({ pair: { a, b, judged } }: { readonly pair: QueuedPair }) {
  const t = useWords(reviewWords)
  const { kinds, features } = useLedgerWords()
  return (
    <article className={css.card}>
      <h2>
        {kinds[a.kind]}: {t.oneOrTwo} <small>{t.score(judged.score.toFixed(1))}</small>
      </h2>
      <div className={css.sides}>
        <Member member={a} />
        <Member member={b} />
      </div>
      <ul className={css.features}>
        {judged.features.map(({ name, weight, note }) => (
          <li key={`${name} ${note}`}>
            {`${features[name] ?? name} ${weight > 0 ? '+' : ''}${weight.toFixed(1)}`} {note}
          </li>
        ))}
      </ul>
      <PairButtons ids={[a.id, b.id]} keyed />
    </article>
  )
}

function Member({ member }: { readonly member: PairMember }) {
  const { language } = useLanguage()
  const format = formatIn(language)
  const days = [...new Set([member.first, member.last].filter(day => day !== null))].map(format.day)
  return (
    <div>
      <h3>
        <EntityLink entity={member} /> <small>{days.join(' – ')}</small>
      </h3>
      {member.words.map(({ claim, doc, quote, outlet, day }) => (
        <Quote key={`${doc} ${claim}`} quote={quote} doc={doc} claim={claim} outlet={outlet} day={day} />
      ))}
    </div>
  )
}
