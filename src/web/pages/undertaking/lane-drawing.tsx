import type { UndertakingDetail } from '../../../views/api/undertakings.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useWording, useWords } from '../../language.tsx'
import { useWidth } from '../../parts/use-width.ts'
import { undertakingWords } from '../../words/undertaking.ts'
import { type Lane, laneOf } from './lane.ts'
import css from './lane-drawing.module.css'

/** The history as a lane over time. Those who do not see it have the list below it, which tells the same. */
export function LaneDrawing({ detail }: { readonly detail: UndertakingDetail }) {
  const t = useWords(undertakingWords)
  const [width, box] = useWidth()
  const lane = width === null ? null : laneOf(detail, width)
  return (
    <figure className={css.figure}>
      <div ref={box} className={css.box}>
        {lane && <Drawing lane={lane} />}
      </div>
      <figcaption>{t.laneNote}</figcaption>
    </figure>
  )
}

function Drawing({ lane }: { readonly lane: Lane }) {
  const t = useWords(undertakingWords)
  const { language } = useLanguage()
  const { stages } = useWording()
  const { width, height, rungs, marks, path, silence, ticks } = lane
  const bottom = rungs[0].y
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={css.lane} aria-hidden="true">
      {silence && (
        <g className={css.silence}>
          <rect x={silence.x} y={rungs.at(-1)!.y - 6} width={silence.width} height={bottom - rungs.at(-1)!.y + 12} />
          {silence.width > 70 && (
            <text x={silence.x + silence.width / 2} y={bottom - 6} textAnchor="middle">
              {t.silent}
            </text>
          )}
        </g>
      )}
      {rungs.map(({ stage, y }) => (
        <g key={stage} className={css.rung}>
          <line x1={104} x2={width - 16} y1={y} y2={y} />
          <text x={92} y={y} textAnchor="end" dominantBaseline="central">
            {stages[stage]}
          </text>
        </g>
      ))}
      {ticks.map(({ x, day }) => (
        <text key={day} x={x} y={height - 2} textAnchor="middle" className={css.tick}>
          {day.endsWith('-01-01') ? day.slice(0, 4) : formatIn(language).month(day)}
        </text>
      ))}
      <path d={path} className={css.path} />
      {marks.map(({ doc, x, y, stalled, again, contradicts }) => (
        <a key={doc} href={`#doc-${doc}`} tabIndex={-1}>
          <circle
            cx={x}
            cy={y}
            r={4.5}
            className={css.mark}
            data-again={again || undefined}
            data-bad={stalled || contradicts || undefined}
          />
        </a>
      ))}
    </svg>
  )
}
