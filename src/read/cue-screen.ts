import type { LanguagePack } from '../lang/pack.ts'
import { CAPITAL, LINE_START, PUNCT, Tokens, tokenize } from '../text/tokens.ts'

/** Words that what makes a report relevant is made of, and what each is at most. */
const CUES: Readonly<Record<string, number>> = {
  COOPERATION: 1,
  GATE: 2,
  GATEKIND: 2,
  MECH: 2,
  MECHHEAD: 2,
  DIALOGUE: 2,
  SUMMIT: 2,
}
const LEAST = 2

/** Half of the least that any report needs (see `relevance.ts`), since a page has other long lines beside its article. */
const IN_THOUSAND_WORDS = 4

/** A line of so many units is likely a paragraph. */
const PARAGRAPH = 60

/** A phrase as syllables: how many of a cue it is, and whether it names another country or a union of them. */
interface Sign {
  readonly sids: readonly number[]
  /** Bit i is set where syllable i must begin with a capital: "Lào" is a country, "lào" is none. */
  readonly capitals: number
  readonly cues: number
  readonly abroad: boolean
}

/**
 * Tells of all the words of a page whether the report on it may be about cooperation at all: `false` only where the reader, which sees the
 * article alone and weighs more, would not say so either. Some twenty times as fast as reading.
 */
export function createCueScreen({ grammar: { lexicon }, gazetteer, home }: LanguagePack): (text: string) => boolean {
  const signs = new Map<number, Sign[]>()
  const isAbroad = (cls: string, value: string): boolean => {
    if (cls === 'UNION') return true
    const country = cls === 'PLACE' ? gazetteer.places.get(value)?.country : null
    return country != null && country !== home
  }
  for (const entry of lexicon.entries) {
    const cues = Object.hasOwn(CUES, entry.cls) ? CUES[entry.cls] : 0
    const abroad = isAbroad(entry.cls, entry.value)
    if (cues === 0 && !abroad) continue
    const { sids, capitals } = lexicon.tokensOf(entry)
    signs.set(sids[0], [...(signs.get(sids[0]) ?? []), { sids, capitals, cues, abroad }])
  }
  const tokens = new Tokens()
  return text => {
    tokenize(text, lexicon.syllables, tokens)
    const { cues, named } = count(tokens, signs)
    return cues >= LEAST && named && cues * 1000 >= IN_THOUSAND_WORDS * wordsInParagraphs(tokens)
  }
}

/** Cues, the longest phrase at each place; `named`: a country abroad, a gate or a mechanism is named. */
function count(tokens: Tokens, signs: ReadonlyMap<number, readonly Sign[]>): { cues: number; named: boolean } {
  let cues = 0
  let named = false
  for (let at = 0; at < tokens.count; at++) {
    let most = 0
    for (const sign of signs.get(tokens.sid[at]) ?? []) {
      if (!standsAt(tokens, at, sign)) continue
      most = Math.max(most, sign.cues)
      named ||= sign.abroad || sign.cues > 1
    }
    cues += most
  }
  return { cues, named }
}

function standsAt({ count, sid, shape }: Tokens, at: number, { sids, capitals }: Sign): boolean {
  for (let i = 0; i < sids.length; i++) {
    if (at + i >= count || sid[at + i] !== sids[i]) return false
    if (capitals & (1 << i) && (shape[at + i] & (CAPITAL | PUNCT)) === 0) return false
  }
  return true
}

function wordsInParagraphs(tokens: Tokens): number {
  let words = 0
  for (let from = 0; from < tokens.count;) {
    let to = from + 1
    while (to < tokens.count && (tokens.shape[to] & LINE_START) === 0) to++
    if (tokens.end[to - 1] - tokens.start[from] >= PARAGRAPH) words += to - from
    from = to
  }
  return words
}
