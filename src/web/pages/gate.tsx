import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { GateRow, PlaceHistory } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { useLedgerWords, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { classOf } from '../parts/corridor-map.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PlaceSections } from '../parts/place-page.tsx'
import { Name } from '../parts/sides.tsx'
import { Answer } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { corridorWords } from '../words/corridor.ts'
import { shellWords } from '../words/shell.ts'
import css from './corridor.module.css'

/** A gate: its class over time by those who say so, undertakings about it, what reports say. */
export function GatePage() {
  const { id } = useParams({ from: '/gates/$id' })
  const [search] = useAddress()
  const at = typeof search['at'] === 'string' ? search['at'] : undefined
  return (
    <Answer page of={useQuery(api.gate(id, { at }))}>
      {history => <GateHistory history={history} />}
    </Answer>
  )
}

function GateHistory({ history }: { readonly history: PlaceHistory }) {
  const { pages } = useWords(shellWords)
  const { kinds } = useLedgerWords()
  const { name } = useNames()
  const { gate } = history
  if (!gate) return null
  const title = gate.ref === null ? gate.label : name(gate.ref, gate.label)
  return (
    <>
      <PageHead title={title} kind={kinds.gate} crumbs={[{ label: pages.corridor, to: '/corridor' }]} />
      <PlaceSections history={history}>
        <GateFacts gate={gate} />
      </PlaceSections>
    </>
  )
}

function GateFacts({ gate }: { readonly gate: GateRow }) {
  const t = useWords(corridorWords)
  const { gateClasses } = useLedgerWords()
  const open = classOf(gate)
  const known = gate.gazetteer
  return (
    <dl className={css.facts}>
      <dt>{t.class}</dt>
      <dd>{open === null ? t.notTold : (gateClasses[open] ?? open)}</dd>
      {known && (
        <>
          <dt>{t.gazetteer}</dt>
          <dd>
            {gateClasses[known.class] ?? known.class}
            {known.since && `, ${t.since(known.since)}`}
          </dd>
        </>
      )}
      {gate.province && (
        <>
          <dt>{t.province}</dt>
          <dd>
            <Name id={gate.province} both />
          </dd>
        </>
      )}
      {gate.pair && (
        <>
          <dt>{t.pair}</dt>
          <dd>
            <Name id={gate.pair} both />
          </dd>
        </>
      )}
    </dl>
  )
}
