import { NONE } from '../../grammar/none.ts'
import { type Capture, captureOf, capturesOf, type Node } from '../../grammar/node.ts'
import { withoutBracket } from '../../text/fold.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPlace, ReadPlaces } from './places.ts'

/** An office as the text gives it, with the place that its chain names. */
export interface ReadOffice {
  /** Title and body in one string, without honorific and brackets. */
  readonly title: string
  readonly place: ReadPlace | null
  readonly country: string | null
  /** It is of a party committee, a people's committee or the like, and so speaks for a locality. */
  readonly local: boolean
}

interface Part {
  readonly text: string
  readonly body: Node | null
  readonly place: Capture | null
  /** Membership of a standing committee whose party committee stands elsewhere in the chain. */
  readonly committee: boolean
}

/**
 * The offices of one chain. "Bí thư Thành ủy, Trưởng Đoàn đại biểu Quốc hội Hải Phòng" names the place once, for both; in
 * "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên truyền Đảng ủy Khu tự trị" the party committee belongs to both.
 */
export function chainOffices(context: ReadContext, captures: readonly Capture[], places: ReadPlaces): ReadOffice[] {
  const parts = captures.map(capture => partOf(context, capture))
  return parts.map((part, i) => {
    const later = parts.slice(i + 1)
    const place = part.place ?? (needsPlace(part) ? (later.find(p => p.place)?.place ?? null) : null)
    const known = place ? places.at(place) : null
    return {
      title: titleOf(context, part, place, later),
      place: known,
      country: known?.known?.country || null,
      local: needsPlace(part),
    }
  })
}

function partOf(context: ReadContext, capture: Capture): Part {
  const node = capture.edge === NONE ? undefined : context.lattice.node(capture.edge)
  const bodyCapture = node ? captureOf(node, 'body') : undefined
  const body = bodyCapture && bodyCapture.edge !== NONE ? (context.lattice.node(bodyCapture.edge) ?? null) : null
  const place =
    (node ? capturesOf(node, 'place')[0] : undefined) ?? (body ? capturesOf(body, 'place')[0] : undefined) ?? null
  const title = node ? captureOf(node, 'title') : undefined
  const committee = !body && title !== undefined && context.valueOf(title.edge) === 'committee'
  return { text: withoutBracket(context.captureText(capture)), body, place, committee }
}

/** A local body, which takes the place that the chain names where it has none of its own. */
const needsPlace = ({ body }: Part): boolean => body?.rule.constants['kind'] === 'state'

function titleOf(context: ReadContext, part: Part, place: Capture | null, later: readonly Part[]): string {
  if (part.committee) return [part.text, partyCommittee(context, later)].filter(Boolean).join(' ')
  return place && !part.place ? `${part.text} ${withoutBracket(context.captureText(place))}` : part.text
}

/** The party committee, with its place, that "Ủy viên Ban Thường vụ" shares with a later office. */
function partyCommittee(context: ReadContext, later: readonly Part[]): string {
  for (const { body } of later) {
    if (!body) continue
    for (let at = body.start; at < body.end; at++)
      if (context.value(at, 'LOCALBODY') === 'party') return withoutBracket(context.textOf(at, body.end))
  }
  return ''
}
