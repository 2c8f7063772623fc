import type { Drawing, Mark } from '../../views/drawing/drawing.ts'
import css from './drawing.module.css'

interface DrawingViewProps {
  readonly drawing: Drawing
  /** What it shows, for those who cannot see it; a table beside it says the same. */
  readonly label: string
  /** Called with the id of what a mark stands for when it is pressed. */
  readonly onChoose?: (id: string) => void
}

/** A map or a chart. Those who use the keyboard or hear the page have the table beside it. */
export function DrawingView({ drawing, label, onChoose }: DrawingViewProps) {
  const { width, height, marks } = drawing
  const choose = (mark: Mark): (() => void) | undefined => {
    const { of } = mark
    return of !== undefined && onChoose && !mark.role.startsWith('land') ? () => onChoose(of) : undefined
  }
  return (
    <svg
      className={css.drawing}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {marks.map((mark, i) => (
        <Shape key={`${mark.role} ${mark.of ?? ''} ${i}`} mark={mark} onClick={choose(mark)} />
      ))}
    </svg>
  )
}

function Shape({ mark, onClick }: { readonly mark: Mark; readonly onClick: (() => void) | undefined }) {
  const common = { 'data-role': mark.role, 'data-choose': onClick ? true : undefined, onClick }
  if (mark.shape === 'text')
    return (
      <text {...common} x={mark.at[0]} y={mark.at[1]} textAnchor={mark.anchor} fontSize={mark.size}>
        {mark.text}
      </text>
    )
  const title = mark.title === undefined ? null : <title>{mark.title}</title>
  if (mark.shape === 'path')
    return (
      <path {...common} d={mark.d}>
        {title}
      </path>
    )
  if (mark.shape === 'circle')
    return (
      <circle {...common} cx={mark.at[0]} cy={mark.at[1]} r={mark.radius}>
        {title}
      </circle>
    )
  return (
    <rect {...common} x={mark.at[0]} y={mark.at[1]} width={mark.width} height={mark.height}>
      {title}
    </rect>
  )
}
