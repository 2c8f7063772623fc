import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from './address.ts'

type Patch = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The state of a page that lives in its address, so that the address can be sent to a colleague, and how to change some of it
 * (`undefined` takes a name out). `replace`: without a step in the browser's history, for what is typed.
 */
export function useAddress(): [Search, (patch: Patch, options?: { readonly replace?: boolean }) => void] {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Patch, { replace = false } = {}) =>
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, ...patch }) as Search,
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
  return [search, change]
}
