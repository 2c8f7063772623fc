import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../language.tsx'
import { useAddress } from '../../use-address.ts'
import { ledgerWords } from '../../words/ledger.ts'
import { queryIn } from './ledger-address.ts'
import css from './ledger-toolbar.module.css'

/** How long typing rests before it is searched, in ms. */
const REST = 200

/** What is searched, in which order, and as of which day. */
export function LedgerToolbar() {
  return (
    <div className={css.bar} data-screen-only>
      <Words />
      <Order />
      <AsOf />
    </div>
  )
}

function Words() {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const { q = '' } = queryIn(search)
  const [typed, setTyped] = useState(q)
  const written = useRef(q)
  const id = useId()
  useEffect(() => {
    if (q !== written.current) setTyped((written.current = q))
  }, [q])
  useEffect(() => {
    if (typed === written.current) return
    const timer = setTimeout(() => {
      written.current = typed
      change({ q: typed || undefined }, { replace: true })
    }, REST)
    return () => clearTimeout(timer)
  }, [typed, change])
  return (
    <div className={css.words}>
      <label htmlFor={id} className="aside">
        {t.find}
      </label>
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={`${t.find}: ${t.findHint}`}
        onChange={event => setTyped(event.target.value)}
      />
    </div>
  )
}

function Order() {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const { sort = 'latest' } = queryIn(search)
  const id = useId()
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{t.sort}</label>
      <select id={id} value={sort} onChange={event => change({ sort: event.target.value })}>
        {Object.entries(t.sorts).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function AsOf() {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const { at = '' } = queryIn(search)
  const id = useId()
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{t.at}</label>
      <input id={id} type="date" value={at} onChange={event => change({ at: event.target.value || undefined })} />
    </div>
  )
}
