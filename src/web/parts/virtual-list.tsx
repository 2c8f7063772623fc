import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import css from './virtual-list.module.css'

interface VirtualListProps {
  readonly count: number
  /** Height of a row in rem; all are of one height. */
  readonly rowHeight: number
  readonly label: string
  readonly row: (index: number) => ReactNode
  /** Told which rows are in sight, the last one excluded, so that they can be fetched. */
  readonly onRange?: (start: number, end: number) => void
  /** The row that is kept in sight. */
  readonly active?: number | undefined
}

const remInPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** A list of which only the rows in sight exist, scrolled by the page itself. */
export function VirtualList({ count, rowHeight, label, row, onRange, active }: VirtualListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight * remInPixels(),
    overscan: 8,
    scrollMargin: top,
    onChange: ({ range }) => range && onRange?.(range.startIndex, range.endIndex + 1),
  })
  useEffect(() => {
    if (active !== undefined) virtual.scrollToIndex(active)
  }, [active, virtual])
  return (
    <div ref={list} role="list" aria-label={label} className={css.list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start, size }) => (
        <div
          key={key}
          role="listitem"
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ height: size, transform: `translateY(${start - top}px)` }}
        >
          {row(index)}
        </div>
      ))}
    </div>
  )
}
