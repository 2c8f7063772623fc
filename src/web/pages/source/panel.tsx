import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReportClaim, ReportDetail } from '../../../views/api/reports.ts'
import type { Named } from '../../../views/api/words.ts'
import { api, fileAddress } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { DecisionList } from '../../parts/decision-list.tsx'
import { ClaimButtons } from '../../parts/decision-buttons.tsx'
import { reviewWords } from '../../words/review.ts'
import { shellWords } from '../../words/shell.ts'
import { CorrectClaim } from './correct-claim.tsx'
import css from './source.module.css'
import { toldValues, useClaimWords } from './values.ts'

/** Kinds of claims in the order in which people want them. */
const ORDER = ['commitment', 'instrument', 'meeting', 'person', 'gate', 'link', 'figure', 'mechanism', 'organization', 'place', 'date'] // prettier-ignore

/** All claims of the report, each a link to its words. */
export function ClaimList({ report, chosen }: { readonly report: ReportDetail; readonly chosen: string }) {
  const t = useWords(reviewWords)
  const types: Readonly<Record<string, string>> = t.types
  const groups = ORDER.map(type => ({ type, claims: report.claims.filter(claim => claim.type === type) }))
  return (
    <>
      {groups
        .filter(({ claims }) => claims.length > 0)
        .map(({ type, claims }) => (
          <details
            key={type}
            className={css.group}
            open={type === 'commitment' || claims.some(({ id }) => id === chosen)}
          >
            <summary>{`${types[type] ?? type} (${claims.length})`}</summary>
            <ul>
              {claims.map(claim => (
                <li key={claim.id}>
                  <a href={`#${claim.id}`} aria-current={claim.id === chosen || undefined} data-state={claim.state}>
                    {claim.exact}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </>
  )
}

/** One claim: its values, why, of what it speaks, what was decided, and how to correct it. */
export function ClaimPanel({ report, claim }: { readonly report: ReportDetail; readonly claim: ReportClaim }) {
  const t = useWords(reviewWords)
  const { close } = useWords(shellWords)
  const words = useClaimWords()
  const types: Readonly<Record<string, string>> = t.types
  return (
    <section className={css.claim} aria-label={t.chosen}>
      <Link to="." hash="" resetScroll={false} className={css.close} aria-label={close} data-screen-only>
        ×
      </Link>
      <h2>
        {types[claim.type] ?? claim.type} <small>{t.states[claim.state]}</small>
      </h2>
      <blockquote lang={report.lang}>“{claim.exact}”</blockquote>
      <dl>
        {toldValues(words, claim).map(({ field, name, value }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {claim.why && (
          <div>
            <dt>{t.why}</dt>
            <dd>{claim.why}</dd>
          </div>
        )}
      </dl>
      {claim.entities.length > 0 && (
        <>
          <h3>{t.speaksOf}</h3>
          <ul className={css.entities}>
            {claim.entities.map(entity => (
              <li key={entity.id}>
                <EntityLink entity={entity} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ClaimButtons claims={[claim.id]} />
      <CorrectClaim key={claim.id} claim={claim} />
      {claim.state === 'corrected' && (
        <p data-screen-only>
          <a href={fileAddress(`reports/${report.doc}/case`, { claim: claim.id })}>{t.caseFile}</a>
          <br />
          <small>{t.caseHint}</small>
        </p>
      )}
      {claim.decisions.length > 0 && <DecisionList decisions={claim.decisions} />}
      <Explained doc={report.doc} claim={claim} />
    </section>
  )
}

/** The page of an entity that a claim speaks of. */
export function EntityLink({ entity: { id, kind, label } }: { readonly entity: Pick<Named, 'id' | 'kind' | 'label'> }) {
  const to = { undertaking: '/ledger/$id', meeting: '/meetings/$id', person: '/people/$id', organization: '/bodies/$id', gate: '/gates/$id', link: '/links/$id', mechanism: '/mechanisms/$id' } as const // prettier-ignore
  if (!(kind in to)) return <span>{label} </span>
  return (
    <>
      <Link to={to[kind as keyof typeof to]} params={{ id }}>
        {label}
      </Link>{' '}
    </>
  )
}

/** Which rule made the claim, from which words. */
function Explained({ doc, claim }: { readonly doc: string; readonly claim: ReportClaim }) {
  const t = useWords(reviewWords)
  const { data } = useQuery(api.explain(doc, claim.id))
  return (
    <details className={css.group}>
      <summary>{t.how}</summary>
      <p>{`${t.rule}: ${claim.rule}`}</p>
      {data && <pre className={css.explained}>{JSON.stringify(data, null, 1)}</pre>}
    </details>
  )
}
