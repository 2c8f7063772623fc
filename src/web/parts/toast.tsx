import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { useWords } from '../language.tsx'
import { shellWords } from '../words/shell.ts'
import css from './toast.module.css'

/** A sentence about what was done, and what can be done about it. */
export interface Toast {
  readonly text: string
  readonly tone?: 'plain' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Long enough to read the sentence and reach its button. What went wrong stays until it is closed. */
const SHOWN_MS = 8000

const Say = createContext<(toast: Toast) => void>(() => {})

/** Says something at the foot of the page; screen readers hear it. */
export const useToast = (): ((toast: Toast) => void) => useContext(Say)

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useWords(shellWords)
  const [toasts, setToasts] = useState<readonly (Toast & { readonly key: number })[]>([])
  const last = useRef(0)
  const close = useCallback((key: number) => setToasts(all => all.filter(toast => toast.key !== key)), [])
  const say = useCallback(
    (toast: Toast) => {
      const key = ++last.current
      setToasts(all => [...all.slice(-2), { ...toast, key }])
      if (toast.tone !== 'bad') setTimeout(() => close(key), SHOWN_MS)
    },
    [close],
  )
  return (
    <Say value={say}>
      {children}
      <div className={css.toasts} role="status" data-screen-only>
        {toasts.map(({ key, text, tone = 'plain', action }) => (
          <div key={key} className={css.toast} data-tone={tone}>
            <span>{text}</span>
            {action && (
              <button
                type="button"
                onClick={() => {
                  action.run()
                  close(key)
                }}
              >
                {action.label}
              </button>
            )}
            <button type="button" aria-label={t.close} onClick={() => close(key)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </Say>
  )
}
