/**
 * VNI for Windows, the encoding of the VNI fonts: a base letter, then a byte for its marks; đ, ơ, ư and the letters of i and ỵ have bytes
 * of their own. The marks of a capital are capital bytes; both are read behind either. (The table is that of VNI Software's fonts.)
 */
const MARKS: readonly (readonly [string, string])[] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
]
const CIRCUMFLEX: readonly (readonly [string, string])[] = [
  ['â', ''],
  ['á', '\u0301'],
  ['à', '\u0300'],
  ['å', '\u0309'],
  ['ã', '\u0303'],
  ['ä', '\u0323'],
]
const BREVE: readonly (readonly [string, string])[] = [
  ['ê', ''],
  ['é', '\u0301'],
  ['è', '\u0300'],
  ['ú', '\u0309'],
  ['ü', '\u0303'],
  ['ë', '\u0323'],
]
const SINGLE: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

const compose = (base: string, marks: string): string => (base + marks).normalize('NFC')

/** From the windows-1252 characters of the bytes to the letters. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [...pairs()].flatMap(([vni, letter]) => {
    const capital = letter.toUpperCase()
    const upper = vni.toUpperCase()
    const mixed = vni.length === 2 ? [[`${upper[0]}${vni[1]}`, capital] as const] : []
    return [[vni, letter] as const, [upper, capital] as const, ...mixed]
  }),
)

function* pairs(): Generator<readonly [string, string]> {
  for (const base of 'aeouyôö')
    for (const [byte, tone] of MARKS)
      if (base !== 'y' || byte !== 'ï') yield [base + byte, compose(SINGLE[base] ?? base, tone)]
  for (const base of 'aeo') for (const [byte, tone] of CIRCUMFLEX) yield [base + byte, compose(base, `\u0302${tone}`)]
  for (const [byte, tone] of BREVE) yield [`a${byte}`, compose('a', `\u0306${tone}`)]
  yield* Object.entries(SINGLE)
}

const FOUND = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñôöíìæóòî]/giu

/** VNI text, given as the windows-1252 characters of its bytes. What no pair fits stays as it is. */
export const vniText = (characters: string): string =>
  characters.replace(FOUND, found => {
    const letter = LETTERS.get(found)
    return letter ?? (LETTERS.get(found[0]) ?? found[0]) + (LETTERS.get(found[1] ?? '') ?? found[1] ?? '')
  })

/** The windows-1252 characters whose bytes write a text in VNI: what `vniText` reads. */
export function vniCharacters(text: string): string {
  back ??= new Map([...LETTERS].toReversed().map(([vni, letter]) => [letter, vni]))
  const letters = back
  return [...text.normalize('NFC')].map(letter => letters.get(letter) ?? letter).join('')
}

let back: ReadonlyMap<string, string> | undefined
