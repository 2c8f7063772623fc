import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paperOf } from '../../src/app/briefing/paper.ts'
import type { Store } from '../../src/ledger/store.ts'
import { textOfPages } from './pdf-text.ts'
import { bare, briefingIn, sampleLedger, wordsOf } from './sample-briefing.ts'

let store: Store
beforeAll(async () => void (store = await sampleLedger()), 120_000)
afterAll(() => store.close())

const installed = await import('@myriaddreamin/typst-ts-node-compiler').then(
  () => true,
  () => false,
)

describe.skipIf(!installed)(
  `the paper as PDF${installed ? '' : ' (the optional typesetter is not installed here)'}`,
  () => {
    test.each(['vi', 'zh', 'en'] as const)(
      'it is tagged, and its text layer has the words: %s',
      { timeout: 120_000 },
      async lang => {
        const briefing = await briefingIn(store, { lang })
        const { pages, tagged, title } = await textOfPages(await paperOf(briefing, 'pdf'))
        expect(tagged).toBe(true)
        expect(title).toBe(`${briefing.title} – ${briefing.subtitle}`)
        const all = bare(pages.join('')).toLocaleLowerCase()
        const lost = wordsOf(briefing).filter(words => !isIn(all, bare(words).toLocaleLowerCase()))
        expect(lost).toEqual([])
        const quotes = briefing.notes.filter(({ quote }) => !isIn(all, bare(`“${quote}”`).toLocaleLowerCase()))
        expect(quotes).toEqual([])
        const director = bare(pages[0])
        expect(director).toContain(bare(briefing.director[2].lines.at(-1)!.text))
        expect(director).not.toContain(bare(briefing.sections[0].title))
      },
    )

    test('the same paper twice is the same bytes', { timeout: 120_000 }, async () => {
      const briefing = await briefingIn(store)
      const [one, other] = [await paperOf(briefing, 'pdf'), await paperOf(briefing, 'pdf')]
      expect(one.equals(other)).toBe(true)
    })
  },
)

/** Words may go on on the next page, behind its footnotes: then both of their parts are there. */
const isIn = (text: string, words: string): boolean =>
  text.includes(words) ||
  Array.from({ length: words.length - 1 }, (_, i) => i + 1).some(i => {
    const at = text.indexOf(words.slice(0, i))
    return at >= 0 && text.includes(words.slice(i), at)
  })
