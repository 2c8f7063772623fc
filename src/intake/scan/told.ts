import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import type { Page } from '../layout/page.ts'

/** Words of which the recognition is less sure than this are likely misread, of 100. */
const UNSURE = 70
/** A share of unsure words from which a scan is bad. */
const BAD = 0.1

/** How surely scanned pages were recognised. */
export function scanTold(pages: readonly Page[], isWhole: boolean): Diagnostic[] {
  const sure = pages.flatMap(({ items }) => items.flatMap(({ confidence }) => confidence ?? []))
  if (sure.length === 0) return []
  const mean = Math.round(sure.reduce((sum, one) => sum + one, 0) / sure.length)
  const unsure = sure.filter(one => one < UNSURE).length
  const what = isWhole ? 'The paper is a scan' : `Pages ${pages.map(({ number }) => number).join(', ')} are scans`
  const words = `${what}, read by recognition, which is ${mean} % sure of its words. Compare the quotes with the picture.`
  return [
    unsure > sure.length * BAD
      ? diagnostic('warning', 'scan-unsure', words)
      : diagnostic('note', 'scan-recognized', words),
  ]
}
