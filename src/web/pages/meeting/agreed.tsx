import type { MeetingDossier, Review } from '../../../views/api/meetings.ts'
import type { UndertakingRow } from '../../../views/api/undertakings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWording, useWords } from '../../language.tsx'
import { Mark, StandingMarks } from '../../parts/marks.tsx'
import { Quote } from '../../parts/quote.tsx'
import { StageTrack } from '../../parts/stage-track.tsx'
import { meetingWords } from '../../words/meetings.ts'
import css from './dossier.module.css'
import { byOutcome } from './grouping.ts'
import { Counts, Item } from './review.tsx'

interface AgreedProps {
  readonly review: Review
  readonly rows: readonly UndertakingRow[]
}

/** What was agreed or signed, and what came of it since. */
export function Agreed({ review, rows }: AgreedProps) {
  const t = useWords(meetingWords)
  const { language } = useLanguage()
  const byId = new Map(rows.map(row => [row.id, row]))
  return (
    <section>
      <h2>{t.agreed}</h2>
      {review.items.length === 0 ? (
        <p className={css.none}>{t.nothingAgreed}</p>
      ) : (
        <>
          <p className={css.note}>
            {t.since}, {t.stateAt(formatIn(language).day(review.at))}: <Counts review={review} />
          </p>
          <ol className={css.items}>
            {byOutcome(review).map(item => (
              <Item key={item.undertaking} item={item} nothing={t.nothingSince}>
                <Standing row={byId.get(item.undertaking)} />
              </Item>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

const Standing = ({ row }: { readonly row: UndertakingRow | undefined }) =>
  row ? (
    <>
      <StageTrack stage={row.stage} stalled={row.stalled} /> <StandingMarks row={row} />
    </>
  ) : null

/** The papers that reports of the meeting name, the signed ones first. */
export function Papers({ papers }: { readonly papers: MeetingDossier['instruments'] }) {
  const t = useWords(meetingWords)
  const { statuses } = useWording()
  const { language } = useLanguage()
  if (papers.length === 0) return null
  return (
    <section>
      <h2>{t.papers}</h2>
      <ul className={css.items}>
        {papers.map(({ id, label, status, day, mentions }) => (
          <li key={id} className={css.paper}>
            <p>
              <strong>{label}</strong>{' '}
              {status && (
                <Mark tone={status === 'signed' ? 'good' : 'plain'}>
                  {(statuses as Record<string, string>)[status] ?? status}
                  {status === 'signed' && day ? ` ${formatIn(language).day(day)}` : ''}
                </Mark>
              )}
            </p>
            {mentions.slice(0, 1).map(({ around, ...mention }) => (
              <Quote key={mention.claim} {...mention} quote={around} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
