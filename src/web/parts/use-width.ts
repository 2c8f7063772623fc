import { type RefCallback, useCallback, useState } from 'react'

/** The width of an element in CSS pixels, and the ref that measures it; null until it is known. */
export function useWidth(): [number | null, RefCallback<HTMLElement>] {
  const [width, setWidth] = useState<number | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry.contentRect.width)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [width, ref]
}
