import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text layer of each page in the order in which it was written, and whether the document has a tree of its structure. */
export async function textOfPages(bytes: Uint8Array): Promise<{ pages: string[]; tagged: boolean; title: string }> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  try {
    const pages: string[] = []
    let tagged = false
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const { items } = await page.getTextContent()
      pages.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
      tagged ||= (await page.getStructTree()) !== null
    }
    const { info } = await document.getMetadata()
    return { pages, tagged, title: (info as { Title?: string }).Title ?? '' }
  } finally {
    await document.loadingTask.destroy()
  }
}
