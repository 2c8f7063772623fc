import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createRuleReader } from '../read/rule-reader.ts'
import { createDocument } from '../text/document.ts'
import { loadPack } from './packs.ts'

const pack = loadPack('vi')
if (!pack) throw new Error('no pack')
const reader = createRuleReader(pack)
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n')
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`
  const document = createDocument({ id, file: basename(file), url: null, title: null, outlet: null, published: null, lang: 'vi' }, text)
  process.stdout.write(`${JSON.stringify(reader.read(document))}\n`)
}
