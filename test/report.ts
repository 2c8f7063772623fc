import { loadPack } from '../src/app/packs.ts'
import type { Claim } from '../src/model/claim.ts'
import type { ClaimType } from '../src/model/kinds.ts'
import type { Reading } from '../src/model/reading.ts'
import { createRuleReader } from '../src/read/rule-reader.ts'
import { createDocument, type Document, type DocumentFacts } from '../src/text/document.ts'

const UNKNOWN: DocumentFacts = {
  id: 'sha256:0',
  key: null,
  file: null,
  url: null,
  title: null,
  outlet: null,
  published: null,
  lang: 'vi',
}

/** A report of which nothing is known but what the test says. */
export const report = (text: string, facts: Partial<DocumentFacts> = {}): Document =>
  createDocument({ ...UNKNOWN, ...facts }, text)

/** The Vietnamese pack of this repository. */
export const vietnamesePack = () => {
  const pack = loadPack('vi')
  if (!pack) throw new Error('the repository has no Vietnamese pack')
  return pack
}

/** Reads texts as reports about cooperation, as the cases of a pack do. */
export const createTestReader = () => createRuleReader(vietnamesePack(), { assumeRelevant: true })

/** The claims of one type, in the order of the text. */
export const claimsOf = <T extends ClaimType>({ claims }: Pick<Reading, 'claims'>, type: T) =>
  claims.filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)
