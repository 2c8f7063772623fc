import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UndertakingRow } from '../../../views/api/undertakings.ts'
import { api } from '../../api.ts'
import type { LedgerQuery } from './ledger-address.ts'

/** Rows that are fetched at a time. */
const WINDOW = 100

interface LedgerRows {
  readonly total: number
  readonly totalIsLeast: boolean
  /** Undefined while it is on its way. */
  readonly rowAt: (index: number) => UndertakingRow | undefined
  /** Tells which rows are in sight, so that they are fetched. */
  readonly onRange: (start: number, end: number) => void
  /** The first window, for its state. */
  readonly first: ReturnType<typeof useFirst>
}

const useFirst = (query: LedgerQuery) =>
  useQuery({ ...api.undertakings({ ...query, limit: WINDOW }), placeholderData: keepPreviousData })

/** The rows of the ledger by windows of which only those in sight are fetched. */
export function useRows(query: LedgerQuery): LedgerRows {
  const first = useFirst(query)
  const [windows, setWindows] = useState<readonly number[]>([])
  const others = useQueries({
    queries: windows.map(n => api.undertakings({ ...query, offset: n * WINDOW, limit: WINDOW })),
  })
  const rowAt = (index: number): UndertakingRow | undefined => {
    const n = Math.floor(index / WINDOW)
    const answer = n === 0 ? first.data : others[windows.indexOf(n)]?.data
    return answer?.rows[index % WINDOW]
  }
  const onRange = (start: number, end: number): void => {
    const [from, to] = [Math.floor(start / WINDOW), Math.floor(end / WINDOW)]
    const wanted = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(n => n > 0)
    if (wanted.join() !== windows.join()) setWindows(wanted)
  }
  const { total = 0, totalIsLeast = false } = first.data ?? {}
  return { total, totalIsLeast, rowAt, onRange, first }
}
