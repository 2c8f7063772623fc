import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { shownBy } from './font.ts'
import { vniCharacters } from './vni.ts'

const TEXT = 'Hội đàm tại Cao Bằng, cửa khẩu Trà Lĩnh'
const tcvn = iconv.decode(iconv.encode(TEXT, 'tcvn'), 'windows-1252')

test.each([
  ['.VnTime', tcvn, TEXT],
  ['ABCDEF+.VnTimeH', tcvn, TEXT.toUpperCase()],
  ['VNI-Times', vniCharacters(TEXT), TEXT],
  ['Times New Roman', tcvn, tcvn],
  ['.VnTime', TEXT, TEXT],
  [null, TEXT, TEXT],
])('%s', (font, characters, shown) => expect(shownBy(font, characters)).toBe(shown))
