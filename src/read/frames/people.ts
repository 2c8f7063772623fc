import { type Capture, captureOf, capturesOf, type Node } from '../../grammar/node.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { ReadContext } from '../context.ts'
import { chainOffices, type ReadOffice } from './offices.ts'
import type { ReadPlaces } from './places.ts'

/** A person of the report, with every office that any mention gives. */
export interface ReadPerson {
  name: string
  /** The skeleton of the name: "le tien chau". */
  key: string
  readonly offices: ReadOffice[]
  country: string | null
  readonly rule: string
  readonly mentions: Mention[]
}

export interface Mention extends Span {
  readonly node: Node
}

/** The people of a report. */
export interface ReadPeople {
  readonly all: readonly ReadPerson[]
  /** The person whose mention begins at the token. */
  at(token: number): ReadPerson | null
  /** The person who holds an office that begins with these words. */
  holding(office: string): ReadPerson | null
}

/** How many people a mention is compared with: those named last. It bounds the time that a list of thousands takes. */
const MOST_COMPARED = 64

interface Named {
  readonly node: Node
  readonly name: string
  readonly words: readonly string[]
  readonly offices: readonly ReadOffice[]
}

/** The people of a report: full names first, then "ông Châu" and "Tổng thống Duda" as mentions of them. */
export function readPeople(context: ReadContext, places: ReadPlaces): ReadPeople {
  const named = context
    .nodes('PERSON')
    .filter(node => context.isReport(node.start))
    .map(node => namedOf(context, node, places))
  const roll = new Roll()
  for (const mention of named.filter(n => n.words.length > 1)) roll.join(context, mention, roll.findFull(mention))
  for (const mention of named.filter(n => n.words.length === 1)) roll.join(context, mention, roll.findShort(mention))
  for (const person of roll.all) person.country = countryOf(context, person)
  return roll
}

/** The people so far, by their words: few are compared with a new mention, however long the list. */
class Roll implements ReadPeople {
  readonly all: ReadPerson[] = []
  private readonly byWord = new Map<string, ReadPerson[]>()
  private readonly byToken = new Map<number, ReadPerson>()

  at(token: number): ReadPerson | null {
    return this.byToken.get(token) ?? null
  }

  holding(office: string): ReadPerson | null {
    const key = skeleton(office)
    return this.all.slice(0, MOST_COMPARED).find(p => p.offices.some(o => skeleton(o.title).startsWith(key))) ?? null
  }

  findFull({ words }: Named): ReadPerson | undefined {
    const key = words.join(' ')
    return this.withWord(words.at(-1)).find(
      p => p.key === key || endsWithWords(p.key, key) || endsWithWords(key, p.key),
    )
  }

  /** Whose name a single word is: the last word of a name, or the first of a Chinese one ("ông Tập"). */
  findShort({ words: [word] }: Named): ReadPerson | undefined {
    const named = this.withWord(word)
    return named.findLast(p => endsWithWords(p.key, word)) ?? named.findLast(p => p.key.startsWith(`${word} `))
  }

  /** The people last named with the word at the head or the end of their names. */
  private withWord(word: string | undefined): ReadPerson[] {
    return this.byWord.get(word ?? '')?.slice(-MOST_COMPARED) ?? []
  }

  join(context: ReadContext, { node, name, words, offices }: Named, known: ReadPerson | undefined): void {
    const { start, end } = context.spanOf(node.start, node.end)
    const mention: Mention = { start, end, node }
    if (!known && words.length === 1 && !isForeignWord(name)) return
    const person = known ?? { name, key: '', offices: [], country: null, rule: node.rule.name, mentions: [] }
    if (!known) this.all.push(person)
    person.mentions.push(mention)
    this.byToken.set(node.start, person)
    if (words.join(' ').length > person.key.length) this.rename(person, name, words)
    for (const office of offices) addOffice(person.offices, office)
  }

  private rename(person: ReadPerson, name: string, words: readonly string[]): void {
    person.key = words.join(' ')
    person.name = name
    for (const word of new Set([words[0], words.at(-1) as string])) {
      const named = this.byWord.get(word)
      if (!named) this.byWord.set(word, [person])
      else if (!named.includes(person, -MOST_COMPARED)) named.push(person)
    }
  }
}

function namedOf(context: ReadContext, node: Node, places: ReadPlaces): Named {
  const capture = captureOf(node, 'name')
  const name = capture ? squeeze(context.captureText(capture)) : ''
  return {
    node,
    name,
    words: skeleton(name).split(' '),
    offices: ownOffices(context, capturesOf(node, 'office'), places),
  }
}

/** "Tổng thống Nga và Thủ tướng Nguyễn Xuân Phúc": offices of another country before "and" are another's. */
function ownOffices(context: ReadContext, captures: readonly Capture[], places: ReadPlaces): readonly ReadOffice[] {
  const offices = chainOffices(context, captures, places)
  const other = offices.findLastIndex(
    ({ country }, i) =>
      country !== null &&
      context.has(captures[i].end, 'AND') &&
      i + 1 < offices.length &&
      offices[i + 1].country !== country,
  )
  return offices.slice(other + 1)
}

const endsWithWords = (longer: string, shorter: string): boolean => longer.endsWith(` ${shorter}`)

/** A single word names somebody alone only where it is no Vietnamese syllable: Putin, not Nam. */
const isForeignWord = (name: string): boolean =>
  name.length > 6 || /[jwzf]|[bcdđghklmnpqrstvx]{3}|[dklrsbv]$/iu.test(name)

/** Adds an office unless a fuller form of it is known; a shorter form that is known gives way. */
export function addOffice(offices: ReadOffice[], office: ReadOffice): void {
  const key = skeleton(office.title)
  if (offices.some(o => isFormOf(key, skeleton(o.title)))) return
  const shorter = offices.findIndex(o => isFormOf(skeleton(o.title), key))
  if (shorter >= 0) offices[shorter] = office
  else offices.push(office)
}

/** Whether all words of the short form stand in the full one, in order, beginning with its first. */
function isFormOf(short: string, full: string): boolean {
  if (short === full || full.startsWith(`${short} `)) return true
  const words = full.split(' ')
  let at = 0
  const rest = short.split(' ')
  if (rest[0] !== words[0] || rest[1] !== words[1]) return false
  for (const word of words) if (word === rest[at]) at++
  return at === rest.length
}

function countryOf(context: ReadContext, person: ReadPerson): string | null {
  for (const office of person.offices) if (office.country) return office.country
  for (const { node } of person.mentions) {
    const hint = hintIn(context, node)
    if (hint) return hint
  }
  const strong = person.mentions.some(
    ({ node }) => context.value(captureOf(node, 'name')?.start ?? -1, 'SURNAME') === 'strong',
  )
  return strong ? context.pack.home : null
}

/** A word inside the mention that only one country uses: "Khu ủy" is China's, "UBND" is Vietnam's. */
function hintIn(context: ReadContext, node: Node): string | null {
  for (let at = node.start; at < node.end; at++) {
    const hint = context.value(at, 'COUNTRYHINT')
    if (hint) return hint
  }
  return null
}

export const personDrafts = ({ all }: ReadPeople): Draft[] =>
  all.map(({ name, offices, country, rule, mentions }) => ({
    type: 'person',
    span: { start: mentions[0].start, end: mentions[0].end },
    rule,
    name,
    offices: offices.map(o => o.title),
    country,
    mentions: mentions.map(({ start, end }) => ({ start, end })),
  }))
