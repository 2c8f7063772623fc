import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { LedgerError } from '../../../ledger/error.ts'
import type { EntityKind } from '../../../model/entity.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import { type ExportFormat, EXPORTS } from '../../ledger/exports.ts'
import { todayFor } from '../../ledger/show.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { write } from '../../terminal.ts'

export interface ExportFlags extends LedgerFlags {
  readonly format: ExportFormat
  readonly kind?: EntityKind
  readonly at?: string
  readonly output?: string
}

/** `bienban export`: the ledger in a form that other programs take. */
export const exportCommand = (flags: ExportFlags): Promise<number> =>
  withLedger(flags.store, { readonly: true }, async store => {
    const { format, kind = null, output } = flags
    const count = await store.snapshot(async session => {
      const { text, mark } = EXPORTS[format]
      const texts = text({ session, at: flags.at ?? todayFor(flags), kind, now: store.now() })
      return output === undefined ? await toScreen(texts) : await toFile(texts, output, mark)
    })
    if (output !== undefined) process.stderr.write(`${LEDGER_WORDINGS[flags.ui].exported(count, output)}\n`)
    return 0
  })

async function toScreen(texts: AsyncIterable<string>): Promise<number> {
  let count = 0
  for await (const text of texts) {
    await write(process.stdout, text)
    count++
  }
  return count
}

async function toFile(texts: AsyncIterable<string>, path: string, mark: string): Promise<number> {
  const stream = createWriteStream(path)
  const problem = finished(stream).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  )
  stream.write(mark)
  let count = 0
  for await (const text of texts) {
    if (stream.errored) break
    if (!stream.write(text))
      await Promise.race([new Promise<void>(resolve => stream.once('drain', () => resolve())), problem])
    count++
  }
  stream.end()
  const error = await problem
  if (error)
    throw new LedgerError(
      'disk-failed',
      `${path} could not be written (${error.code ?? error.message}). Give another place with -o.`,
      error,
    )
  return count
}
