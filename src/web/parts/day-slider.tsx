import { formatIn } from '../format.ts'
import { useLanguage } from '../language.tsx'
import css from './day-slider.module.css'

interface DaySliderProps {
  /** ISO days between which it moves. */
  readonly first: string
  readonly last: string
  readonly day: string
  readonly onDay: (day: string) => void
  readonly label: string
}

const DAY = 86_400_000

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)
const dayAt = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** A day, chosen on a slider or typed. */
export function DaySlider({ first, last, day, onDay, label }: DaySliderProps) {
  const { language } = useLanguage()
  const format = formatIn(language)
  const within = (to: string): void => {
    if (/^\d{4}-\d\d-\d\d$/.test(to)) onDay(to < first ? first : to > last ? last : to)
  }
  return (
    <div className={css.slider} data-screen-only>
      <label>
        <span>{label}</span>
        <input type="date" value={day} min={first} max={last} onChange={event => within(event.target.value)} />
      </label>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={format.longDay(day)}
        min={numberOf(first)}
        max={numberOf(last)}
        value={numberOf(day)}
        onChange={event => onDay(dayAt(Number(event.target.value)))}
      />
      <span className={css.ends} aria-hidden="true">
        <span>{format.day(first)}</span>
        <span>{format.day(last)}</span>
      </span>
    </div>
  )
}
