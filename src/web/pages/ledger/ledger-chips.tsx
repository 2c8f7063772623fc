import type { ReactNode } from 'react'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Button } from '../../parts/button.tsx'
import { type Chip, Chips } from '../../parts/chips.tsx'
import { useAddress } from '../../use-address.ts'
import { ledgerWords } from '../../words/ledger.ts'
import { NO_CONDITIONS, queryIn, toggled } from './ledger-address.ts'
import css from './ledger-chips.module.css'

interface LedgerChipsProps {
  /** Whether it is known what to tell: until then the line is empty, so that nothing in it moves. */
  readonly ready: boolean
  readonly children: ReactNode
  /** What can be done with the list. */
  readonly after: ReactNode
}

/** The conditions that hold, each with a way out of it; before them, what else is to be told of the list. */
export function LedgerChips({ ready, children, after }: LedgerChipsProps) {
  const t = useWords(ledgerWords)
  const chips = useChips()
  const [, change] = useAddress()
  return (
    <div className={css.line}>
      <span className={css.total}>{children}</span>
      {ready && chips.length > 0 && (
        <Chips chips={chips}>
          <Button weight="quiet" onClick={() => change(NO_CONDITIONS)}>
            {t.clear}
          </Button>
        </Chips>
      )}
      <span className={css.after} data-screen-only>
        {ready && after}
      </span>
    </div>
  )
}

function useChips(): Chip[] {
  const t = useWords(ledgerWords)
  const [search, change] = useAddress()
  const { language } = useLanguage()
  const names = useNames()
  const { stages } = useWording()
  const { fields } = useLedgerWords()
  const format = formatIn(language)
  const { side = [], field = [], ...query } = queryIn(search)
  const several = (name: 'side' | 'field', values: readonly string[], label: (value: string) => string): Chip[] =>
    values.map(value => ({
      key: `${name} ${value}`,
      label: label(value),
      remove: () => change({ [name]: toggled(values, value) }),
    }))
  const single = (name: keyof typeof query, label: (value: string) => string): Chip[] => {
    const value = query[name]
    if (value === undefined || name === 'sort') return []
    return [{ key: name, label: label(String(value)), remove: () => change({ [name]: undefined }) }]
  }
  const day = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? format.day(value) : value)
  return [
    ...single('q', value => `“${value}”`),
    ...several('side', side, value => names.name(value)),
    ...several('field', field, value => fields[value as keyof typeof fields] ?? value),
    ...single('stage', value => stages[value as keyof typeof stages] ?? value),
    ...single('object', value => names.name(value)),
    ...single('mechanism', value => names.name(value)),
    ...single('verifiable', value => t.verifiable[value as 'true' | 'false'] ?? value),
    ...single('person', value => `${t.facets.person}: ${value}`),
    ...single('since', value => `${t.since} ${day(value)}`),
    ...single('until', value => `${t.until} ${day(value)}`),
    ...single('silent', value => `${t.facets.silence}: ${t.silentFor(format.number(Number(value)))}`),
    ...single('at', value => `${t.at} ${day(value)}`),
  ]
}
