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
  const names = new Aliases()
  for (const node of [...context.nodes('BODY'), ...context.nodes('MECHANISM')]) {
    if (
      !context.isReport(node.start) ||
      context.isPersonName(node.start) ||
      !isNamed(context, node) ||
      (node.rule.makes === 'MECHANISM' && node.rule.constants['kind'] !== 'committee')
    )
      continue
    const name = withoutBracket(nameOf(context, node)).replace(/[\s–-]+$/u, '')
    const key = names.keyOf(context, node, keyOf(context, node, name, places))
    const span = context.spanOf(node.start, node.end)
    const body = found.get(key)
    if (body) addMention(body, name, span)
    else found.set(key, { name, kind: node.rule.constants['kind'] ?? 'body', rule: node.rule.name, mentions: [span] })
  }
  return dropShorter([...found.values()])
}

/** Short names that the text gives in brackets: "Phòng Thương mại … (VCCI)" is one body under both. */
class Aliases {
  private readonly fuller = new Map<string, string>()
  private lastEnd = -1
  private lastKey = ''

  /** Bodies are asked for in the order of the text. */
  keyOf(context: ReadContext, { start, end }: Node, own: string): string {
    const inBrackets = context.isMark(start - 1, '(') && this.lastEnd === start - 1 && context.isMark(end, ')')
    if (inBrackets && !this.fuller.has(own)) this.fuller.set(own, this.lastKey)
    const key = this.fuller.get(own) ?? own
    this.lastEnd = end
    this.lastKey = key
    return key
  }
}

function addMention(body: ReadBody, name: string, span: Span): void {
  body.mentions.push(span)
  if (name.length > body.name.length) body.name = name
}

/** Two spellings are one body where the lexicon says so, or where head and place are the same. */
function keyOf(context: ReadContext, node: Node, name: string, places: ReadPlaces): string {
  const inside = captureOf(node, 'org')
  const known = captureOf(node, 'name') ?? inside
  const value = known ? context.valueOf(known.edge) : ''
  if (value && value !== 'international') return value
  if (inside) return skeleton(context.captureText(inside))
  const head = captureOf(node, 'head')
  const place = capturesOf(node, 'place').map(p => places.at(p)?.known?.id)
  const domain = captureOf(node, 'domain')
  const short = domain ? context.valueOf(domain.edge) : ''
  if (head && short) return `${skeleton(context.captureText(head))} ${short} ${place[0] ?? ''}`
  if (!place[0] || place.length > 1) return skeleton(name)
  if (head && node.rule.constants['kind'] === 'state') return `${skeleton(context.captureText(head))} ${place[0]}`
  return `${skeleton(context.textOf(node.start, capturesOf(node, 'place')[0].start))} ${place[0]}`
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
