import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import { useNamesReady } from '../names.tsx'
import { Button } from './button.tsx'
import { PageHead } from './page-head.tsx'
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
  /** Whether it is the whole page, whose heading comes with it: where it fails the page is named all the same. */
  readonly page?: boolean
  /** Shown until the answer is there. */
  readonly skeleton?: ReactNode
  readonly children: (answer: T) => ReactNode
}

/** The answer of a question to the server: a skeleton before it and the names come, and a sentence where it fails. */
export function Answer<T>({ of, page = false, skeleton = <Skeleton />, children }: AnswerProps<T>) {
  const t = useWords(partWords)
  const ready = useNamesReady()
  if (of.data !== undefined && ready) return children(of.data)
  if (of.data !== undefined || !of.error) return skeleton
  return (
    <>
      {page && <PageHead title={t.failed} />}
      <ErrorState error={of.error} retry={() => void of.refetch()} />
    </>
  )
}
