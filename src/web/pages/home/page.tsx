import { useWords } from '../../language.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { shellWords } from '../../words/shell.ts'

/** Where everything stands, and where reports are dropped. */
export function HomePage() {
  const t = useWords(shellWords)
  return (
    <>
      <PageHead title={t.pages.home} />
      <DropZone />
    </>
  )
}
