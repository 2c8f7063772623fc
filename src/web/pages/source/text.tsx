import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReportDetail } from '../../../views/api/reports.ts'
import { useWords } from '../../language.tsx'
import { Button } from '../../parts/button.tsx'
import { reviewWords } from '../../words/review.ts'
import { segmentsOf } from './segments.ts'
import css from './source.module.css'

/** How much of a text is shown at once, in UTF-16 units: a report of ten million in one line must not hold the page. */
const WINDOW = 60_000

interface SourceTextProps {
  readonly report: ReportDetail
  /** Id of the claim that is looked at. */
  readonly chosen: string
}

/** The report as text, the words of each claim a link to it. */
export function SourceText({ report: { text, claims, lang }, chosen }: SourceTextProps) {
  const t = useWords(reviewWords)
  const target = claims.find(({ id }) => id === chosen)
  const [length, setLength] = useState(WINDOW)
  const shown = Math.min(text.length, Math.max(length, (target?.end ?? 0) + 2000))
  const segments = useMemo(() => segmentsOf(shown, claims), [shown, claims])
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) root.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <div ref={root} className={css.text} lang={lang} data-text>
      {segments.map(({ start, end, claims: over }) => {
        const words = text.slice(start, end)
        if (over.length === 0)
          return (
            <span key={start} data-start={start}>
              {words}
            </span>
          )
        return (
          <a
            key={start}
            href={`#${over[0].id}`}
            data-start={start}
            data-type={over[0].type}
            data-depth={Math.min(over.length, 3)}
            data-state={over[0].state}
            data-chosen={over.some(({ id }) => id === chosen) || undefined}
          >
            {words}
          </a>
        )
      })}
      {shown < text.length && (
        <p>
          <Button onClick={() => setLength(shown + WINDOW)}>{t.more}</Button>
        </p>
      )}
    </div>
  )
}

/** The words that are selected in the text of the page, by their offsets in the report; null where none are. */
export function selectedSpan(): { readonly start: number; readonly end: number; readonly words: string } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const [start, end] = [offsetOf(startContainer, startOffset), offsetOf(endContainer, endOffset)]
  return start === null || end === null || end <= start ? null : { start, end, words: selection.toString() }
}

function offsetOf(node: Node, offset: number): number | null {
  const segment = node.parentElement?.closest<HTMLElement>('[data-text] [data-start]')
  return segment ? Number(segment.dataset['start']) + offset : null
}
