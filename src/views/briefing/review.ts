import type { Outcome } from '../../resolve/undertakings/review.ts'
import type { BriefingLine, BriefingSection } from '../api/briefing.ts'
import { citeTelling, type Desk, line, titled } from './desk.ts'
import { meetingName, outcomeCounts } from './director.ts'
import type { ItemReviewed, MeetingReviewed } from './facts.ts'
import { section } from './section.ts'

/** What a person wants to see first: what went wrong, then what is open, then what is done. */
const ORDER: readonly Outcome[] = ['contradicted', 'silent', 'promised-again', 'under-way', 'done']

const TONES: Readonly<Record<Outcome, BriefingLine['tone']>> = {
  contradicted: 'bad',
  silent: 'bad',
  'promised-again': 'open',
  'under-way': 'open',
  done: 'good',
}

/** The last minutes, item by item. */
export function reviewSections(desk: Desk): BriefingSection[] {
  const { facts, words } = desk
  if (facts.meetings.length === 0) return [section({ title: words.review.title, intro: words.review.none })]
  return [section({ title: words.review.title }), ...facts.meetings.map(meeting => meetingSection(desk, meeting))]
}

const meetingSection = (desk: Desk, meeting: MeetingReviewed): BriefingSection =>
  section({
    level: 2,
    title: meetingName(desk, meeting),
    intro: desk.words.review.intro(outcomeCounts(meeting)),
    lines: meeting.items
      .toSorted(
        (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || (a.undertaking < b.undertaking ? -1 : 1),
      )
      .map(item => reviewedLine(desk, item)),
  })

function reviewedLine(desk: Desk, item: ItemReviewed): BriefingLine {
  const { words, numbers } = desk
  const { agreed, later, outcome, undertaking } = item
  const ref = numbers.get(undertaking)
  const parts = [
    agreed ? `${words.review.agreed}: ${words.stages[agreed.stage].toLowerCase()}` : '',
    later
      ? `${words.review.latest}: ${stageOf(desk, later)}${later.day === null ? '' : ` (${words.day(later.day)})`}`
      : '',
    item.stalled && !later?.stalled ? words.stages.stalled.toLowerCase() : '',
    ref === undefined ? '' : words.see(ref),
  ].filter(Boolean)
  return line({
    ...titled(desk, item),
    why: parts.length === 0 ? null : words.sentence([...new Set(parts)]),
    mark: words.outcomes[outcome],
    tone: item.stalled ? 'bad' : TONES[outcome],
    undertaking,
    notes: [...new Set([...citeTelling(desk, agreed), ...citeTelling(desk, later)])],
  })
}

const stageOf = ({ words }: Desk, { stage, stalled }: NonNullable<ItemReviewed['later']>): string =>
  words.stages[stalled ? 'stalled' : stage].toLowerCase()
