import type { Telling } from '../../ledger/query/undertaking.ts'
import { skeleton } from '../../text/fold.ts'
import { BRIEFING_LANGUAGES, type BriefingLanguage, type BriefingLine, type Footnote } from '../api/briefing.ts'
import type { BriefingFacts, Onomasticon, ReportFact } from './facts.ts'
import { clipped, onPaper, upperFirst } from './typography.ts'
import { BRIEFING_WORDS } from './wording.ts'
import type { BriefingWords, Sides } from './words.ts'

/** All that the writer of a paper has at hand: what is known, the words, and the footnotes so far. */
export interface Desk {
  readonly facts: BriefingFacts
  readonly onomasticon: Onomasticon
  readonly words: BriefingWords
  readonly lang: BriefingLanguage
  readonly sides: Sides
  readonly reports: ReadonlyMap<string, ReportFact>
  /** Numbers of the open undertakings, by id. */
  readonly numbers: Map<string, number>
  /** Footnotes in the order in which they were cited. */
  readonly notes: Footnote[]
  /** Drawings so far. */
  readonly drawn: { count: number }
}

export function deskFor(facts: BriefingFacts, onomasticon: Onomasticon): Desk {
  const { ours, partner, lang } = facts.options
  return {
    facts,
    onomasticon,
    words: BRIEFING_WORDS[lang],
    lang,
    sides: { ours: onomasticon.name(ours, lang), partner: onomasticon.name(partner, lang) },
    reports: new Map(facts.reports.map(report => [report.doc, report])),
    numbers: new Map(),
    notes: [],
    drawn: { count: 0 },
  }
}

/** Longest title of a report in a footnote, and longest quote. */
const LONGEST_TITLE = 90
const LONGEST_QUOTE = 420

/** Of a title that stands for a report in a sentence. */
const SHORT_TITLE = 48

type Origin = Pick<Telling, 'title' | 'outlet' | 'url' | 'doc'>

/** Which report it is, in few words: its outlet, else the site, else its title. */
export function sourceOf({ outlet, url, title, doc }: Origin): string {
  const site = outlet ?? siteOf(url)
  return onPaper(site ?? `“${clipped(title ?? doc, SHORT_TITLE)}”`)
}

/** `baocaobang.vn` of an address; null where it is none. */
function siteOf(url: string | null): string | null {
  const host = /^[a-z]+:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)/i.exec(url ?? '')?.[1]
  return host ?? null
}

/** Cites words: gives the number of the footnote; the same words of the same report have one. */
export function cite(desk: Desk, quote: string, origin: Origin, day: string | null): number {
  const words = clipped(onPaper(quote).replace(BULLET, ''), LONGEST_QUOTE)
  const known = desk.notes.find(note => note.doc === origin.doc && note.quote === words)
  if (known) return known.n
  const outlet = onPaper(origin.outlet ?? siteOf(origin.url) ?? '')
  const title = clipped(onPaper(origin.title ?? ''), LONGEST_TITLE)
  const when = day === null ? desk.words.noDay : desk.words.day(day)
  const source = [outlet, title, when].filter(Boolean).join(', ')
  const n = desk.notes.length + 1
  desk.notes.push({ n, quote: words, source, url: origin.url, doc: origin.doc })
  return n
}

/** Cites what a report says: the claim that says it at the length that tells most. */
export function citeTelling(desk: Desk, telling: Telling | null): number[] {
  const quote = telling?.spoken.map(each => each.quote).toSorted((a, b) => b.length - a.length)[0]
  return telling && quote ? [cite(desk, quote, telling, telling.day ?? telling.published)] : []
}

const ID = /^(?:gate|link|mechanism):/u

/** A thing of the gazetteer by its name in the language of the paper, and in that of the other side. */
export function bothNames({ onomasticon, words, lang }: Desk, id: string): string {
  const plain = id.replace(ID, '')
  const own = onomasticon.name(plain, lang)
  const name = written(own, HAN.test(own) ? lang : 'vi')
  const others = BRIEFING_LANGUAGES.filter(other => other !== lang && other !== 'en')
    .map(other => ({ other, called: written(onomasticon.name(plain, other), other) }))
    .filter(({ other, called }) => called !== name && called !== plain && (other !== 'zh' || !LATIN.test(called)))
  return words.alias(name, [...new Set(others.map(({ called }) => called))])
}

const HAN = /\p{Script=Han}/u

/** A Chinese name that the gazetteer has only in part is none. */
const LATIN = /\p{Script=Latin}/u

/** Pairs of gates are joined as the language does it. */
const written = (name: string, lang: BriefingLanguage): string => name.replaceAll(' - ', lang === 'zh' ? '—' : ' – ')

/** Things that are named before an item's words. */
const SUBJECTS = 2

/** Marks of a list before the words of a report. */
const BULLET = /^[\s\-–—•*,;:]+/u

/** What an item is about and its words: `Trà Lĩnh – Long Bang (茶岭—龙邦)`, `nâng cấp …`. */
export function titled(
  desk: Desk,
  { objects, label }: { readonly objects: readonly string[]; readonly label: string },
  most = Infinity,
): Pick<BriefingLine, 'subject' | 'text'> {
  const named = objects.filter(object => !object.startsWith('mechanism:')).slice(0, SUBJECTS)
  const subject = named.length === 0 ? null : named.map(object => bothNames(desk, object)).join(', ')
  const own = clipped(withoutNames(desk, named, onPaper(label).replace(BULLET, '')), most)
  return { subject, text: desk.lang === 'vi' ? upperFirst(own) : desk.words.quoted(own) }
}

/** A label that begins with the names that stand before it already needs them no more: `Trà Lĩnh - Long Bang: nâng cấp`. */
function withoutNames({ onomasticon }: Desk, objects: readonly string[], label: string): string {
  const colon = label.indexOf(':')
  if (colon < 0) return label
  const before = skeleton(label.slice(0, colon))
  const named = objects.some(object => before.endsWith(skeleton(onomasticon.name(object.replace(ID, ''), 'vi'))))
  return named ? label.slice(colon + 1).trim() : label
}

/** A line with what it has; the rest is empty. */
export const line = (parts: Partial<BriefingLine> & Pick<BriefingLine, 'text'>): BriefingLine => ({
  number: null,
  subject: null,
  why: null,
  mark: '',
  tone: 'plain',
  undertaking: null,
  notes: [],
  ...parts,
})
