import { useLayoutEffect, useRef } from 'react'

/** How long the first of two keys is waited with, in ms. */
const PATIENCE = 900

type Keys = Readonly<Record<string, () => void>>

/** Whether keys are for what is typed, or for a dialog in front, or for the browser. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return true
  const target = event.target instanceof HTMLElement ? event.target : null
  return Boolean(target?.closest('input, textarea, select, [contenteditable], [role="dialog"]'))
}

/**
 * Binds keys for as long as the component is shown: one (`x`), or `g` and another one after it (`g l`); what follows `g` does nothing
 * else. Names are those of `KeyboardEvent.key`.
 */
export function useKeys(keys: Keys, enabled = true): void {
  const current = useRef(keys)
  useLayoutEffect(() => {
    current.current = keys
  })
  useLayoutEffect(() => {
    if (!enabled) return
    let before = { key: '', at: 0 }
    const onKey = (event: KeyboardEvent): void => {
      if (isElsewhere(event)) return
      const two = event.timeStamp - before.at < PATIENCE ? `${before.key} ${event.key}` : ''
      before = { key: event.key, at: event.timeStamp }
      const act = current.current[two.startsWith('g ') ? two : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [enabled])
}
