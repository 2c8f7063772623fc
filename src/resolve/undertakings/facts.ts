import type { CommitmentClaim } from '../../model/claim.ts'
import type { Stage } from '../../model/stage.ts'
import type { PartnersOf } from './sides.ts'

/** Stages at which one side asks another. */
const ASKED: ReadonlySet<Stage> = new Set(['wished', 'proposed'])

/** What a commitment says of its undertaking, as facts that can be tallied; `again`: it speaks of haste or repetition. */
export function factsOf(claim: CommitmentClaim, partners: PartnersOf, again: boolean): string[] {
  const facts = [
    `stage:${claim.stage}`,
    ...partners.by.map(side => `by:${side}`),
    ...mustAct(claim, partners).map(side => `must:${side}`),
    ...partners.all.map(side => `side:${side}`),
    ...claim.fields.map(field => `field:${field}`),
    `force:${claim.force}`,
    `verifiable:${claim.verifiable ? 'yes' : 'no'}`,
    `act:${claim.act}`,
  ]
  if (claim.due !== null) facts.push(`due:${claim.due}`)
  if (again || claim.force === 'continue') facts.push('again:yes')
  return facts
}

/** Who is asked, where one side asks; else whose promise it is. */
function mustAct({ stage }: CommitmentClaim, { by, all }: PartnersOf): readonly string[] {
  const others = all.filter(side => !by.includes(side))
  return ASKED.has(stage) && others.length > 0 ? others : by
}
