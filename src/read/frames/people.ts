import { captureOf, capturesOf, type Node } from '../../grammar/node.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton } from '../../text/fold.ts'
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

interface Named {
  readonly node: Node
  readonly name: string
  readonly words: readonly string[]
  readonly offices: readonly ReadOffice[]
}

/** The people of a report: full names first, then "ông Châu" and "Tổng thống Duda" as mentions of them. */
export function readPeople(context: ReadContext, places: ReadPlaces): ReadPerson[] {
  const named = context.nodes('PERSON').filter(node => context.isReport(node.start)).map(node => namedOf(context, node, places))
  const people: ReadPerson[] = []
  for (const mention of named.filter(n => n.words.length > 1)) join(people, mention, findFull(people, mention), context)
  for (const mention of named.filter(n => n.words.length === 1)) join(people, mention, findShort(people, mention), context)
  for (const person of people) person.country = countryOf(context, person)
  return people
}

function namedOf(context: ReadContext, node: Node, places: ReadPlaces): Named {
  const capture = captureOf(node, 'name')
  const name = capture ? context.captureText(capture).replace(/\s+/gu, ' ') : ''
  return { node, name, words: skeleton(name).split(' '), offices: chainOffices(context, capturesOf(node, 'office'), places) }
}

function findFull(people: readonly ReadPerson[], { words }: Named): ReadPerson | undefined {
  const key = words.join(' ')
  return people.find(p => p.key === key || endsWithWords(p.key, key) || endsWithWords(key, p.key))
}

const endsWithWords = (longer: string, shorter: string): boolean => longer.endsWith(` ${shorter}`)

/** Whose name a single word is: the last word of a name, or the first of a Chinese one ("ông Tập"). */
function findShort(people: readonly ReadPerson[], { words }: Named): ReadPerson | undefined {
  const [word] = words
  return people.findLast(p => endsWithWords(p.key, word)) ?? people.findLast(p => p.key.startsWith(`${word} `))
}

function join(people: ReadPerson[], { node, name, words, offices }: Named, known: ReadPerson | undefined, context: ReadContext): void {
  const mention: Mention = { ...context.spanOf(node.start, node.end), node }
  if (!known) {
    if (words.length === 1 && !isForeignWord(name)) return
    people.push({ name, key: words.join(' '), offices: [...offices], country: null, rule: node.rule.name, mentions: [mention] })
    return
  }
  known.mentions.push(mention)
  if (words.join(' ').length > known.key.length) {
    known.key = words.join(' ')
    known.name = name
  }
  for (const office of offices) addOffice(known.offices, office)
}

/** A single word names somebody alone only where it is no Vietnamese syllable: Putin, not Nam. */
const isForeignWord = (name: string): boolean => name.length > 6 || /[jwzf]|[bcdđghklmnpqrstvx]{3}|[dklrsbv]$/iu.test(name)

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
  const strong = person.mentions.some(({ node }) => context.value(captureOf(node, 'name')?.start ?? -1, 'SURNAME') === 'strong')
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

export const personDrafts = (people: readonly ReadPerson[]): Draft[] =>
  people.map(({ name, offices, country, rule, mentions }) => ({
    type: 'person',
    span: { start: mentions[0].start, end: mentions[0].end },
    rule,
    name,
    offices: offices.map(o => o.title),
    country,
    mentions: mentions.map(({ start, end }) => ({ start, end })),
  }))
