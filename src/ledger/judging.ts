import { isIsoDay } from '../model/calendar.ts'
import type { Claim } from '../model/claim.ts'
import type { Decision, DecisionAct } from '../model/decision.ts'
import {
  BOUNDS,
  FIELDS,
  FORCES,
  GATE_CLASSES,
  INSTRUMENT_KINDS,
  INSTRUMENT_STATUSES,
  LINK_MODES,
  MEETING_KINDS,
} from '../model/kinds.ts'
import { STAGES } from '../model/stage.ts'
import { type Pointed, pointAt } from './anchors.ts'
import { LedgerError } from './error.ts'
import { claimAt } from './query/claims.ts'
import type { Session } from './store.ts'

/** What a person decides, in the words of the command line. */
export interface Verdict {
  readonly act: Exclude<DecisionAct, 'undo'> | 'split'
  /** Ids of entities or claims. */
  readonly ids: readonly string[]
  /** Fields with their right values: as text where a person typed them (lists parted by ";"), or of the field's own sort. */
  readonly set: readonly (readonly [field: string, value: unknown])[]
  readonly span: { readonly start: number; readonly end: number } | null
  readonly by: string
  readonly made: string
  readonly why: string | null
}

/** A verdict as the decision that the log takes. Throws a LedgerError where it makes no sense. */
export async function decisionFor(session: Session, verdict: Verdict): Promise<Decision> {
  const { act, by, made, why, span } = verdict
  const { on, against } = await partsOf(session, verdict)
  const set = act === 'correct' ? await valuesFor(session, verdict) : null
  return { act: act === 'split' ? 'different' : act, by, made, why, on, against, set, span, undoes: null }
}

type Parts = Pick<Decision, 'on' | 'against'>

async function partsOf(session: Session, { act, ids }: Verdict): Promise<Parts> {
  if (act === 'same' || act === 'different') return await pairOf(session, act, ids)
  if (act === 'split') return await splitOf(session, ids)
  const pointed = await Promise.all(ids.map(id => pointAt(session, id, 'claim')))
  return { on: pointed.flatMap(({ anchors }) => anchors), against: [] }
}

async function pairOf(session: Session, act: string, ids: readonly string[]): Promise<Parts> {
  if (ids.length < 2) throw refused(`"${act}" needs two ids or more: bienban decide ${act} ID ID.`)
  const [first, ...others] = await Promise.all(ids.map(id => pointAt(session, id, 'profile')))
  for (const other of others) checkPair(act, first, other)
  return { on: first.anchors, against: others.flatMap(({ anchors }) => anchors) }
}

function checkPair(act: string, one: Pointed, other: Pointed): void {
  if (one.id === other.id) throw refused(`${one.id} and the other id are one entity already.`)
  if (kindOf(one) !== kindOf(other))
    throw refused(`"${act}" is about things of one kind: ${one.id} is a ${one.kind}, ${other.id} a ${other.kind}.`)
}

/** Claims of commitments speak of undertakings. */
const kindOf = ({ kind }: Pointed): string => (kind === 'commitment' ? 'undertaking' : kind)

/** The first id is the entity; the others are the claims that are of another thing. */
async function splitOf(session: Session, [id, ...claims]: readonly string[]): Promise<Parts> {
  if (claims.length === 0)
    throw refused('"split" needs an entity and the claims to take out: bienban decide split ID CLAIM…')
  const whole = await pointAt(session, id, 'claim')
  const out = (await Promise.all(claims.map(claim => pointAt(session, claim, 'claim')))).flatMap(each => each.anchors)
  const taken = new Set(out.map(({ claim }) => claim))
  const strange = out.find(({ claim }) => !whole.anchors.some(anchor => anchor.claim === claim))
  if (strange)
    throw refused(`The claim ${strange.claim} is not one of ${whole.id}: "bienban show ${whole.id}" lists them.`)
  const rest = whole.anchors.filter(({ claim }) => !taken.has(claim))
  if (rest.length === 0) throw refused(`Nothing would be left of ${whole.id}: leave at least one claim.`)
  return { on: out, against: rest }
}

/** Values that a field may have. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'commitment.stage': STAGES,
  'commitment.fields': FIELDS,
  'commitment.force': FORCES,
  'meeting.kind': MEETING_KINDS,
  'instrument.kind': INSTRUMENT_KINDS,
  'instrument.status': INSTRUMENT_STATUSES,
  'gate.class': GATE_CLASSES,
  'link.mode': LINK_MODES,
  'figure.bound': BOUNDS,
}

const FIXED = new Set(['id', 'type', 'quote', 'rule', 'mentions', 'evidence', 'sameAs'])

async function valuesFor(session: Session, { ids, set, span }: Verdict): Promise<Record<string, unknown> | null> {
  if (ids.length !== 1) throw refused('"correct" is about one claim at a time.')
  if (set.length === 0 && !span) throw refused('"correct" needs --set field=value or --span a-b.')
  const found = await claimAt(session, ids[0])
  if (!found)
    throw refused(`"correct" is about one claim: ${ids[0]} is none. "bienban show ${ids[0]}" lists its claims.`)
  if (span && !(span.start < span.end && span.end <= found.text.length))
    throw refused(
      `The span ${span.start}-${span.end} is not within the report, which has ${found.text.length} characters.`,
    )
  const values = set.map(([field, given]) => valueOf(field, given, found.read))
  return values.length > 0 ? Object.fromEntries(values) : null
}

function valueOf(field: string, given: unknown, claim: Claim): [string, Value] {
  const fields = Object.keys(claim).filter(name => !FIXED.has(name))
  if (!fields.includes(field))
    throw refused(`A ${claim.type} has no field "${field}" to be set. It has: ${fields.join(', ')}.`)
  const before = (claim as unknown as Record<string, Value>)[field]
  const value = typeof given === 'string' ? parsed(field, given, before) : sorted(field, given, before)
  if (DAYS.has(field) && value !== null && !isIsoDay(String(value)))
    throw refused(`"${String(value)}" is no day of the calendar. Write it as 2025-05-15.`)
  const allowed = VALUES[`${claim.type}.${field}`]
  const wrong = allowed && [value].flat().find(each => each !== null && !allowed.includes(`${each}`))
  if (wrong !== undefined) throw refused(`"${wrong}" is no ${field}. It is one of: ${allowed.join(', ')}.`)
  return [field, value]
}

const DAYS = new Set(['due', 'start', 'end'])
const NUMBERS = new Set(['session', 'value'])

type Value = string | number | boolean | null | readonly string[]

/** A value of the sort that stands there: lists are parted by ";", an empty text is nothing. */
function parsed(field: string, text: string, before: Value): Value {
  if (Array.isArray(before)) return text === '' ? [] : text.split(';').map(each => each.trim())
  if (text === '') return null
  if (typeof before === 'boolean') return text === 'true'
  if (!NUMBERS.has(field)) return text
  if (Number.isFinite(Number(text))) return Number(text)
  throw refused(`"${text}" is no number, and ${field} is one.`)
}

/** A value that came as JSON: of the sort that stands there, or nothing. */
function sorted(field: string, given: unknown, before: Value): Value {
  const list = Array.isArray(given) && given.every(each => typeof each === 'string')
  const fits = Array.isArray(before) ? list : given === null || ['number', 'boolean'].includes(typeof given)
  if (!fits) throw refused(`${JSON.stringify(given)} is no value of ${field}.`)
  return given as Value
}

const refused = (message: string): LedgerError => new LedgerError('decision-refused', message)
