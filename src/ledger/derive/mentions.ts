import { profileId } from '../../resolve/assemble.ts'
import type { Mention, Source } from '../../resolve/mention.ts'
import type { MentionTable } from '../tables.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'

/** A mention's row, and the profile that it speaks of. */
export interface Told {
  readonly row: MentionTable
  readonly mention: Mention
}

/** All mentions of a report, of all kinds. */
export function mentionsOf(
  resolvers: Resolvers,
  doc: string,
  source: Source,
  split: ReadonlyMap<string, string>,
): Told[] {
  if (!source.relevant) return []
  const quotes = new Map(source.claims.map(({ id, quote }) => [id, quote]))
  const told = [...resolvers.byKind.values()].flatMap(resolver =>
    resolver.mentions(source).map(mention => toldOf(doc, taken(mention, split), quotes.get(mention.claim)!)),
  )
  // Parts of one claim that look the same are one mention.
  return [...new Map(told.map(each => [`${each.row.claim} ${each.row.profile}`, each])).values()]
}

const toldOf = (doc: string, mention: Mention, { start, end }: { start: number; end: number }): Told => ({
  mention,
  row: {
    claim: mention.claim,
    kind: mention.kind,
    doc,
    profile: profileId(mention.kind, mention.profile),
    day: mention.day,
    label: mention.label,
    facts: JSON.stringify(mention.facts),
    said: mention.said ? JSON.stringify(mention.said) : null,
    start,
    end,
  },
})

/** A mention that people took out of its entity gets a profile of its own. */
function taken(mention: Mention, split: ReadonlyMap<string, string>): Mention {
  const decision = split.get(mention.claim)
  return decision === undefined ? mention : { ...mention, profile: { ...(mention.profile as object), split: decision } }
}
