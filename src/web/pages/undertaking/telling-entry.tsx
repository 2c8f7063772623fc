import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Speaker, Spoken, Telling } from '../../../views/api/undertakings.ts'
import { assignmentLines } from '../../../views/wording.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWording, useWords } from '../../language.tsx'
import { ClaimButtons } from '../../parts/decision-buttons.tsx'
import { Mark } from '../../parts/marks.tsx'
import { SourceLink } from '../../parts/quote.tsx'
import { partWords } from '../../words/parts.ts'
import { undertakingWords } from '../../words/undertaking.ts'
import { CorrectStage } from './correct-stage.tsx'
import css from './telling-entry.module.css'

/** What one report says: its day and stage, and each of its words with who said them. */
export function TellingEntry({ telling, decide = false }: { readonly telling: Telling; readonly decide?: boolean }) {
  const t = useWords(undertakingWords)
  const parts = useWords(partWords)
  const { language } = useLanguage()
  const { stages } = useWording()
  const { doc, day, stage, stalled, again, title, outlet, spoken } = telling
  return (
    <article className={css.telling} id={decide ? `doc-${doc}` : undefined}>
      <header className={css.head}>
        <time dateTime={day ?? undefined}>{day ? formatIn(language).day(day) : parts.undated}</time>
        {stage !== 'stalled' && <span>{stages[stage]}</span>}
        {stalled && <Mark tone="bad">{stages.stalled}</Mark>}
        {again && <Mark tone="open">{t.again}</Mark>}
      </header>
      {spoken.map(each => (
        <SpokenWords key={each.claim} doc={doc} spoken={each} decide={decide} />
      ))}
      <p className={css.source}>
        <SourceLink doc={doc} claim={spoken[0]?.claim} outlet={outlet} title={title} day={telling.published} />
        {title && <span lang="vi">{title}</span>}
      </p>
      {telling.copies.length > 0 && (
        <p className={css.source}>
          {parts.alsoIn}:
          {telling.copies.map(copy => (
            <SourceLink key={copy.doc} doc={copy.doc} outlet={copy.outlet} title={copy.title} day={copy.published} />
          ))}
        </p>
      )}
    </article>
  )
}

interface SpokenProps {
  readonly doc: string
  readonly spoken: Spoken
  readonly decide: boolean
}

function SpokenWords({ doc, spoken, decide }: SpokenProps) {
  const [correcting, setCorrecting] = useState(false)
  const { claim, quote, speaker } = spoken
  return (
    <div className={css.spoken}>
      {speaker && <SpeakerLine speaker={speaker} />}
      <blockquote lang="vi">
        <Link to="/source/$doc" params={{ doc }} hash={claim}>
          {quote}
        </Link>
      </blockquote>
      <AssignedLine spoken={spoken} />
      {decide && (
        <div className={css.decide}>
          <ClaimButtons claims={[claim]} onCorrect={() => setCorrecting(true)} small />
          <CorrectStage spoken={spoken} open={correcting} onOpenChange={setCorrecting} />
        </div>
      )}
    </div>
  )
}

/** Who is in charge by these words, until when, and why it is late; nothing where they do not say. */
function AssignedLine({ spoken }: { readonly spoken: Spoken }) {
  const wording = useWording()
  const { language } = useLanguage()
  const until = spoken.due === null ? [] : [wording.until(formatIn(language).day(spoken.due))]
  const lines = [...assignmentLines(spoken, wording), ...until]
  return lines.length > 0 && <p className={css.source}>{lines.join(' · ')}</p>
}

function SpeakerLine({ speaker: { name, offices, id } }: { readonly speaker: Speaker }) {
  return (
    <p className={css.speaker} lang="vi">
      {id ? (
        <Link to="/people/$id" params={{ id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {offices.length > 0 && `, ${[...new Set(offices)].join('; ')}`}
    </p>
  )
}
