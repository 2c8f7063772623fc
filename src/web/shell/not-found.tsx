import { Link } from '@tanstack/react-router'
import { useWords } from '../language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { EmptyState } from '../parts/states.tsx'
import { shellWords } from '../words/shell.ts'

/** For an address that no page has. */
export function NotFound() {
  const t = useWords(shellWords)
  return (
    <>
      <PageHead title={t.notFound} />
      <EmptyState title={t.notFoundHint}>
        <Link to="/">{t.pages.home}</Link>
      </EmptyState>
    </>
  )
}
