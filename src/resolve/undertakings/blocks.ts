import { type CompareWords, RAREST } from '../../lang/compare-words.ts'
import { isPlain } from './judge.ts'
import type { UndertakingProfile } from './profile.ts'
import { countryOf } from './sides.ts'

/** How many of a profile's rarest pairs of words, and of its rarest words, it is looked up by. */
const RAREST_PAIRS = 4
const RAREST_WORDS = 1
/** Partners beyond these do not make a key: a report of all provinces is looked up by the first of them. */
const MOST_PARTNERS = 4

/**
 * Keys under which profiles meet: object and deed, where these alone tell what it is; else an object with a rare word, or two
 * partners with two of the rarest words, so that a key is shared by few however many reports there are.
 */
export function blocksOf(profile: UndertakingProfile, rarity: CompareWords['rarity']): string[] {
  if (profile.alone !== '') return []
  if (isPlain(profile)) return [`${profile.objects[0]} ${profile.deed}`]
  const rare = rarest(profile, rarity)
  const ofObjects = profile.objects.flatMap(object => rare.map(feature => `${object} ${feature}`))
  return [...ofObjects, ...partners(profile.sides).flatMap(both => twos(rare).map(two => `${both} ${two}`))]
}

/** Two sides of two countries each; one side alone where there is no other. */
function partners(sides: readonly string[]): string[] {
  const pairs = sides.flatMap((one, i) =>
    sides.slice(i + 1).flatMap(other => (countryOf(one) === countryOf(other) ? [] : [`${one} ${other}`])),
  )
  return pairs.length > 0 ? pairs.slice(0, MOST_PARTNERS) : [sides[0] ?? '-']
}

const twos = (features: readonly string[]): string[] =>
  features.length < 2
    ? [...features]
    : features.flatMap((one, i) =>
        features.slice(i + 1).map(other => (one < other ? `${one}+${other}` : `${other}+${one}`)),
      )

function rarest({ words, pairs }: UndertakingProfile, rarity: CompareWords['rarity']): string[] {
  const bitsOf = (feature: string): number =>
    feature.split(' ').reduce((sum, word) => sum + (rarity.get(word) ?? RAREST), 0)
  const first = (features: readonly string[], count: number): string[] =>
    features
      .map(feature => ({ feature, bits: bitsOf(feature) }))
      .toSorted((a, b) => b.bits - a.bits || (a.feature < b.feature ? -1 : 1))
      .slice(0, count)
      .map(({ feature }) => feature)
  const chosen = first(pairs, RAREST_PAIRS)
  const inPairs = new Set(chosen.flatMap(pair => pair.split(' ')))
  const others = words.filter(word => !inPairs.has(word))
  return [...chosen, ...first(others, RAREST_WORDS)]
}
