import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { useWords } from '../language.tsx'
import { shellWords } from '../words/shell.ts'
import css from './navigation.module.css'
import { Settings } from './settings.tsx'

/** The pages of the rail, in groups: what was promised, on what and with whom, what is to be done. */
const GROUPS = [
  ['home', 'ledger', 'meetings', 'mechanisms'],
  ['corridor', 'people', 'bodies', 'figures'],
  ['review', 'briefing'],
] as const

type PageName = (typeof GROUPS)[number][number]
const ADDRESSES = {
  home: '/',
  ledger: '/ledger',
  meetings: '/meetings',
  mechanisms: '/mechanisms',
  corridor: '/corridor',
  people: '/people',
  bodies: '/bodies',
  figures: '/figures',
  review: '/review',
  briefing: '/briefing',
} as const satisfies Record<PageName, string>

interface Keys {
  readonly onKeys: () => void
}

/** The navigation of wide screens. */
export function Rail({ onKeys }: Keys) {
  return (
    <header className={css.rail} data-screen-only>
      <Brand />
      <SearchField id="rail-search" />
      <Pages />
      <Settings onKeys={onKeys} />
    </header>
  )
}

/** The navigation of narrow screens: a bar, and a drawer behind its button. */
export function TopBar({ onKeys }: Keys) {
  const t = useWords(shellWords)
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: state => state.location.pathname })
  useEffect(() => setOpen(false), [path])
  return (
    <header className={css.bar} data-screen-only>
      <Brand />
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger className={css.menu}>{t.menu}</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Backdrop className={css.backdrop} />
          <Dialog.Popup className={css.drawer}>
            <Dialog.Title className="aside">{t.menu}</Dialog.Title>
            <Dialog.Close className={css.menu}>{t.close}</Dialog.Close>
            <SearchField id="drawer-search" />
            <Pages />
            <Settings onKeys={onKeys} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </header>
  )
}

function Brand() {
  const t = useWords(shellWords)
  const { data: state } = useQuery(api.state())
  return (
    <Link to="/" className={css.brand}>
      <span className={css.product} lang="vi">
        {t.product}
      </span>
      <span className={css.ledger}>{state?.ledger ?? '\u00a0'}</span>
    </Link>
  )
}

function Pages() {
  const t = useWords(shellWords)
  return (
    <nav aria-label={t.menu} className={css.pages}>
      {GROUPS.map(group => (
        <ul key={group[0]}>
          {group.map(name => (
            <li key={name}>
              <Link to={ADDRESSES[name]} activeOptions={{ exact: name === 'home', includeSearch: false }}>
                {t.pages[name]}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

/** `/` goes to it from anywhere. */
function SearchField({ id }: { readonly id: string }) {
  const t = useWords(shellWords)
  const navigate = useNavigate()
  const find = (form: FormData): void => void navigate({ to: '/search', search: { q: textOf(form, 'q') } })
  return (
    <form role="search" action={find} className={css.search}>
      <label htmlFor={id} className="aside">
        {t.search}
      </label>
      <input id={id} name="q" type="search" placeholder={t.search} data-search autoComplete="off" />
    </form>
  )
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
