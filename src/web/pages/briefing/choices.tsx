import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FIELDS } from '../../../model/kinds.ts'
import { many, one } from '../../address.ts'
import { api } from '../../api.ts'
import { useLanguage, useLedgerWords, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Button } from '../../parts/button.tsx'
import { useAddress } from '../../use-address.ts'
import { briefingWords } from '../../words/briefing.ts'
import { PAPER_LANGUAGES } from './languages.ts'
import css from './choices.module.css'

/** For whom, with whom, of which time, about what, in which language. */
export function BriefingChoices() {
  const t = useWords(briefingWords)
  const { language } = useLanguage()
  const [search, change] = useAddress()
  const sides = useSides()
  const value = (name: string): string => one(search, name) ?? ''
  const set = (name: string) => (event: { readonly target: { readonly value: string } }) =>
    change({ [name]: event.target.value || undefined }, { replace: true })
  const side = (name: 'partner' | 'ours', none: string) => (
    <label>
      {t[name]}
      <select value={value(name)} onChange={set(name)}>
        <option value="">{none}</option>
        {sides.map(({ id, called }) => (
          <option key={id} value={id}>
            {called}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form className={css.choices} data-screen-only onSubmit={event => event.preventDefault()}>
      {side('partner', t.choose)}
      {side('ours', t.guessed)}
      {(['since', 'at'] as const).map(name => (
        <label key={name}>
          {t[name]}
          <input type="date" value={value(name)} onChange={set(name)} />
        </label>
      ))}
      <label>
        {t.lang}
        <select value={value('lang') || language} onChange={set('lang')}>
          {PAPER_LANGUAGES.map(each => (
            <option key={each} value={each}>
              {t.languages[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.secrecy}
        <input type="text" maxLength={60} value={value('secrecy')} onChange={set('secrecy')} />
      </label>
      <FieldChoices />
      <Selected />
    </form>
  )
}

/** Provinces and units of that rank, by name in the reader's language. */
function useSides() {
  const names = useQuery(api.names()).data
  const { name } = useNames()
  const { language } = useLanguage()
  return useMemo(() => {
    const sides = Object.entries(names ?? {}).filter(
      ([, { kind, country, parent }]) => kind === 'place' && parent === country?.toLowerCase(),
    )
    const called = sides.map(([id]) => ({ id, called: name(id) }))
    return called.toSorted((a, b) => a.called.localeCompare(b.called, language))
  }, [names, name, language])
}

function FieldChoices() {
  const t = useWords(briefingWords)
  const { fields } = useLedgerWords()
  const [search, change] = useAddress()
  const chosen = many(search, 'field')
  const toggle = (field: string) =>
    change({ field: chosen.includes(field) ? chosen.filter(each => each !== field) : [...chosen, field] })
  return (
    <details className={css.fields} open={chosen.length > 0}>
      <summary>{t.fields}</summary>
      {FIELDS.map(field => (
        <label key={field}>
          <input type="checkbox" checked={chosen.includes(field)} onChange={() => toggle(field)} />
          {fields[field]}
        </label>
      ))}
    </details>
  )
}

function Selected() {
  const t = useWords(briefingWords)
  const [search, change] = useAddress()
  const ids = many(search, 'id')
  if (ids.length === 0) return null
  return (
    <p>
      {t.selected(ids.length)}{' '}
      <Button weight="quiet" onClick={() => change({ id: undefined })}>
        {t.all}
      </Button>
    </p>
  )
}
