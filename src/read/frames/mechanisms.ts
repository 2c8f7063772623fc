import { NONE } from '../../grammar/none.ts'
import { captureOf, type Node } from '../../grammar/node.ts'
import type { Mechanism } from '../../lang/gazetteer.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton } from '../../text/fold.ts'
import type { ReadContext } from '../context.ts'
import { ordinalValue } from './ordinals.ts'

/** A mechanism that the text names, with the session's number where it is told. */
export interface ReadMechanism {
  readonly node: Node
  readonly name: string
  readonly session: number | null
  readonly known: Mechanism | null
}

/** The mechanisms of the text, once for each mechanism and session. */
export function mechanismsOf(context: ReadContext): ReadMechanism[] {
  const found = context.nodes('MECHANISM').map(node => readMechanism(context, node))
  const kept = new Map<string, ReadMechanism>()
  for (const mechanism of found) {
    const key = mechanism.known?.id ?? skeleton(mechanism.name)
    const before = kept.get(key)
    if (!before) kept.set(key, mechanism)
    else if (before.session === null && mechanism.session !== null)
      kept.set(key, { ...before, node: mechanism.node, session: mechanism.session })
  }
  return [...kept.values()]
}

function readMechanism(context: ReadContext, node: Node): ReadMechanism {
  const name = captureOf(node, 'name')
  const session = captureOf(node, 'session')
  const known =
    name && name.edge !== NONE ? context.pack.gazetteer.mechanisms.get(context.valueOf(name.edge)) : undefined
  return {
    node,
    name: name ? context.captureText(name) : context.textOf(node.start, node.end),
    session: session ? ordinalValue(context.captureText(session)) : null,
    known: known ?? null,
  }
}

export const mechanismDrafts = (context: ReadContext): Draft[] =>
  mechanismsOf(context).map(({ node, name, session, known }) => ({
    type: 'mechanism',
    span: context.spanOf(node.start, node.end),
    rule: node.rule.name,
    name,
    session,
    ref: known?.id ?? null,
  }))
