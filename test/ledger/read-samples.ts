import { readdirSync, readFileSync } from 'node:fs'
import { loadPack } from '../../src/app/packs.ts'
import { sha256 } from '../../src/ledger/canonical.ts'
import type { Incoming } from '../../src/ledger/reports.ts'
import { createRuleReader } from '../../src/read/rule-reader.ts'
import { createResolvers } from '../../src/resolve/resolvers.ts'
import { createDocument } from '../../src/text/document.ts'

const pack = loadPack('vi')!
const reader = createRuleReader(pack)

export const resolvers = createResolvers(pack)

/** A report, read. */
export function reportOf(text: string, facts: { url?: string; key?: string; published?: string } = {}): Incoming {
  const document = createDocument(
    {
      id: `sha256:${sha256(text)}`,
      file: null,
      title: text.split('\n', 1)[0],
      outlet: null,
      lang: 'vi',
      url: facts.url ?? null,
      key: facts.key ?? null,
      published: facts.published ?? null,
    },
    text,
  )
  return { document, reading: reader.read(document), bytes: null }
}

const FOLDER = 'data/samples'

/** The sample reports of this repository, read. */
export function readSamples(): Incoming[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.json'))
    .toSorted()
    .map(name => {
      const { text, published } = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Record<string, string>
      return reportOf(text, { published, key: name })
    })
}
