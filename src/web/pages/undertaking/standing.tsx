import { Link } from '@tanstack/react-router'
import type { UndertakingDetail } from '../../../views/api/undertakings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../../language.tsx'
import { StandingMarks } from '../../parts/marks.tsx'
import { Fact } from '../../parts/fact.tsx'
import { Name, SideList } from '../../parts/sides.tsx'
import { StageTrack } from '../../parts/stage-track.tsx'
import { undertakingWords } from '../../words/undertaking.ts'
import css from './standing.module.css'

/** Where it stands: stage, marks, silence; who must act by when; what it is about. */
export function Standing({ detail: { row, silence } }: { readonly detail: UndertakingDetail }) {
  const t = useWords(undertakingWords)
  const words = useLedgerWords()
  const { language } = useLanguage()
  const { stage, stalled, must, due, objects, fields, verifiable } = row
  const fieldOf = (field: string): string => words.fields[field as keyof typeof words.fields] ?? field
  return (
    <div className={css.standing}>
      <p className={css.stage}>
        <StageTrack stage={stage} stalled={stalled} /> <StandingMarks row={row} />
      </p>
      {silence && silence.days > 0 && <p className={css.silence}>{words.silence(silence.days, silence.reports)}</p>}
      <dl className={css.facts}>
        {must.length > 0 && <Fact name={t.must}>{<SideList ids={must} />}</Fact>}
        <Assigned row={row} />
        {due && <Fact name={t.due}>{formatIn(language).longDay(due)}</Fact>}
        {objects.length > 0 && (
          <Fact name={t.objects}>
            {objects.map(id => (
              <Link key={id} to="/ledger" search={searchFor(id)} className={css.object}>
                <Name id={id} both />
              </Link>
            ))}
          </Fact>
        )}
        <Fact name={t.fields}>{fields.map(fieldOf).join(', ')}</Fact>
        <Fact name={t.verifiable}>{verifiable ? words.verifiable : words.notVerifiable}</Fact>
      </dl>
    </div>
  )
}

/** Which agencies a plan puts in charge, and how a report says that it goes; nothing where none does. */
function Assigned({ row }: { readonly row: UndertakingDetail['row'] }) {
  const t = useWords(undertakingWords)
  const { assignees, supporting, standing, progress, reason } = row
  return (
    <>
      {assignees.length > 0 && <Fact name={t.assignees}>{<Written words={assignees.join('; ')} />}</Fact>}
      {supporting.length > 0 && <Fact name={t.supporting}>{<Written words={supporting.join('; ')} />}</Fact>}
      {standing && <Fact name={t.due}>{t.standing}</Fact>}
      {progress !== null && <Fact name={t.progress}>{progress}%</Fact>}
      {reason !== null && <Fact name={t.reason}>{<Written words={reason} />}</Fact>}
    </>
  )
}

/** Words of a report, in its language. */
const Written = ({ words }: { readonly words: string }) => <span lang="vi">{words}</span>

const MECHANISM = 'mechanism:'

const searchFor = (object: string) =>
  object.startsWith(MECHANISM) ? { mechanism: object.slice(MECHANISM.length) } : { object }
