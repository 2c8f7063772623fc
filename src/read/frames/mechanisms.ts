import { captureOf, type Node } from '../../grammar/node.ts'
import type { Mechanism } from '../../lang/gazetteer.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton } from '../../text/fold.ts'
import type { ReadContext } from '../context.ts'
import { ordinalAt } from './ordinals.ts'

/** A mechanism that the text names, with the session's number where it is told. */
export interface ReadMechanism {
  readonly node: Node
  readonly name: string
  readonly session: number | null
  readonly known: Mechanism | null
}

/** Every mention of a mechanism, in the order of the text. */
export const mechanismsOf = (context: ReadContext): ReadMechanism[] =>
  context
    .nodes('MECHANISM')
    .filter(node => node.rule.constants['side'] !== 'one')
    .map(node => readMechanism(context, node))

/** With how many of the mechanisms before one is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 48

/** The mechanisms of the text, each once, with the session that it speaks of first. */
function distinctMechanisms(context: ReadContext): ReadMechanism[] {
  const kept = new Map<string, ReadMechanism>()
  for (const mechanism of mechanismsOf(context)) {
    const own = mechanism.known?.id ?? skeleton(mechanism.name)
    const key =
      [...kept.keys()].slice(-MOST_COMPARED).find(other => isShorter(other, own) || isShorter(own, other)) ?? own
    const before = kept.get(key)
    if (!before) kept.set(key, mechanism)
    else kept.set(key, joined(before, mechanism))
  }
  return [...kept.values()]
}

/** "Ủy ban hợp tác khoa học" is the "Ủy ban hợp tác khoa học Việt Nam - Lào" of the same report. */
const isShorter = (a: string, b: string): boolean => a === b || (a.includes(' ') && b.startsWith(`${a} `))

/** One mechanism under its fuller name, with the session that is told first. */
function joined(a: ReadMechanism, b: ReadMechanism): ReadMechanism {
  if (a.known && a.session === null && b.session !== null) return b
  const fuller = (a.known === null || !a.name.includes(' ')) && b.name.length > a.name.length ? b : a
  return {
    ...(a.session === null && b.session !== null ? { ...fuller, node: b.node } : fuller),
    session: a.session ?? b.session,
  }
}

function readMechanism(context: ReadContext, node: Node): ReadMechanism {
  const head = captureOf(node, 'head')
  const name = captureOf(node, 'name')
  const session = captureOf(node, 'session')
  const own = name ? context.captureText(name) : context.textOf(node.start, node.end)
  return {
    node,
    name: head ? `${context.captureText(head)} ${own}` : own,
    session: session ? ordinalAt(context, session.start) : null,
    known: knownIn(context, node),
  }
}

/** The mechanism whose name stands first in the words: "Hội nghị … Tiểu vùng Mekong mở rộng (GMS) lần thứ 6". */
function knownIn(context: ReadContext, { start, end }: Node): Mechanism | null {
  for (let at = start; at < end; at++) {
    const known = context.pack.gazetteer.mechanisms.get(context.value(at, 'MECH') ?? '')
    if (known) return known
  }
  return null
}

export const mechanismDrafts = (context: ReadContext): Draft[] =>
  distinctMechanisms(context).map(({ node, name, session, known }) => ({
    type: 'mechanism',
    span: context.spanOf(node.start, node.end),
    rule: node.rule.name,
    name,
    session,
    ref: known?.id ?? null,
  }))
