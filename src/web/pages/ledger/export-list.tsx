import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UndertakingRow } from '../../../views/api/undertakings.ts'
import { api } from '../../api.ts'
import { csvOf, saveFile } from '../../csv.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { Button } from '../../parts/button.tsx'
import { useToast } from '../../parts/toast.tsx'
import { ledgerWords } from '../../words/ledger.ts'
import { partWords } from '../../words/parts.ts'
import type { LedgerQuery } from './ledger-address.ts'

/** Writes rows as a table in the language of the screen, and lets the browser keep it. */
export function useExport(): (rows: readonly UndertakingRow[]) => void {
  const t = useWords(ledgerWords)
  const names = useNames()
  const { stages } = useWording()
  const { fields } = useLedgerWords()
  const fieldOf = (field: string): string => fields[field as keyof typeof fields] ?? field
  const cells = (row: UndertakingRow): string[] => [
    row.id,
    row.label,
    row.sides.map(side => names.name(side)).join('; '),
    row.fields.map(fieldOf).join('; '),
    stages[row.stage],
    row.due ?? '',
    row.first ?? '',
    row.last ?? '',
    String(row.reports),
  ]
  return rows => saveFile(t.exportName, csvOf([t.columns, ...rows.map(cells)]), 'text/csv;charset=utf-8')
}

/** As many rows as the server gives at a time. */
const WINDOW = 200

interface ExportListProps {
  readonly query: LedgerQuery
  readonly total: number
}

/** Saves all that the page lists, by the same filters, order and day, not only what is in sight. */
export function ExportList({ query, total }: ExportListProps) {
  const t = useWords(ledgerWords)
  const { failed } = useWords(partWords)
  const { number } = formatIn(useLanguage().language)
  const queries = useQueryClient()
  const say = useToast()
  const write = useExport()
  const [fetched, setFetched] = useState(0)
  const save = useMutation({
    mutationFn: async () => {
      const rows: UndertakingRow[] = []
      for (let offset = 0; offset < total; offset += WINDOW) {
        rows.push(...(await queries.fetchQuery(api.undertakings({ ...query, offset, limit: WINDOW }))).rows)
        setFetched(rows.length)
      }
      return rows
    },
    onMutate: () => setFetched(0),
    onSuccess: write,
    onError: error => say({ text: error.message || failed, tone: 'bad' }),
  })
  if (total === 0) return null
  return (
    <Button weight="quiet" disabled={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? t.exporting(number(fetched), number(total)) : t.exportAll}
    </Button>
  )
}
