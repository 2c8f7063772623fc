import type { MeetingRow } from '../../../views/api/meetings.ts'
import type { Wording } from '../../../views/wording.ts'
import type { NameBook } from '../../names.tsx'

const isKind = (kind: string, words: Wording): kind is keyof Wording['meetingKinds'] => kind in words.meetingKinds

/**
 * What a meeting is called in the reader's language: its kind, its session, and who met: "Hội đàm lần thứ 15: Cao Bằng – Quảng Tây". Of a
 * meeting whose kind or sides nobody tells, what reports call it.
 */
export function meetingTitle(
  { label, meeting, session, parties }: Pick<MeetingRow, 'label' | 'meeting' | 'session' | 'parties'>,
  words: Wording,
  names: Pick<NameBook, 'name' | 'side'>,
): string {
  if (meeting === null || !isKind(meeting, words) || meeting === 'other' || parties.length === 0) return label
  const order = ['ours', 'theirs', 'other']
  const sorted = parties.toSorted((a, b) => order.indexOf(names.side(a)) - order.indexOf(names.side(b)))
  const kind = words.meetingKinds[meeting]
  const named = session === null ? kind : `${kind} ${words.session(session)}`
  return `${named.charAt(0).toLocaleUpperCase()}${named.slice(1)}: ${sorted.map(id => names.name(id)).join(' – ')}`
}
