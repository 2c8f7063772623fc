import { type CompareWords, RAREST } from '../../lang/compare-words.ts'
import { isPlain } from './judge.ts'
import type { UndertakingProfile } from './profile.ts'

/** How many of a profile's rarest pairs of words, and of its rarest words, it is looked up by. */
const RAREST_PAIRS = 3
const RAREST_WORDS = 2

/** Keys under which a profile meets those it may be the same as: object and deed, else objects or sides with its rarest words. */
export function blocksOf(profile: UndertakingProfile, rarity: CompareWords['rarity']): string[] {
  if (profile.alone !== '') return []
  if (isPlain(profile)) return [`${profile.objects[0]} ${profile.deed}`]
  const rare = rarest(profile, rarity)
  const holders = [...profile.objects, ...profile.sides.filter(side => side !== 'vn')]
  return (holders.length > 0 ? holders : ['-']).flatMap(holder => rare.map(feature => `${holder} ${feature}`))
}

function rarest({ words, pairs }: UndertakingProfile, rarity: CompareWords['rarity']): string[] {
  const bitsOf = (feature: string): number =>
    feature.split(' ').reduce((sum, word) => sum + (rarity.get(word) ?? RAREST), 0)
  const first = (features: readonly string[], count: number): string[] =>
    features
      .map(feature => ({ feature, bits: bitsOf(feature) }))
      .toSorted((a, b) => b.bits - a.bits || (a.feature < b.feature ? -1 : 1))
      .slice(0, count)
      .map(({ feature }) => feature)
  return [...first(pairs, RAREST_PAIRS), ...first(words, RAREST_WORDS)]
}
