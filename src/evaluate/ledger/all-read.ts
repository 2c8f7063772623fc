import type { CommitmentClaim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import type { TruthItem, UndertakingTruth } from './truth.ts'

/** The readings as if every item of the truth had been read, with its stage, and no other commitment: what resolving alone is worth. */
export function allRead(truth: UndertakingTruth, readings: ReadonlyMap<string, Reading>): ReadonlyMap<string, Reading> {
  const items = new Map<string, TruthItem>()
  for (const item of truth.undertakings.flatMap(each => each.items)) items.set(item.slice(0, 3).join(), item)
  return new Map(
    [...readings].map(([name, reading]) => {
      const own = [...items.values()].filter(([doc]) => doc === name)
      const others = reading.claims.filter(({ type }) => type !== 'commitment')
      return [name, { ...reading, claims: [...others, ...own.map(item => claimOf(item, reading))] }]
    }),
  )
}

function claimOf([doc, start, end, stage = 'agreed']: TruthItem, { document, claims }: Reading): CommitmentClaim {
  const exact = document.text.slice(start, end)
  const like = claims.find(
    (claim): claim is CommitmentClaim =>
      claim.type === 'commitment' && claim.quote.start < end && start < claim.quote.end,
  )
  return {
    id: `${doc}:${start}-${end}`,
    type: 'commitment',
    quote: { start, end, exact, prefix: '', suffix: '' },
    rule: 'truth',
    stage,
    by: like?.by ?? [],
    speaker: null,
    act: like?.act ?? '',
    what: exact,
    fields: like?.fields ?? [],
    force: like?.force ?? 'firm',
    due: like?.due ?? null,
    objects: [],
    verifiable: true,
    evidence: [],
  }
}
