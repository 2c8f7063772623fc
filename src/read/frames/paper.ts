import type { Draft } from '../../model/claim.ts'
import { INSTRUMENT_KINDS, oneOf } from '../../model/kinds.ts'
import { squeeze } from '../../text/fold.ts'
import { uniqueSides } from '../sides.ts'
import type { Scene } from '../statements/subject.ts'

/** The instrument that the report itself is: minutes or a memorandum with its articles, and who signed it for whom. */
export function paperDrafts({ context, sides, paper, places }: Scene): Draft[] {
  const kind = oneOf(INSTRUMENT_KINDS, paper.kind)
  if (!paper.articles || paper.title === null || !kind) return []
  const { from, to } = context.lines[paper.title]
  const signatories = paper.signatures.map(({ signatory }) => signatory)
  const signed = signatories.flatMap(({ side }) => places.all.filter(({ name }) => name === side))
  const parties = signed.length > 1 ? uniqueSides(signed.map(place => sides.ofPlace(place))) : sides.joint
  return [
    {
      type: 'instrument',
      span: context.spanOf(from, to),
      rule: 'paper-itself',
      kind,
      title: squeeze(context.textOf(from, to)),
      parties: parties.map(({ name }) => name),
      status: 'signed',
      ...(signatories.length > 0 && { signatories }),
    },
  ]
}
