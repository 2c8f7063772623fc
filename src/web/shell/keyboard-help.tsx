import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../language.tsx'
import { AppDialog } from '../parts/dialog.tsx'
import { useKeys } from '../parts/keys.ts'
import { keyWords } from '../words/keys.ts'
import css from './keyboard-help.module.css'

interface Opening {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The keys that hold on every page: `?` shows them, `/` searches, `g` and a letter goes to a page. */
export function KeyboardHelp({ open, onOpenChange }: Opening) {
  const t = useWords(keyWords)
  const navigate = useNavigate()
  useKeys({
    '?': () => onOpenChange(true),
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
    'g h': () => void navigate({ to: '/' }),
    'g l': () => void navigate({ to: '/ledger' }),
    'g m': () => void navigate({ to: '/meetings' }),
    'g c': () => void navigate({ to: '/corridor' }),
    'g r': () => void navigate({ to: '/review' }),
    'g b': () => void navigate({ to: '/briefing' }),
  })
  return (
    <AppDialog open={open} onOpenChange={onOpenChange} title={t.title}>
      {t.groups.map(({ name, keys }) => (
        <section key={name}>
          <h3>{name}</h3>
          <dl className={css.keys}>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map(one => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </AppDialog>
  )
}
