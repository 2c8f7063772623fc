import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import { Button } from './button.tsx'
import css from './states.module.css'

/** Nothing to show: says so in a sentence, and below what can be done. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={css.state}>
      <p>{title}</p>
      {children}
    </div>
  )
}

/** What went wrong, in the server's own sentence. */
export function ErrorState({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const t = useWords(partWords)
  const unreachable = error instanceof ApiError && error.status === 0
  return (
    <div className={css.state} role="alert" data-tone="bad">
      <p>{unreachable ? t.unreachable : error.message || t.failed}</p>
      {retry && <Button onClick={retry}>{t.retry}</Button>}
    </div>
  )
}

/** Grey lines where rows will be, of their height, so that nothing moves when they come. */
export function Skeleton({ rows = 6, height }: { readonly rows?: number; readonly height?: string }) {
  const t = useWords(partWords)
  return (
    <div className={css.skeleton} role="status">
      <span className="aside">{t.loading}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} style={{ height }} />
      ))}
    </div>
  )
}

interface AnswerProps<T> {
  readonly of: UseQueryResult<T>
  /** Shown until the answer is there. */
  readonly skeleton?: ReactNode
  readonly children: (answer: T) => ReactNode
}

/** The answer of a question to the server: a skeleton before it comes, and a sentence where it fails. */
export function Answer<T>({ of, skeleton = <Skeleton />, children }: AnswerProps<T>) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <ErrorState error={of.error} retry={() => void of.refetch()} />
  return skeleton
}
