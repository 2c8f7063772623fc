import { captureOf, capturesOf, type Node } from '../../grammar/node.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, withoutBracket } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPlaces } from './places.ts'

/** A named body of the report. */
export interface ReadBody {
  /** The fullest form. */
  name: string
  readonly kind: string
  readonly rule: string
  readonly mentions: Span[]
}

/** A local body is named only with its place: "UBND tỉnh" alone is nobody's name; of "Công an tỉnh" there is only one. */
function isNamed(context: ReadContext, node: Node): boolean {
  if (node.rule.constants['kind'] !== 'state' || capturesOf(node, 'place').length > 0) return true
  const head = captureOf(node, 'head')
  if (head && head.end < node.end && context.valueOf(head.edge) === 'service') return true
  return /khu tự trị$/iu.test(context.textOf(node.start, node.end))
}

/** Bodies once each, in their fullest form; a shorter form of a body that stands fuller elsewhere is a mention of it. */
export function readBodies(context: ReadContext, places: ReadPlaces): ReadBody[] {
  const found = new Map<string, ReadBody>()
  for (const node of [...context.nodes('BODY'), ...context.nodes('MECHANISM')]) {
    if (
      !context.isReport(node.start) ||
      context.isPersonName(node.start) ||
      !isNamed(context, node) ||
      (node.rule.makes === 'MECHANISM' && node.rule.constants['kind'] !== 'committee')
    )
      continue
    const name = withoutBracket(nameOf(context, node)).replace(/[\s–-]+$/u, '')
    const key = keyOf(context, node, name, places)
    const span = context.spanOf(node.start, node.end)
    const body = found.get(key)
    if (body) addMention(body, name, span)
    else found.set(key, { name, kind: node.rule.constants['kind'] ?? 'body', rule: node.rule.name, mentions: [span] })
  }
  return dropShorter([...found.values()])
}

function addMention(body: ReadBody, name: string, span: Span): void {
  body.mentions.push(span)
  if (name.length > body.name.length) body.name = name
}

/** Two spellings are one body where the lexicon says so, or where head and place are the same. */
function keyOf(context: ReadContext, node: Node, name: string, places: ReadPlaces): string {
  const known = captureOf(node, 'name')
  const value = known ? context.valueOf(known.edge) : ''
  if (value && value !== 'international') return value
  const head = captureOf(node, 'head')
  const place = capturesOf(node, 'place').map(p => places.at(p)?.known?.id)
  return head && node.rule.constants['kind'] === 'state' && place[0]
    ? `${skeleton(context.captureText(head))} ${place[0]}`
    : skeleton(name)
}

function nameOf(context: ReadContext, node: Node): string {
  const name = captureOf(node, 'name')
  return name ? context.captureText(name) : context.textOf(node.start, node.end)
}

/** In the order of names, a fuller form stands right behind a shorter one. */
function dropShorter(bodies: readonly ReadBody[]): ReadBody[] {
  const sorted = bodies
    .map(body => ({ body, key: skeleton(body.name) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const shorter = new Set<ReadBody>()
  sorted.forEach(({ body, key }, i) => {
    const next = sorted[i + 1]
    if (!next?.key.startsWith(`${key} `)) return
    next.body.mentions.push(...body.mentions)
    shorter.add(body)
  })
  return bodies.filter(body => !shorter.has(body))
}

export const bodyDrafts = (bodies: readonly ReadBody[]): Draft[] =>
  bodies.map(({ name, kind, rule, mentions }) => ({
    type: 'organization',
    span: mentions[0],
    rule,
    name,
    kind,
    ref: null,
    mentions,
  }))
