import type { Rarity } from '../../lang/rarity.ts'
import type { Claim } from '../../model/claim.ts'
import type { ClaimType } from '../../model/kinds.ts'
import { skeleton } from '../../text/fold.ts'
import { countTerms, termsOf, type Word, wordsOf } from '../../text/words.ts'
import type { Atlas } from '../atlas.ts'
import { atlasHere } from '../atlas-here.ts'
import type { Source } from '../mention.ts'
import { type Signature, signatureOf } from './signature.ts'
import { distinct } from '../../text/order.ts'

/** How a report tells its occasion: what is compared of its text, and of what is claimed in it beside the meeting itself. */
export interface Told {
  /** ISO day of publication. */
  readonly published: string | null
  /** Whether it is about cooperation: such reports are more alike than others, whatever they tell. */
  readonly relevant: boolean
  /** Days without their year that its head names, as `05-14`: reports without a date name no year. */
  readonly days: readonly string[]
  /** Sessions of known mechanisms, as `id#16`. */
  readonly sessions: readonly string[]
  /** Ids of known gates. */
  readonly gates: readonly string[]
  /** Ids of the sides that it is about. */
  readonly sides: readonly string[]
  /** Keys of the people that it names. */
  readonly people: readonly string[]
  /** Of title and text, of title and beginning, of the title, and of what has a name. */
  readonly words: Signature
  readonly lead: Signature
  readonly title: Signature
  readonly names: Signature
}

/** Where the head of a report ends, in UTF-16 units: behind it, days are rarely that of the occasion. */
const HEAD = 700
/** Words and marks of the beginning. */
const LEAD = 120
/** How much a word of the title counts against one of the text. */
const TITLE = 3
/** How fast a term gains by being repeated, and how rare it is at least. */
const REPEATED = 0.7
const LEAST_RARITY = 1.5
const LEAST_NAME_RARITY = 0.5
/** Sides and people that are compared, at most. */
const MOST_SIDES = 4
const MOST_PEOPLE = 12

const claimsOf = <T extends ClaimType>(source: Source, type: T): Extract<Claim, { type: T }>[] =>
  source.claims.filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)

/** What a report tells. */
export function toldOf(source: Source, atlas: Atlas, rarity: Rarity): Told {
  const { published } = source.document
  const people = claimsOf(source, 'person').map(({ name }) => skeleton(name))
  return {
    published,
    relevant: source.relevant,
    days: distinct(claimsOf(source, 'date').flatMap(headDay)),
    sessions: distinct(
      claimsOf(source, 'mechanism').flatMap(({ ref, session }) =>
        ref && session !== null ? [`${ref}#${session}`] : [],
      ),
    ),
    gates: distinct(claimsOf(source, 'gate').flatMap(({ ref }) => ref ?? [])),
    sides: sidesOf(source, atlas),
    people: distinct(people.filter(name => name.includes(' ')).slice(0, MOST_PEOPLE)),
    ...textOf(source, rarity),
  }
}

const headDay = ({ edtf, quote }: Extract<Claim, { type: 'date' }>): string[] => {
  const day = /^(?:\d{4}|XXXX)\??-(\d\d-\d\d)$/.exec(edtf)
  return day && quote.start < HEAD ? [day[1]] : []
}

/** The provinces and countries that are named most. */
function sidesOf(source: Source, atlas: Atlas): string[] {
  const counts = new Map<string, number>()
  for (const { name, mentions } of claimsOf(source, 'place')) {
    const place = atlasHere(atlas, source).place(name, source.document.published)
    const side = place && atlas.heir(atlas.sideOf(place))
    if (side?.parent && side.kind !== 'country') counts.set(side.id, (counts.get(side.id) ?? 0) + 1 + mentions.length)
  }
  const most = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_SIDES)
  return most.map(([id]) => id).toSorted()
}

/** A text without a title begins with it. */
const FIRST_SENTENCE = /^[^\n]*?[.!?](?=\s)|^[^\n]*/

function textOf({ document }: Source, rarity: Rarity): Pick<Told, 'words' | 'lead' | 'title' | 'names'> {
  const title = document.title ?? FIRST_SENTENCE.exec(document.text)![0]
  const body = document.text.startsWith(title) ? document.text.slice(title.length) : document.text
  const [titleWords, bodyWords] = [wordsOf(title), wordsOf(body)]
  const [titleTerms, bodyTerms] = [termsOf(titleWords), termsOf(bodyWords)]
  const all = countTerms(titleTerms, countTerms(bodyTerms), TITLE)
  const lead = countTerms(termsOf(bodyWords.slice(0, LEAD)), countTerms(titleTerms))
  // Terms are looked up once: the table of all terms is large.
  const rare = new Map<string, number>()
  for (const term of all.keys()) rare.set(term, rarity(term))
  const here: Rarity = term => rare.get(term) ?? rarity(term)
  return {
    words: signatureOf(weighed(all, here), 60),
    lead: signatureOf(weighed(lead, here), 40),
    title: signatureOf(weighed(countTerms(titleTerms), here), 20),
    names: signatureOf(
      weighed(namesOf([...titleWords, ...bodyWords]), term => Math.max(LEAST_NAME_RARITY, here(term)), 0),
      20,
    ),
  }
}

/** What a term that stands so many times counts. */
const POWERS: number[] = []

function weighed(counts: ReadonlyMap<string, number>, rarity: Rarity, least = LEAST_RARITY): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [term, n] of counts) {
    const rare = rarity(term)
    if (rare >= least) weights.set(term, (POWERS[n] ??= n ** REPEATED) * rare)
  }
  return weights
}

/** Words with a capital and pairs of them. */
function namesOf(words: readonly Word[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (term: string): void => void counts.set(term, (counts.get(term) ?? 0) + 1)
  for (const [i, { word, name }] of words.entries()) {
    if (!name) continue
    add(word)
    if (words[i + 1]?.name) add(`${word} ${words[i + 1].word}`)
  }
  return counts
}
