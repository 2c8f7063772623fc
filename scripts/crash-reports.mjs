// Reports for the crash campaign: generated ones, read as `bienban add` reads them.
import { generatedReport } from '../bench/generated-reports.mjs'
import { loadPack } from '../dist/app/packs.js'
import { sha256 } from '../dist/ledger/canonical.js'
import { createRuleReader } from '../dist/read/rule-reader.js'
import { createResolvers } from '../dist/resolve/resolvers.js'
import { createDocument } from '../dist/text/document.js'

const pack = loadPack('vi')
const reader = createRuleReader(pack)
const COUNT = 1 << 25

export const resolvers = createResolvers(pack)

/** The report of that number, read. */
export function readReport(number) {
  const { id, text, ...facts } = generatedReport(number, COUNT)
  const document = createDocument({ ...facts, id: `sha256:${sha256(text)}`, key: id, file: null }, text)
  return { document, reading: reader.read(document), bytes: null }
}

const NOTHING = { why: null, on: [], against: [], set: null, span: null, undoes: null }

/** A decision that bears on nothing; `made` tells it from others. */
export const note = made => ({ ...NOTHING, act: 'note', by: 'crash', made })

/** A decision on one claim of a report. */
export const verdictOn = ({ document }, { id, type, quote: { start, end, exact } }, act, made) => ({
  ...NOTHING,
  act,
  by: 'crash',
  made,
  on: [{ document: document.id, claim: id, type, start, end, exact }],
})
