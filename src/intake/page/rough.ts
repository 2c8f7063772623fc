/** Tags inside a sentence: words go on behind them. */
const INLINE = /^<\/?(?:a|abbr|b|big|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)\b/i
/** What holds no words, by its end. */
const WORDLESS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/g],
  [/^<script\b/i, /<\/script\b/gi],
  [/^<style\b/i, /<\/style\b/gi],
]

/**
 * All words of a page, those around the article too, as lines: much sooner than by taking the page apart, and only to see whether that
 * is worth it. Entities stay as they are.
 */
export function roughText(page: string): string {
  const parts: string[] = []
  let at = 0
  for (let tag = page.indexOf('<'); tag >= 0; tag = page.indexOf('<', at)) {
    parts.push(page.slice(at, tag))
    const head = page.slice(tag, tag + 12)
    const end = endOfTag(page, tag, head)
    if (end < 0) return parts.join('')
    if (!INLINE.test(head)) parts.push('\n')
    at = end
  }
  parts.push(page.slice(at))
  return parts.join('')
}

/** Where the tag ends, with all that it holds where those are no words; -1 where nothing ends it. */
function endOfTag(page: string, tag: number, head: string): number {
  const ends = WORDLESS.find(([begins]) => begins.test(head))?.[1]
  if (ends) {
    ends.lastIndex = tag + 4
    const found = ends.exec(page)
    if (!found) return -1
    tag = found.index
  }
  return page.indexOf('>', tag) + 1 || -1
}

/** The language that a page says it is in, in small letters; null where it does not say at its beginning. */
export const pageLanguage = (page: string): string | null =>
  /<html\b[^>]{0,300}?\slang\s*=\s*["']?([a-z]{2,3})\b/i.exec(page.slice(0, 3000))?.[1].toLowerCase() ?? null

/** Letters written as entities that a page may have before they hide its words. */
const FEW = 8

/** Whether so many letters of a page are written as entities (`&agrave;`, `&#7843;`) that its words do not show. */
export function hidesLetters(page: string): boolean {
  const letters = /&(?:#(?:x[0-9a-f]{2,5}|\d{3,6})|[a-z](?:acute|grave|circ|tilde|uml));/gi
  for (let count = 0; letters.exec(page);) if (++count > FEW) return true
  return false
}
