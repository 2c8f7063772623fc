import { type Parse, Parser } from '../grammar/parse.ts'
import type { LanguagePack } from '../lang/pack.ts'
import type { Draft } from '../model/claim.ts'
import type { Reading } from '../model/reading.ts'
import type { Document } from '../text/document.ts'
import { Tokens } from '../text/tokens.ts'
import { classIdsOf, ReadContext } from './context.ts'
import { type Explanation, explainReading } from './explain.ts'
import { dateDrafts, type ReadDate, readDates } from './dates/dates.ts'
import { commitmentDrafts } from './frames/commitments.ts'
import { bodyDrafts, readBodies } from './frames/bodies.ts'
import { figureDrafts } from './frames/figures.ts'
import { gateDrafts, gateNameTest, readGates } from './frames/gates.ts'
import { linkDrafts, readLinks } from './frames/links.ts'
import { instrumentDrafts } from './frames/instruments.ts'
import { meetingDrafts } from './frames/meetings.ts'
import { mechanismDrafts } from './frames/mechanisms.ts'
import { NO_PAPER, readPaper, toldOf } from './papers/paper.ts'
import { paperDrafts } from './frames/paper.ts'
import { personDrafts, readPeople } from './frames/people.ts'
import { placeDrafts, readPlaces } from './frames/places.ts'
import { isRelevant } from './relevance.ts'
import type { Scene } from './statements/subject.ts'
import { findSides } from './sides.ts'
import type { Reader } from './reader.ts'
import { verify } from './verify.ts'
import { layOut } from './zones.ts'

/** The version that every reading carries. */
export const RULE_READER_VERSION = '0.1.0'

/** A reader that can also tell how it came to what it says. */
export interface RuleReader extends Reader {
  /** As `read`, but a report that is not about cooperation is put down there: its reading has no claims. */
  readonly screen: (document: Document) => Reading
  /** The reading with the derivation of each claim, and the matches that lost. */
  readonly explain: (document: Document) => Explanation
}

/** `assumeRelevant`: take every text for one about cooperation, as the cases of a pack do. */
export interface RuleReaderOptions {
  readonly assumeRelevant?: boolean
}

/** The reader that works by the rules and words of a language pack. */
export function createRuleReader(pack: LanguagePack, { assumeRelevant = false }: RuleReaderOptions = {}): RuleReader {
  const parser = new Parser(pack.grammar, new Tokens())
  const ids = classIdsOf(pack)
  const parse = (document: Document, keepLosers: boolean): Parse =>
    parser.parse(document.text, { prepare: pack.prepare, keepLosers })
  const contextOf = (document: Document): ReadContext => new ReadContext(document, pack, ids, parse(document, false))
  return {
    read: document => readDocument(contextOf(document), assumeRelevant, true),
    screen: document => readDocument(contextOf(document), assumeRelevant, false),
    explain: document => {
      const parsed = parse(document, true)
      return explainReading(parsed, readDocument(new ReadContext(document, pack, ids, parsed), assumeRelevant, true))
    },
  }
}

/** `whole`: with the claims of a report that is not about cooperation. */
function readDocument(context: ReadContext, assumeRelevant: boolean, whole: boolean): Reading {
  const { document, pack } = context
  context.layOut(layOut(context))
  const { drafts, relevant, published, paper } = draftAll(context, assumeRelevant, whole)
  const { claims, diagnostics } = verify(document, drafts)
  const { sourceMap: _, text, ...facts } = document
  return {
    format: 'bienban/reading@1',
    reader: { name: 'rules', version: RULE_READER_VERSION, packs: { [pack.lang]: pack.digest } },
    document: { ...facts, published, text },
    relevant,
    ...(paper && { paper }),
    claims,
    diagnostics: [...context.diagnostics, ...diagnostics],
  }
}

/** What only a report about cooperation can claim. */
const cooperationDrafts = (scene: Scene, dates: readonly ReadDate[], reportDay: string | null): Draft[] => [
  ...gateDrafts(scene.context, readGates(scene.context)),
  ...linkDrafts(scene.context, readLinks(scene.context)),
  ...instrumentDrafts(scene, dates),
  ...paperDrafts(scene),
  ...commitmentDrafts(scene, dates, reportDay),
]

function draftAll(
  context: ReadContext,
  assumeRelevant: boolean,
  whole: boolean,
): { drafts: Draft[]; relevant: boolean; published: string | null; paper: Reading['paper'] } {
  const { dates, reportDay, published } = readDates(context)
  const places = readPlaces(context, reportDay)
  const relevant = assumeRelevant || isRelevant(context, places)
  if (!relevant && !whole) return { drafts: [], relevant, published, paper: undefined }
  const people = readPeople(context, places)
  const paper = relevant ? readPaper(context, places) : NO_PAPER
  const scene = { context, places, people, sides: findSides(context, places, people), paper }
  const drafts = [
    ...dateDrafts(context, dates),
    ...figureDrafts(context, dates),
    ...placeDrafts(places, gateNameTest(context)),
    ...bodyDrafts(readBodies(context, places)),
    ...mechanismDrafts(context),
    ...personDrafts(people),
    ...meetingDrafts(scene, dates),
    ...(relevant ? cooperationDrafts(scene, dates, reportDay) : []),
  ]
  return { drafts, relevant, published, paper: toldOf(paper) }
}
