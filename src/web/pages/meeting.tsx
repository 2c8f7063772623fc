import { useWords } from '../language.tsx'
import { EmptyState } from '../parts/states.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { shellWords } from '../words/shell.ts'

export function MeetingPage() {
  const t = useWords(shellWords)
  return (
    <>
      <PageHead title={t.pages.meetings} />
      <EmptyState title={t.soon} />
    </>
  )
}
