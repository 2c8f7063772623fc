import { findUndertakings, type UndertakingFilter } from '../../../ledger/query/undertakings.ts'
import type { Field } from '../../../model/kinds.ts'
import type { Stage } from '../../../model/stage.ts'
import { undertakingsPage } from '../../../views/ledger/undertakings.ts'
import { objectId, personId, sideTag } from '../../ledger/finding.ts'
import { todayFor, viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

export interface LedgerFilters extends LedgerFlags {
  readonly side: readonly string[]
  readonly partner?: string
  readonly field: readonly Field[]
  readonly stage?: Stage
  readonly gate?: string
  readonly link?: string
  readonly mechanism?: string
  readonly person?: string
  readonly since?: string
  readonly until?: string
  readonly silent?: number
  readonly verifiable: boolean
  readonly oldest: boolean
  readonly words?: string
  readonly at?: string
  readonly limit: number
}

/** `bienban ledger`: undertakings as they stand at a day. */
export const ledgerCommand = (flags: LedgerFilters): Promise<number> => {
  const at = flags.at ?? todayFor(flags)
  return viewCommand(
    flags,
    async session => {
      const person = flags.person === undefined ? null : await personId(session, flags.person)
      return await findUndertakings(session, filterOf(flags, person, at))
    },
    (rows, tongue) => undertakingsPage(rows, at, flags.limit, tongue),
  )
}

function filterOf(flags: LedgerFilters, person: string | null, at: string): UndertakingFilter {
  const { side, partner, field, gate, link, mechanism } = flags
  const objects = [
    ...(gate === undefined ? [] : [`object:gate:${objectId('gate', gate)}`]),
    ...(link === undefined ? [] : [`object:link:${objectId('link', link)}`]),
    ...(mechanism === undefined ? [] : [`object:mechanism:${objectId('mechanism', mechanism)}`]),
  ]
  const sides = [...side, ...(partner === undefined ? [] : [partner])].map(sideTag)
  return {
    tags: [...new Set([...sides, ...field.map(each => `field:${each}`), ...objects])],
    stage: flags.stage ?? null,
    since: flags.since ?? null,
    until: flags.until ?? null,
    silent: flags.silent ?? null,
    verifiable: flags.verifiable,
    words: flags.words ?? null,
    person,
    at,
    past: flags.at !== undefined,
    oldestFirst: flags.oldest,
    limit: flags.limit,
  }
}
