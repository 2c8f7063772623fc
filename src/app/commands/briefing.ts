import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LedgerError } from '../../ledger/error.ts'
import type { Field } from '../../model/kinds.ts'
import type { BriefingLanguage } from '../../views/api/briefing.ts'
import { briefingFor, likelyOurs, type PaperFormat, paperOf } from '../briefing/paper.ts'
import { sideTag } from '../ledger/finding.ts'
import { todayFor } from '../ledger/show.ts'
import { type LedgerFlags, withLedger } from '../ledger/with-ledger.ts'
import { write } from '../terminal.ts'

export interface BriefingFlags extends LedgerFlags {
  readonly ours?: string
  readonly partner: string
  readonly since?: string
  readonly at?: string
  readonly field: readonly Field[]
  readonly id: readonly string[]
  readonly lang: BriefingLanguage
  readonly secrecy: string
  readonly output?: string
}

/** `bienban briefing`: the paper for talks, as DOCX, PDF or Markdown by the name of the file; without a file Markdown is printed. */
export const briefingCommand = (flags: BriefingFlags): Promise<number> =>
  withLedger(flags.store, { readonly: true }, async store => {
    const { since = null, field, id, lang, secrecy, output } = flags
    const partner = sideId(flags.partner)
    const at = flags.at ?? todayFor(flags)
    const briefing = await store.snapshot(async session => {
      const ours = flags.ours === undefined ? await likelyOurs(session, partner, at) : sideId(flags.ours)
      return await briefingFor(session, { ours, partner, since, at, fields: field, lang, secrecy }, id)
    })
    const paper = await paperOf(briefing, flags.json ? 'json' : formatOf(output ?? '.md'))
    if (output === undefined) await write(process.stdout, paper.toString('utf8'))
    else await save(output, paper)
    return 0
  })

const sideId = (name: string): string => sideTag(name).slice('side:'.length)

const FORMATS: Readonly<Record<string, PaperFormat>> = { docx: 'docx', pdf: 'pdf', md: 'md', json: 'json' }

/** By the ending of a file's name. */
function formatOf(file: string): PaperFormat {
  const format = FORMATS[(extname(file) || file).slice(1).toLowerCase()]
  if (format) return format
  throw new LedgerError(
    'paper-refused',
    `${file}: a briefing is .docx, .pdf, .md or .json. Give -o a name that ends so.`,
  )
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new LedgerError(
      'disk-failed',
      `${file} could not be written (${code ?? message}). Give another place with -o.`,
      error,
    )
  }
  process.stderr.write(`${file}\n`)
}
