/**
 * Spellings that a Vietnamese reader takes for one word. Two habits differ within one newspaper, even within one text:
 * where the tone stands in oa, oe, uy (hòa or hoà; never after q), and y or i at the end of a syllable (kỹ or kĩ).
 */
const TONES = '\u0300\u0301\u0303\u0309\u0323'

/** `hòa` -> `hoà`: moves a tone from the first to the second vowel of a final oa, oe or uy. */
function toneMoved(word: string): string | null {
  const open = word.normalize('NFD')
  const tone = [...TONES].find(t => open.includes(t))
  // Only the tone of these two vowels moves: in ỗoa it belongs to a vowel before them.
  if (!tone || open.indexOf(tone) < open.length - 2) return null
  const bare = open.replace(tone, '')
  const pair = bare.slice(-2)
  if (!['oa', 'oe', 'uy'].includes(pair) || bare.at(-3) === 'q') return null
  const head = bare.slice(0, -2)
  const onFirst = (head + pair[0] + tone + pair[1]).normalize('NFC')
  const onSecond = (head + pair[0] + pair[1] + tone).normalize('NFC')
  return word === onFirst ? onSecond : onFirst
}

/** `kỹ` -> `kĩ`, `tỉ` -> `tỷ`: a single final vowel after h, k, l, m, s, t or qu. */
function vowelChanged(word: string): string | null {
  const open = word.normalize('NFD')
  const match = /^(h|k|l|m|s|t|qu)([iy])([\u0300-\u0323]?)$/.exec(open)
  return match ? (match[1] + (match[2] === 'i' ? 'y' : 'i') + match[3]).normalize('NFC') : null
}

/** All spellings of one small-letter syllable in NFC, itself first. */
export function spellings(word: string): string[] {
  const found = [word]
  for (const variant of [toneMoved(word), vowelChanged(word)]) if (variant && variant !== word) found.push(variant)
  return found
}

const toned = (letters: string): string[] =>
  [...letters].flatMap(letter => ['', ...TONES].map(tone => (letter + tone).normalize('NFC')))

/** Last letters of all words that have two spellings: the others need no look. */
const ENDINGS: ReadonlySet<string> = new Set(toned('aeiy'))
/** What stands before the last letter of words whose tone moves. */
const BEFORE_LAST: ReadonlySet<string> = new Set([...toned('ou'), ...TONES])
/** Last letters, first letters and the length of the longest of the words whose vowel changes. */
const CHANGED: ReadonlySet<string> = new Set(toned('iy'))
const CHANGED_BEHIND = 'hklmstq'
const LONGEST_CHANGED = 3

/** Whether a word may have a second spelling: a quick look, since most words have none. */
function mayVary(word: string): boolean {
  const last = word.at(-1)!
  if (!ENDINGS.has(last) || word.length < 2) return false
  if (BEFORE_LAST.has(word.at(-2)!)) return true
  return word.length <= LONGEST_CHANGED && CHANGED.has(last) && CHANGED_BEHIND.includes(word[0])
}

/** The one spelling that stands for all: the first in code-point order. */
export const canonicalSpelling = (word: string): string => (mayVary(word) ? spellings(word).toSorted()[0] : word)
