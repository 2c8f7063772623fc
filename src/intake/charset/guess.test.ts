import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from '../decode.ts'
import { guessCharset } from './guess.ts'
import { INITIALS, isSyllable, RHYMES } from './syllable.ts'
import { vniCharacters } from './vni.ts'

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** A tone stands on the last vowel before the end consonant, or on the second last of an open rhyme. */
function withTone(syllable: string, tone: string): string {
  const vowels = [...syllable.matchAll(/[aăâeêioôơuưy]/gu)].map(({ index }) => index)
  const marked = vowels.findLast(at => /[ăâêôơư]/u.test(syllable[at]))
  const at = marked ?? vowels[Math.max(0, vowels.length - (/[aeiouy]$/u.test(syllable) ? 2 : 1))]
  return `${syllable.slice(0, at + 1)}${tone}${syllable.slice(at + 1)}`.normalize('NFC')
}

const word = fc
  .tuple(fc.constantFrom('', ...INITIALS), fc.constantFrom(...RHYMES), fc.constantFrom(...TONES), fc.boolean())
  .map(([initial, rhyme, tone, capital]) => {
    const stopped = /(?:c|ch|p|t)$/u.test(rhyme)
    const made = withTone(initial + rhyme, stopped && tone !== '\u0323' ? '\u0301' : tone)
    return capital ? made[0].toUpperCase() + made.slice(1) : made
  })
  .filter(isSyllable)

/** Sentences with letters enough beyond ASCII for a guess: a line or two of a report. */
const sentence = fc
  .array(word, { minLength: 12, maxLength: 60 })
  .map(words => `${words.join(' ')}, 16/5/2024.\n`)
  .filter(text => (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) > 8)

/** Writes 1258: a letter with the marks that it has of its own, then the tone. */
const cp1258 = (text: string): Buffer =>
  iconv.encode(
    [...text]
      .map(letter => {
        const marked = letter.normalize('NFD')
        const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(marked)?.[0] ?? ''
        return tone === '' ? letter : marked.replace(tone, '').normalize('NFC') + tone
      })
      .join(''),
    'windows-1258',
  )

const ENCODERS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['windows-1258', cp1258],
  ['TCVN3', text => iconv.encode(text, 'tcvn')],
  ['VNI', text => iconv.encode(vniCharacters(text), 'windows-1252')],
  ['VISCII', text => iconv.encode(text, 'viscii')],
]

describe('Vietnamese before Unicode', () => {
  test.each(ENCODERS)('%s comes back as it was written, and is known for what it is', async (name, encode) => {
    await fc.assert(
      fc.asyncProperty(sentence, async text => {
        // TCVN3 has quotes and dashes where the standard has the first of these capitals, and control characters, as only binary files
        // have them, where it has the others: they are never told apart for sure.
        fc.pre(name !== 'TCVN3' || !/[ỊÒỎÕÓỌỘÚỤỪỬỮỨỰỲỶỸÝỴ]/u.test(text))
        const bytes = encode(text)
        expect(guessCharset(bytes, null)).toEqual({ charset: name, text })
        expect(await decode(bytes)).toMatchObject({
          text,
          diagnostics: [{ code: 'encoding-guessed', severity: 'note' }],
        })
      }),
      { numRuns: 300 },
    )
  })

  test('UTF-8 is never taken for anything else', async () => {
    await fc.assert(
      fc.asyncProperty(sentence, fc.constantFrom(null, 'windows-1258', 'big5'), async (text, declared) => {
        expect(await decode(Buffer.from(text), declared)).toEqual({ text, diagnostics: [] })
      }),
    )
  })

  test('a page that calls itself something else is read by its words', async () => {
    const page = '<meta charset="iso-8859-1"><p>Hội đàm giữa hai tỉnh đã diễn ra tại thành phố Cao Bằng.</p>'
    const bytes = iconv.encode(vniCharacters(page), 'windows-1252')
    expect(await decode(bytes)).toMatchObject({ text: page })
  })

  test('the quotes and dashes of TCVN3 fonts are no capitals', () => {
    const typed = 'Hai bªn ký \x93Biªn b¶n ghi nhí\x94 vÒ c\xf6a khÈu \x96 ®­êng s¾t.'
    expect(guessCharset(Buffer.from(typed, 'latin1'), null)?.text).toContain(' “Biên bản ghi nhớ” về')
  })
})

describe('Chinese before Unicode', () => {
  const TEXT = '广西壮族自治区与越南四省举行联合工作委员会会议，双方签署会议纪要。\n'
  test.each([
    ['GB18030', 'gb18030', TEXT],
    ['Big5', 'big5', '兩國邊境地區舉行會議，雙方同意加強口岸合作與貿易。\n'],
  ])('%s', (name, encoding, text) =>
    expect(guessCharset(iconv.encode(text, encoding), null)).toEqual({ charset: name, text }),
  )
})

describe('other texts', () => {
  test('a few damaged characters of UTF-8 are shown, with a warning', async () => {
    const good = Buffer.from('Hai bên nhất trí mở cửa khẩu, phát triển thương mại và du lịch biên giới. '.repeat(4))
    const decoded = await decode(Buffer.concat([good, Buffer.from([0xe1, 0xba]), Buffer.from(' hết.')]))
    expect(decoded).toMatchObject({ diagnostics: [{ code: 'encoding-damaged', severity: 'warning' }] })
    expect('text' in decoded && decoded.text).toContain('\ufffd hết.')
  })

  test('English with typeset quotes, where the page says so', async () => {
    const text = 'The “Two Corridors” plan — signed in Nanning — was approved.'
    expect(await decode(iconv.encode(text, 'windows-1252'), 'windows-1252')).toMatchObject({ text })
  })
})
