import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { FacetValue, UndertakingFacets } from '../../../views/api/undertakings.ts'
import { api } from '../../api.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Facet } from '../../parts/facet.tsx'
import { Answer, Skeleton } from '../../parts/states.tsx'
import { useAddress } from '../../use-address.ts'
import { ledgerWords } from '../../words/ledger.ts'
import { queryIn, toggled } from './ledger-address.ts'
import css from './ledger-facets.module.css'

/** All conditions that can be chosen, with how many undertakings have each. */
export function LedgerFacets() {
  const [search] = useAddress()
  const t = useWords(ledgerWords)
  const query = queryIn(search)
  const facets = useQuery({ ...api.facets({ ...query, sort: undefined }), placeholderData: before => before })
  const { data: state } = useQuery(api.state())
  const isPast = query.at !== undefined && state !== undefined && query.at < state.today
  return (
    <div className={css.facets}>
      {isPast && <p className={css.note}>{t.countsOfToday}</p>}
      <Answer of={facets} skeleton={<Skeleton rows={8} />}>
        {answer => (
          <>
            <Values facets={answer} />
            <Period />
            <Silence />
            <Person />
          </>
        )}
      </Answer>
    </div>
  )
}

/** Values of which one counts. */
type Single = 'stage' | 'object' | 'mechanism' | 'verifiable'

function Values({ facets }: { readonly facets: UndertakingFacets }) {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const names = useNames()
  const { stages } = useWording()
  const { fields } = useLedgerWords()
  const { side = [], field = [], ...chosen } = queryIn(search)
  const single = (name: Single, nameOf: (value: string) => string) => (
    <Facet
      title={t.facets[name]}
      values={facets[name]}
      chosen={chosen[name] === undefined ? [] : [chosen[name]]}
      name={nameOf}
      toggle={value => change({ [name]: chosen[name] === value ? undefined : value })}
    />
  )
  const sides = (which: 'ours' | 'theirs' | 'other') => (
    <Facet
      title={t.facets[which]}
      values={facets.side.filter(({ value }: FacetValue) => names.side(value) === which)}
      chosen={side.filter(value => names.side(value) === which)}
      name={names.name}
      toggle={value => change({ side: toggled(side, value) })}
    />
  )
  return (
    <>
      {sides('ours')}
      {sides('theirs')}
      {sides('other')}
      {single('stage', value => stages[value as keyof typeof stages])}
      <Facet
        title={t.facets.field}
        values={facets.field}
        chosen={field}
        name={value => fields[value as keyof typeof fields] ?? value}
        toggle={value => change({ field: toggled(field, value) })}
      />
      {single('object', value => names.name(value))}
      {single('mechanism', value => names.name(value))}
      {single('verifiable', value => t.verifiable[value as 'true' | 'false'])}
    </>
  )
}

function Period() {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const { since = '', until = '' } = queryIn(search)
  const id = useId()
  return (
    <fieldset className={css.group}>
      <legend>{t.facets.period}</legend>
      <label htmlFor={`${id}-since`}>{t.since}</label>
      <input
        id={`${id}-since`}
        type="date"
        value={since}
        onChange={e => change({ since: e.target.value || undefined })}
      />
      <label htmlFor={`${id}-until`}>{t.until}</label>
      <input
        id={`${id}-until`}
        type="date"
        value={until}
        onChange={e => change({ until: e.target.value || undefined })}
      />
    </fieldset>
  )
}

/** Days of silence that are offered. */
const SILENCES = ['90', '180', '365', '730']

function Silence() {
  const t = useWords(ledgerWords)
  const { language } = useLanguage()
  const [search, change] = useAddress()
  const { silent } = queryIn(search)
  const id = useId()
  const chosen = silent === undefined ? '' : String(silent)
  const offered = chosen === '' || SILENCES.includes(chosen) ? SILENCES : [chosen, ...SILENCES]
  return (
    <div className={css.group}>
      <label htmlFor={id}>{t.facets.silence}</label>
      <select id={id} value={chosen} onChange={event => change({ silent: event.target.value || undefined })}>
        <option value="">{t.anySilence}</option>
        {offered.map(days => (
          <option key={days} value={days}>
            {t.silentFor(formatIn(language).number(Number(days)))}
          </option>
        ))}
      </select>
    </div>
  )
}

function Person() {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const { person = '' } = queryIn(search)
  const id = useId()
  return (
    <form
      className={css.group}
      action={form => {
        const named = form.get('person')
        change({ person: typeof named === 'string' ? named.trim() || undefined : undefined })
      }}
    >
      <label htmlFor={id}>{t.facets.person}</label>
      <input key={person} id={id} name="person" defaultValue={person} placeholder={t.personHint} autoComplete="off" />
    </form>
  )
}
