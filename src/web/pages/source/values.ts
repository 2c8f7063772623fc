import type { ReportClaim } from '../../../views/api/reports.ts'
import { formatIn } from '../../format.ts'
import { useLanguage, useLedgerWords, useWording, useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { claimWords } from '../../words/claims.ts'
import { corridorWords } from '../../words/corridor.ts'
import { unitWords } from '../../words/units.ts'

/** Words of lists by a field; where a word is not in its list it is shown as it is. */
type Lists = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What fields of claims, and their values, are called for people. */
export interface ClaimWords {
  /** Null for a field that is for programs only: an id, an offset. */
  readonly field: (type: string, field: string) => string | null
  readonly value: (field: string, value: unknown) => string
}

/** The words in the language of the screen. */
export function useClaimWords(): ClaimWords {
  const t = useWords(claimWords)
  const { stages, statuses, meetingKinds } = useWording()
  const { fields, roles, gateClasses, verifiable, notVerifiable } = useLedgerWords()
  const { units } = useWords(unitWords)
  const { modes } = useWords(corridorWords)
  const names = useNames()
  const format = formatIn(useLanguage().language)
  const called: Readonly<Record<string, string>> = t.fields
  const lists: Lists = {
    stage: stages,
    status: statuses,
    kind: meetingKinds,
    fields,
    class: gateClasses,
    unit: units,
    force: t.forces,
    bound: t.bounds,
    mode: modes,
  }
  const one = (field: string, value: unknown): string => {
    if (typeof value === 'boolean')
      return field === 'verifiable' ? (value ? verifiable : notVerifiable) : t[yesOrNo(value)]
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'object' && value !== null) return person(value as Taking, roles)
    const text = String(value)
    if (field === 'objects' || field === 'country') return names.name(field === 'country' ? text.toLowerCase() : text)
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text)
    return lists[field]?.[text] ?? text
  }
  return {
    field: (type, field) => called[`${type}.${field}`] ?? called[field] ?? null,
    value: (field, value) =>
      [value]
        .flat()
        .map(each => one(field, each))
        .join('; '),
  }
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no')

/** Who took part in a meeting, and how; or who signed a paper, in which office, for whom. */
interface Taking {
  readonly name: string | null
  readonly role?: string
  readonly office?: string | null
  readonly behalf?: string
}

function person({ name, role, office, behalf }: Taking, roles: Readonly<Record<string, string>>): string {
  if (role !== undefined) return `${name} (${roles[role] ?? role})`
  return [name, office, behalf].filter(Boolean).join(', ')
}

/** Whether a field says anything. */
const isSaid = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** What was read of a claim, in words: each field that says something to people, with its value. */
export const toldValues = ({ field, value }: ClaimWords, { type, values }: ReportClaim) =>
  Object.entries(values).flatMap(([name, given]) => {
    const called = field(type, name)
    return called !== null && isSaid(given) ? [{ field: name, name: called, value: value(name, given) }] : []
  })
