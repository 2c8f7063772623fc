import { Link } from '@tanstack/react-router'
import type { GateRow, LinkRow } from '../../views/api/things.ts'
import { formatIn } from '../format.ts'
import { useLanguage, useLedgerWords, useWords } from '../language.tsx'
import { corridorWords } from '../words/corridor.ts'
import { classOf } from './corridor-map.tsx'
import { Name } from './sides.tsx'
import { StageTrack } from './stage-track.tsx'
import { type Column, Table } from './table.tsx'

/** Gates at a day: what the map shows, in words. */
export function GateTable({ gates }: { readonly gates: readonly GateRow[] }) {
  const t = useWords(corridorWords)
  const { gateClasses } = useLedgerWords()
  const { language } = useLanguage()
  const format = formatIn(language)
  const columns: readonly Column<GateRow>[] = [
    { key: 'name', head: t.name, cell: gate => <GateLink gate={gate} /> },
    {
      key: 'class',
      head: t.class,
      cell: gate => {
        const open = classOf(gate)
        return open === null ? t.notTold : (gateClasses[open] ?? open)
      },
    },
    { key: 'by', head: t.by, cell: gate => <By gate={gate} /> },
    { key: 'undertakings', head: t.undertakings, numeric: true, cell: gate => format.number(gate.undertakings) },
    { key: 'last', head: t.lastHeard, numeric: true, cell: gate => (gate.last ? format.day(gate.last) : '–') },
  ]
  return <Table caption={t.gates} columns={columns} rows={gates} keyOf={({ id }) => id} />
}

function GateLink({ gate }: { readonly gate: GateRow }) {
  return (
    <Link to="/gates/$id" params={{ id: gate.id }}>
      {gate.ref === null ? gate.label : <Name id={gate.ref} label={gate.label} both />}
    </Link>
  )
}

/** Who says what the class of a gate is, and since when. */
function By({ gate }: { readonly gate: GateRow }) {
  const t = useWords(corridorWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  if (gate.class) {
    const { reports, first } = gate.class
    return [t.reports(reports), first ? t.since(format.day(first)) : ''].filter(Boolean).join(', ')
  }
  if (!gate.gazetteer?.held) return '–'
  const { since } = gate.gazetteer
  return [t.gazetteer, since ? t.since(dayOr(since, format.day)) : ''].filter(Boolean).join(', ')
}

/** The gazetteer may know only a year or a month. */
const dayOr = (day: string, write: (day: string) => string): string => (day.length === 10 ? write(day) : day)

/** Links at a day: what the map shows, in words. */
export function LinkTable({ links }: { readonly links: readonly LinkRow[] }) {
  const t = useWords(corridorWords)
  const { language } = useLanguage()
  const format = formatIn(language)
  const modes: Readonly<Record<string, string>> = t.modes
  const columns: readonly Column<LinkRow>[] = [
    {
      key: 'name',
      head: t.name,
      cell: ({ id, label, ref }) => (
        <Link to="/links/$id" params={{ id }}>
          {ref === null ? label : <Name id={ref} label={label} both />}
        </Link>
      ),
    },
    { key: 'mode', head: t.mode, cell: ({ mode }) => (mode === null ? '–' : (modes[mode] ?? mode)) },
    { key: 'stage', head: t.stage, cell: ({ stage }) => (stage === null ? '–' : <StageTrack stage={stage} />) },
    { key: 'undertakings', head: t.undertakings, numeric: true, cell: link => format.number(link.undertakings) },
    { key: 'last', head: t.lastHeard, numeric: true, cell: link => (link.last ? format.day(link.last) : '–') },
  ]
  return <Table caption={t.links} columns={columns} rows={links} keyOf={({ id }) => id} />
}
