import { isSyllable } from './syllable.ts'

/**
 * How much a decoded text looks like language, from -1 to 1, by its words that are not ASCII: syllables of Vietnamese and frequent
 * Chinese characters speak for it, anything else against it. `null` for a text that has no such word.
 */
export function likeness(text: string): number | null {
  let sum = 0
  let count = 0
  for (const word of text.split(APART)) {
    if (!NOT_ASCII.test(word)) continue
    count++
    sum += worth(word)
  }
  return count === 0 ? null : sum / count
}

/** White space, ASCII marks and digits, and the marks of typesetting. */
const APART =
  /[\s\u0021-\u0040\u005b-\u0060\u007b-\u007f\u00a0\u00ab\u00b7\u00bb\u2010-\u203a\u3000-\u3011\uff01-\uff20]+/u
const NOT_ASCII = /[^\p{ASCII}]/u
const HAN = /^\p{Script=Han}+$/u
/** A word of a Western language: mostly plain letters, small ones inside. */
const WESTERN = /^\p{ASCII}*[À-ÖØ-öø-ÿ]\p{ASCII}*[à-öø-ÿ]?\p{ASCII}*$/u

/** What is longer is no word: it is not looked at closely, which could take long. */
const LONGEST_WORD = 40

function worth(word: string): number {
  if (HAN.test(word)) return hanWorth(word)
  if (word.length > LONGEST_WORD) return -1
  if (isSyllable(word)) return 1
  return WESTERN.test(word) && word.length > 3 && /^\p{Lu}?\p{Ll}+$/u.test(word) ? 0.1 : -1
}

function hanWorth(word: string): number {
  let sum = 0
  let count = 0
  for (const character of word) {
    sum += FREQUENT.has(character) ? 1.4 : -0.4
    count++
  }
  return Math.min(1, sum / count)
}

/** Frequent characters of Chinese papers, simplified and traditional; about half of any text. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去性好应开合还因由其前外天政四日社义事平相全表间与关各重新线内数正心明利比但质第向道变条结解问建月公无系情者最立代通并提题党程展五果员位入文总次品式活设及管特件长求基资边流路级山统接知较将组计期根运农指区强放西被做先任处队南给门保治北百规领七海口东导世金济交受联认六共权改清更务万至达议报科信集传广记需界林越持市委省办商技备支府号县局' +
    '這為個國時來們對會發動產種麼經過說後將長與學實現點從業應開還關線內數質變條結問無題黨資邊級統較組計運農區強處隊給門規領東導濟聯認權務萬達議報傳廣記種縣號辦備雙貿際臺灣兩體機當義間見進書' +
    '双贸际桂云跨境签署作交流推访问友好省区口岸铁路',
)
