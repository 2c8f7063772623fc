import type { Dossier, MeetingReport, Paper } from '../../ledger/query/dossier.ts'
import type { ReviewedMeeting } from '../../ledger/query/reviewed.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { MeetingDossier, MeetingReport as ToldReport, MeetingRow, Review } from '../api/meetings.ts'
import { loggedDecision } from './decisions.ts'
import { sourceIn } from './mentions.ts'
import { namedRow, told, wordedMention } from './told.ts'

/** What a meeting's portrait holds. */
interface MeetingData {
  readonly kind: string | null
  readonly kinds: readonly { readonly value: string; readonly n: number }[]
  readonly start: string | null
  readonly end: string | null
  readonly days: readonly { readonly value: string; readonly n: number }[]
  readonly place: string | null
  readonly parties: readonly string[]
  readonly mechanism: string | null
  readonly session: number | null
  readonly reports: number
}

const dataOf = ({ data }: EntityTable): MeetingData => JSON.parse(data) as MeetingData

/** A meeting as a list shows it. */
export function meetingRow(entity: EntityTable): MeetingRow {
  const { kind, start, end, place, parties, mechanism, session, reports } = dataOf(entity)
  const when = { meeting: kind, start, end, place }
  return { ...namedRow(entity), ...when, parties: [...parties], mechanism, session, reports }
}

/** The review of a meeting's minutes. */
export const reviewAnswer = ({ items, ...review }: ReviewedMeeting): Review =>
  told({
    ...review,
    items: items.map(item => ({
      ...item,
      contradictions: item.contradictions.map(kind => (kind === 'undone' ? 'undone' : 'differ')),
    })),
  })

/** The dossier of a meeting. */
export function dossierAnswer(dossier: Dossier): MeetingDossier {
  const { kinds, days } = dataOf(dossier.entity)
  const [previous, next] = [dossier.neighbours.before, dossier.neighbours.after].map(([nearest]) =>
    nearest ? { ...namedRow(nearest), day: dataOf(nearest).start } : null,
  )
  return {
    at: dossier.at,
    row: meetingRow(dossier.entity),
    ...told({ kinds, days, people: dossier.people, sides: dossier.sides, agreed: dossier.agreed }),
    instruments: dossier.papers.map(paperAnswer),
    last: dossier.last && reviewAnswer(dossier.last),
    since: reviewAnswer(dossier.since),
    previous,
    next,
    reports: dossier.reports.map(reportAnswer),
    mentions: dossier.mentions.map(wordedMention),
    decisions: dossier.decisions.map(each => loggedDecision(each, true)),
  }
}

function paperAnswer({ entity, status, mentions }: Paper): MeetingDossier['instruments'][number] {
  const { signed } = JSON.parse(entity.data) as { signed: string | null }
  return { ...namedRow(entity), status, day: signed, mentions: mentions.map(wordedMention) }
}

const reportAnswer = ({ report, occasion, only, copyOf }: MeetingReport): ToldReport => ({
  ...sourceIn(report),
  occasion,
  only: only.map(({ undertaking, label, words }) => ({
    undertaking,
    label,
    words: words.map(({ claim, quote, start, end }) => ({ claim, quote, start, end })),
  })),
  copyOf,
})
