// A ledger of generated reports in a file, made in steps: what is there already stays, so that a long run may be broken off and gone on with.
import { setImmediate as turn } from 'node:timers/promises'
import { loadPack } from '../dist/app/packs.js'
import { sha256 } from '../dist/ledger/canonical.js'
import { openStore } from '../dist/ledger/open.js'
import { addReports } from '../dist/ledger/reports.js'
import { createRuleReader } from '../dist/read/rule-reader.js'
import { createResolvers } from '../dist/resolve/resolvers.js'
import { createDocument } from '../dist/text/document.js'
import { generatedReport } from './generated-reports.mjs'

const BATCH = 200

/** Report `i` of `count` of the recipe, read, as a ledger takes it. */
export function incomingReport(reader, i, count) {
  const { text, id: key, ...facts } = generatedReport(i, count)
  const document = createDocument({ ...facts, id: `sha256:${sha256(text)}`, key, file: null }, text)
  return { document, reading: reader.read(document), bytes: null }
}

/** Adds reports to a ledger until it has `until` of the `count` that the recipe spreads over its years. */
export async function fillLedger(file, count, until = count) {
  const pack = loadPack('vi')
  const [reader, resolvers] = [createRuleReader(pack), createResolvers(pack)]
  const store = await openStore(file, { now: () => new Date() })
  try {
    const { n } = await store.db
      .selectFrom('report')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    for (let from = Number(n); from < until; from += BATCH) {
      const batch = []
      for (let i = from; i < Math.min(from + BATCH, until); i++) batch.push(incomingReport(reader, i, count))
      await store.transaction(session => addReports(session, resolvers, batch, store.now()))
      await turn()
    }
    return Math.max(Number(n), until)
  } finally {
    await store.close()
  }
}
