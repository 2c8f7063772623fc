import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const BLOCK = /^(?:p|div|section|li|h[1-6]|figcaption|tr|td|blockquote|br|dd|dt|caption|article)$/i

/** What Mozilla's Readability takes from a page, its content walked block by block. */
export function readability(text) {
  const article = new Readability(parseHTML(text).document).parse()
  if (!article) return { lines: [] }
  const lines = ['']
  const walk = node => {
    if (node.nodeType === 3) lines[lines.length - 1] += node.textContent
    const block = BLOCK.test(node.nodeName)
    if (block) lines.push('')
    for (const child of node.childNodes ?? []) walk(child)
    if (block) lines.push('')
  }
  walk(parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body)
  return {
    title: article.title,
    outlet: article.siteName,
    author: article.byline,
    published: article.publishedTime?.slice(0, 10),
    lang: article.lang?.slice(0, 2),
    lines: [article.title, ...lines.map(line => line.replace(/\s+/g, ' ').trim())],
  }
}
