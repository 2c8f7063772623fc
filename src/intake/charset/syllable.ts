/**
 * The syllables that Vietnamese can write (Đoàn Thiện Thuật, "Ngữ âm tiếng Việt"): an initial, a rhyme, one tone. A closed set: text
 * that was decoded with a wrong table soon leaves it.
 */
export const INITIALS: readonly string[] = 'ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p q r s t v x'.split(
  ' ',
)

export const RHYMES: readonly string[] = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uân uâng uât uây uc ue uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn uynh uyt uyu',
  'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
].flatMap(line => line.split(' '))

const known = new Set(RHYMES)

/** Grave, acute, tilde, hook, dot below: combining marks of the tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** A rhyme that ends in a stop has the acute or the dot. */
const STOPPED = /(?:c|ch|p|t)$/u

/** Whether a word, in any case and in composed letters, is a syllable of Vietnamese. */
export function isSyllable(word: string): boolean {
  const marked = word.toLowerCase().normalize('NFD')
  const tones = marked.match(TONES) ?? []
  if (tones.length > 1) return false
  const plain = marked.replace(TONES, '').normalize('NFC')
  if (known.has(plain)) return fitsTone(plain, tones[0])
  return INITIALS.some(initial => {
    const rhyme = plain.slice(initial.length)
    return plain.startsWith(initial) && known.has(rhyme) && fitsTone(rhyme, tones[0])
  })
}

const fitsTone = (rhyme: string, tone: string | undefined): boolean =>
  !STOPPED.test(rhyme) || tone === '\u0301' || tone === '\u0323'
