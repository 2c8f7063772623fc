import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewDecision } from '../../views/api/decisions.ts'
import { tell } from '../api.ts'
import { useWords } from '../language.tsx'
import { recall } from '../memory.ts'
import { partWords } from '../words/parts.ts'
import { useToast } from './toast.tsx'

/** A decision before it is known who makes it. */
export type Deciding = NewDecision extends infer D ? (D extends NewDecision ? Omit<D, 'by'> : never) : never

interface DecisionMaker {
  readonly decide: (decision: Deciding) => void
  readonly undo: (key: string) => void
  readonly busy: boolean
}

/** Writes decisions into the ledger, in the name that the browser keeps; says so, with a way back; and asks all questions anew. */
export function useDecisions(): DecisionMaker {
  const t = useWords(partWords).decide
  const say = useToast()
  const queries = useQueryClient()
  const onError = (error: Error): void => say({ text: error.message || t.failed, tone: 'bad' })
  const onSettled = () => queries.invalidateQueries()
  const undo = useMutation({
    mutationFn: (key: string) => tell.undo(key, recall('by')),
    onSuccess: () => say({ text: t.undone }),
    onError,
    onSettled,
  })
  const decide = useMutation({
    mutationFn: (decision: Deciding) => tell.decide({ ...decision, by: recall('by') }),
    onSuccess: ({ key }) => say({ text: t.done, action: { label: t.undo, run: () => undo.mutate(key) } }),
    onError,
    onSettled,
  })
  return { decide: decide.mutate, undo: undo.mutate, busy: decide.isPending || undo.isPending }
}
