import type { Word } from '../../resolve/undertakings/evidence.ts'
import { rungOf, STAGES, type Stage } from '../../model/stage.ts'
import { type Contradiction, type Life, lifeAt } from '../../resolve/undertakings/life.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import { type Assignment, assignmentOf } from './assignment.ts'
import { type Copy, copiesOf } from './copies.ts'
import { reportsRead } from './coverage.ts'
import { evidenceOn, type Said, type Speaker, speakersIn } from './evidence.ts'
import { quotesAt } from './quotes.ts'
import { rowAt, type UndertakingRow } from './undertakings.ts'

/** What one claim says, with its words and where they stand: UTF-16 offsets of the report's text. */
export interface Spoken extends Assignment {
  readonly claim: string
  readonly start: number
  readonly end: number
  readonly stage: Stage
  readonly due: string | null
  readonly quote: string
  readonly speaker: Speaker | null
}

/** What one report says. */
export interface Telling {
  readonly doc: string
  readonly day: string | null
  readonly stage: Stage
  readonly stalled: boolean
  /** Whether it promises again what was promised before. */
  readonly again: boolean
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published: string | null
  readonly spoken: readonly Spoken[]
  /** Reports that repeat its text: they tell nothing of their own. */
  readonly copies: readonly Copy[]
}

/** An undertaking with its whole life up to a day. */
export interface UndertakingHistory {
  readonly row: UndertakingRow
  readonly at: string
  /** Each stage that was reached, with the first report that says so. */
  readonly track: readonly { readonly stage: Stage; readonly day: string | null; readonly doc: string }[]
  readonly tellings: readonly Telling[]
  readonly contradictions: readonly { readonly kind: Contradiction['kind']; readonly tellings: readonly Telling[] }[]
  readonly silence: { readonly days: number; readonly reports: number } | null
}

/** The history of an undertaking; null where nothing was said of it by that day. */
export async function historyOf(
  session: Session,
  entity: EntityTable,
  at: string,
  limit: number,
): Promise<UndertakingHistory | null> {
  const said = (await evidenceOn(session, [entity.id], at)).get(entity.id) ?? []
  const life = lifeAt(said, at)
  const row = rowAt(entity.id, entity.label, said, at)
  if (!life || !row) return null
  const tellings = await tellingsOf(session, shownOf(life, limit), said, new Set(life.again))
  const byDoc = new Map(tellings.map(telling => [telling.doc, telling]))
  return {
    row,
    at,
    track: trackOf(life.words),
    tellings,
    contradictions: life.contradictions.map(({ kind, first, second }) => ({
      kind,
      tellings: [first, second].map(({ doc }) => byDoc.get(doc)!),
    })),
    silence: life.silence && {
      days: life.silence.days,
      reports: await reportsRead(session, nearest(row.sides), life.last!, at),
    },
  }
}

/** The latest words, the first of each stage, and those that contradict each other. */
function shownOf({ words, contradictions }: Life, limit: number): readonly Word[] {
  const steps = new Set(trackOf(words).map(({ doc }) => doc))
  const opposed = new Set(contradictions.flatMap(({ first, second }) => [first.doc, second.doc]))
  const latest = new Set(words.slice(-limit))
  return words.filter(word => latest.has(word) || steps.has(word.doc) || opposed.has(word.doc))
}

/** The words of reports with their quotes and speakers, in the same order. */
export async function tellingsOf(
  session: Session,
  words: readonly Word[],
  said: readonly Said[],
  again: ReadonlySet<Word>,
): Promise<Telling[]> {
  const mentions = new Map(said.map(each => [each.claim, each.mention]))
  const docs = [...new Set(words.map(({ doc }) => doc))]
  const speakerOf = await speakersIn(session, docs)
  const copies = await copiesOf(session, docs)
  const places = words.flatMap(({ evidence }) => evidence.map(({ claim }) => mentions.get(claim)!))
  const quotes = new Map((await quotesAt(session, places)).map((quote, i) => [places[i].claim, quote]))
  return words.map(word => {
    const { doc, title, outlet, url, published } = mentions.get(word.evidence[0].claim)!
    const evidence = [...new Map(word.evidence.map(each => [each.claim, each])).values()]
    return {
      doc,
      day: word.day,
      stage: word.stage,
      stalled: word.stalled,
      again: again.has(word),
      title,
      outlet,
      url,
      published,
      spoken: evidence.map(({ claim, stage, due }) => ({
        claim,
        start: mentions.get(claim)!.start,
        end: mentions.get(claim)!.end,
        stage,
        due,
        quote: quotes.get(claim) ?? '',
        speaker: speakerOf(mentions.get(claim)!),
        ...assignmentOf(mentions.get(claim)!),
      })),
      copies: copies.get(doc) ?? [],
    }
  })
}

function trackOf(words: readonly Word[]) {
  return STAGES.filter(stage => rungOf(stage) >= 0).flatMap(stage => {
    const first = words.find(({ evidence }) => evidence.some(each => each.stage === stage))
    return first ? [{ stage, day: first.day, doc: first.doc }] : []
  })
}

/** The provinces, where there are any: reports on them are not counted for their countries. */
function nearest(sides: readonly string[]): readonly string[] {
  const local = sides.filter(side => side.includes('-'))
  return local.length > 0 ? local : sides
}
