import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import outline from '../../../data/map/corridor.json'
import type { GateRow, LinkRow } from '../../views/api/things.ts'
import { corridorDrawing } from '../../views/drawing/corridor.ts'
import type { Outline } from '../../views/drawing/outline.ts'
import { useLedgerWords, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { corridorWords } from '../words/corridor.ts'
import css from './corridor-map.module.css'
import { DrawingView } from './drawing.tsx'
import { useWidth } from './use-width.ts'

interface CorridorMapProps {
  readonly gates: readonly GateRow[]
  readonly links: readonly LinkRow[]
  /** Id of the gate or link that is looked at. */
  readonly chosen?: string | null
}

/** Where the names of countries stand. */
const COUNTRIES = [
  ['VN', [104.6, 21.55]],
  ['CN', [107.7, 23.35]],
  ['LA', [102.75, 20.6]],
] as const

/** What a gate was open to: as reports have it, else as the gazetteer does. */
export const classOf = (gate: GateRow): string | null =>
  gate.class?.value ?? (gate.gazetteer?.held ? gate.gazetteer.class : null)

/** The map of the corridor as wide as there is room; a gate or link leads to its page. */
export function CorridorMap({ gates, links, chosen = null }: CorridorMapProps) {
  const t = useWords(corridorWords)
  const { gateClasses } = useLedgerWords()
  const { name } = useNames()
  const navigate = useNavigate()
  const [width, ref] = useWidth()
  const drawing = useMemo(() => {
    if (width === null) return null
    return corridorDrawing(
      outline as unknown as Outline,
      {
        gates: gates.map(gate => {
          const open = classOf(gate)
          const called = gate.ref === null ? gate.label : name(gate.ref, gate.label)
          return {
            id: gate.id,
            name: called.split(' - ')[0],
            title: [called, open === null ? null : (gateClasses[open] ?? open)].filter(Boolean).join(', '),
            position: gate.position,
            approximate: gate.approximate,
            class: open,
            mentions: gate.mentions,
          }
        }),
        links: links.map(({ id, label, line, stage }) => ({ id, title: label, line, stage })),
        ours: 'VN',
        theirs: 'CN',
        chosen,
        countries: COUNTRIES.map(([country, position]) => ({ name: t.countries[country], position })),
      },
      width,
    )
  }, [width, gates, links, chosen, t, name, gateClasses])
  const open = (id: string): void =>
    void navigate(id.startsWith('gate-') ? { to: '/gates/$id', params: { id } } : { to: '/links/$id', params: { id } })
  return (
    <figure className={css.map} ref={ref}>
      {drawing && <DrawingView drawing={drawing} label={t.map(gates.length, links.length)} onChoose={open} />}
    </figure>
  )
}

/** What the marks of the map mean. */
export function CorridorLegend() {
  const { legend } = useWords(corridorWords)
  const marks = ['international', 'other', 'approximate', 'done', 'open'] as const
  return (
    <ul className={css.legend} aria-hidden="true">
      {marks.map(mark => (
        <li key={mark} data-mark={mark}>
          {legend[mark]}
        </li>
      ))}
    </ul>
  )
}
