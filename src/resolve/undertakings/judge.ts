import { type CompareWords, RAREST } from '../../lang/compare-words.ts'
import { type Feature, judged, type Judgement, type Thresholds } from '../judgement.ts'
import type { UndertakingProfile } from './profile.ts'
import { countryOf, isCountry } from './sides.ts'

/** Set on the truth of `eval/ledger`. */
const THRESHOLDS: Thresholds = { same: 0.7, unsure: 0.5 }

/** Bits that two commitments of one deed must share where no object joins them. */
const ENOUGH_BITS = 18

/** Weight of shared words from which another verb does not speak against two being the same. */
const NEARLY_ALL = 0.5

const UNRELATED: Judgement = { verdict: 'unrelated', score: 0, features: [] }

/** Deeds that reports use for one another: what is agreed to be studied is signed later. */
const KIN = new Set(
  [
    'sign study',
    'exchange study',
    'build study',
    'exchange found',
    'found sign',
    'build found',
    'exchange sign',
    'exploit manage',
    'operate exploit',
    'hold organise',
    'allow manage',
  ].map(kin => kin.split(' ').toSorted().join(' ')),
)

/** Tells whether two commitments are about one thing, by their profiles alone; symmetric. */
export class UndertakingJudge {
  private readonly rarity: CompareWords['rarity']

  constructor({ rarity }: CompareWords) {
    this.rarity = rarity
  }

  judge(a: UndertakingProfile, b: UndertakingProfile): Judgement {
    if (a.alone !== '' || b.alone !== '') return UNRELATED
    const plain = isPlain(a)
    if (plain !== isPlain(b)) return UNRELATED
    return plain ? judgePlain(a, b) : this.judgeWords(a, b)
  }

  private judgeWords(a: UndertakingProfile, b: UndertakingProfile): Judgement {
    const sides = sidesFeature(a, b)
    const words = this.wordsFeature(a, b)
    if (words.weight <= 0) return UNRELATED
    const deed = words.weight >= NEARLY_ALL ? 0 : -0.12
    const features = [words, objectsFeature(a, b), deedFeature(a.deed, b.deed, deed), sides, ...countsFeature(a, b)]
    const apart = sides.weight <= -1 || (differ(a.counts, b.counts) && words.weight > 0.3)
    return judged(features, THRESHOLDS, apart && words.weight > 0.3)
  }

  /** How much of what is rare is shared: mostly by both together, a little by the shorter of both. */
  private wordsFeature(a: UndertakingProfile, b: UndertakingProfile): Feature {
    const words = shared(a.words, b.words)
    const pairs = shared(a.pairs, b.pairs)
    const common = this.bits(words) + this.pairBits(pairs)
    const [one, other] = [a, b].map(each => this.bits(each.words) + this.pairBits(each.pairs))
    const least = Math.min(one, other)
    const share = least === 0 ? 0 : (1.4 * common) / (one + other) + (0.3 * common) / least
    const enough = Math.min(1, common / ENOUGH_BITS)
    return { name: 'words', weight: 0.7 * share * enough, note: [...pairs, ...words].join(', ') || '-' }
  }

  private bits(words: readonly string[]): number {
    let sum = 0
    for (const word of words) sum += this.rarity.get(word) ?? RAREST
    return sum
  }

  private pairBits(pairs: readonly string[]): number {
    let sum = 0
    for (const pair of pairs) {
      const gap = pair.indexOf(' ')
      sum +=
        1 + ((this.rarity.get(pair.slice(0, gap)) ?? RAREST) + (this.rarity.get(pair.slice(gap + 1)) ?? RAREST)) / 2
    }
    return sum
  }
}

/** Whether the object and the deed alone tell what it is. */
export const isPlain = ({ words, sides, objects }: UndertakingProfile): boolean =>
  objects.length === 1 && words.length === 0 && sides.length === 0

/** One deed on one object: the same, unless it is another phase, or the gate is to become something else. */
function judgePlain(a: UndertakingProfile, b: UndertakingProfile): Judgement {
  if (a.objects[0] !== b.objects[0] || a.deed !== b.deed) return UNRELATED
  const features: Feature[] = [
    { name: 'object', weight: 0.6, note: a.objects[0] },
    { name: 'deed', weight: 0.2, note: a.deed },
  ]
  const countsDiffer = a.counts.join() !== b.counts.join()
  const levelsDiffer = a.level !== '' && b.level !== '' && a.level !== b.level
  if (countsDiffer) features.push({ name: 'number', weight: -0.5, note: `${a.counts.join()} ≠ ${b.counts.join()}` })
  else if (levelsDiffer) features.push({ name: 'level', weight: -0.5, note: `${a.level} ≠ ${b.level}` })
  else if (a.level !== b.level)
    features.push({
      name: 'level',
      weight: LEVEL_LEFT_OUT[a.level || b.level] ?? 0,
      note: `${a.level || b.level}, left out in one`,
    })
  return judged(features, THRESHOLDS, countsDiffer || levelsDiffer)
}

/** Who raises a gate without saying to what mostly means to international; the surer pair is joined first. */
const LEVEL_LEFT_OUT: Readonly<Record<string, number>> = { international: 0.1, bilateral: 0.05 }

function objectsFeature(a: UndertakingProfile, b: UndertakingProfile): Feature {
  const both = shared(a.objects, b.objects)
  if (both.length > 0) return { name: 'objects', weight: 0.2, note: both.join(', ') }
  const [one, other] = [a.objects.join(', ') || '-', b.objects.join(', ') || '-']
  const weight = a.objects.length > 0 && b.objects.length > 0 ? -0.4 : -0.02
  return { name: 'objects', weight: one === '-' && other === '-' ? 0 : weight, note: `${one} ≠ ${other}` }
}

function deedFeature(a: string, b: string, different: number): Feature {
  if (a === b) return { name: 'deed', weight: a === '' ? 0.05 : 0.12, note: a || '-' }
  const kin = a === '' || b === '' || KIN.has([a, b].toSorted().join(' '))
  return { name: 'deed', weight: kin ? 0.04 : different, note: `${a || '-'} ${kin ? '~' : '≠'} ${b || '-'}` }
}

/** The same session or phase. */
function countsFeature(a: UndertakingProfile, b: UndertakingProfile): Feature[] {
  const both = shared(a.counts, b.counts)
  return both.length > 0 ? [{ name: 'number', weight: 0.15, note: both.join(', ') }] : []
}

/** The same sides, or one list within the other; other sides of one country are other undertakings. */
function sidesFeature(a: UndertakingProfile, b: UndertakingProfile): Feature {
  const note = `${a.sides.join(', ')} / ${b.sides.join(', ')}`
  const [few, many] = a.sides.length <= b.sides.length ? [a.sides, b.sides] : [b.sides, a.sides]
  if (few.length === 0) return { name: 'sides', weight: 0, note }
  const missing = few.filter(side => !many.includes(side))
  if (missing.length === 0) return { name: 'sides', weight: few.length > 1 ? 0.12 : 0.08, note }
  const wider = missing.every(
    side =>
      isCountry(side) ||
      many.includes(countryOf(side)) ||
      many.some(each => isCountry(each) && each === countryOf(side)),
  )
  return { name: 'sides', weight: wider ? -0.05 : -1, note }
}

const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && shared(a, b).length === 0

/** What two lists in order have both. */
function shared(a: readonly string[], b: readonly string[]): string[] {
  const both: string[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i] === b[j]) {
      both.push(a[i++])
      j++
    } else if (a[i] < b[j]) i++
    else j++
  return both
}
