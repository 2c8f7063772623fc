import type { CommitmentClaim } from '../../model/claim.ts'
import type { CompareWords } from '../../lang/compare-words.ts'
import type { Atlas } from '../atlas.ts'
import { atlasHere } from '../atlas-here.ts'
import type { Mention, Source } from '../mention.ts'
import { dayOf } from '../days.ts'
import type { Resolver } from '../resolver.ts'
import { blocksOf } from './blocks.ts'
import { factsOf } from './facts.ts'
import { UndertakingJudge } from './judge.ts'
import { NameIndex } from './names.ts'
import { ObjectFinder } from './objects.ts'
import { type Part, PartFinder } from './parts.ts'
import { topicOf } from './topic.ts'
import { portraitOf } from './portrait.ts'
import type { UndertakingProfile } from './profile.ts'
import { Scanner } from './scan.ts'
import { partnersOf, reportSides } from './sides.ts'

/** Undertakings: the things that commitments of many reports are about. */
export function createUndertakingResolver(atlas: Atlas, words: CompareWords): Resolver<UndertakingProfile> {
  const scanner = new Scanner(new NameIndex(atlas.gazetteer), words)
  const finder = new PartFinder(scanner, new ObjectFinder(atlas.gazetteer), words)
  const judge = new UndertakingJudge(words)
  return {
    kind: 'undertaking',
    mentions: source => mentionsOf(atlasHere(atlas, source), finder, scanner, source),
    blocks: profile => blocksOf(profile, words.rarity),
    judge: (a, b) => judge.judge(a, b),
    portrait: (_, tallies, labels) => portraitOf(tallies, labels),
  }
}

function mentionsOf(atlas: Atlas, finder: PartFinder, scanner: Scanner, source: Source): Mention<UndertakingProfile>[] {
  const day = dayOf(source)
  const ofReport = reportSides(atlas, source, day)
  return source.claims.flatMap(claim => {
    if (claim.type !== 'commitment') return []
    const partners = partnersOf(atlas, claim, ofReport, day)
    const { parts, again } = finder.read(claim.quote.exact, topicOf(source.document.text, claim.quote))
    const facts = factsOf(claim, partners, again || scanner.scan(claim.act).roles.some(({ role }) => role === 'again'))
    const own = ownValues(claim)
    const said = Object.keys(own).length > 0 ? { said: own } : {}
    return parts.map(part => ({
      kind: 'undertaking',
      claim: claim.id,
      profile: profileOf(part, partners.all, claim.id),
      day,
      label: claim.what,
      facts: [...facts, ...part.objects.map(object => `object:${object}`)],
      ...said,
    }))
  })
}

/** What the mention alone says, and is not tallied: who speaks, who is in charge, why it is late. */
function ownValues({ speaker, assignees, supporting, standing, reason, progress }: CommitmentClaim): CommitmentValues {
  return {
    ...(speaker !== null && { speaker }),
    ...(assignees && { assignees }),
    ...(supporting && { supporting }),
    ...(standing && { standing }),
    ...(reason !== undefined && { reason }),
    ...(progress !== undefined && { progress }),
  }
}

type CommitmentValues = Readonly<Record<string, unknown>>

function profileOf({ vague, ...part }: Part, sides: readonly string[], claim: string): UndertakingProfile {
  const plain = part.objects.length === 1 && part.words.length === 0 && !vague
  return { ...part, sides: plain ? [] : sides, alone: vague ? claim : '' }
}
