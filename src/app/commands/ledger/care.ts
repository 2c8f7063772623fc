import { backup, restore } from '../../../ledger/backup.ts'
import { rebuild } from '../../../ledger/rebuild.ts'
import { rereadAll, type Reread } from '../../../ledger/reread.ts'
import type { Session, Store } from '../../../ledger/store.ts'
import { verifyLog } from '../../../ledger/verify.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { readerFor } from '../../pipeline.ts'
import { startProgress } from '../../progress.ts'
import { write } from '../../terminal.ts'

/** `bienban verify`: exit code 1 where the log was changed by hand. */
export const verifyCommand = (flags: LedgerFlags): Promise<number> =>
  withLedger(flags.store, { readonly: true }, async store => {
    const { rows, blobs, head, problems } = await verifyLog(store)
    const words = LEDGER_WORDINGS[flags.ui]
    const sentence =
      problems.length === 0
        ? words.verified(rows, blobs, head.hash)
        : [words.broken, ...problems.map(problem => `  ${problem}`)].join('\n')
    await tell(flags, { rows, blobs, head, problems }, sentence)
    return problems.length === 0 ? 0 : 1
  })

/** `bienban rebuild`: derives all again; with `reread` after all documents were read again. */
export const rebuildCommand = (flags: LedgerFlags & { readonly reread: boolean }): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const words = LEDGER_WORDINGS[flags.ui]
    const { reread, readings } = await store.transaction(async session => ({
      reread: flags.reread ? await readAgain(session, store) : null,
      readings: await rebuildAll(session),
    }))
    const told = reread
      ? [words.reread(reread.changed, reread.all), words.rebuilt(readings)]
      : [words.rebuilt(readings)]
    await tell(flags, { reread, readings }, told.join('\n'))
    return 0
  })

async function readAgain(session: Session, store: Store): Promise<Reread> {
  const progress = await startProgress(await countOf(session, 'document'), 'Reading')
  let before = 0
  const result = await rereadAll(
    session,
    document => readerFor(document.lang)?.read(document) ?? null,
    store.now(),
    done => {
      for (; before < done; before++) progress.step('')
    },
  )
  progress.stop()
  return result
}

async function rebuildAll(session: Session): Promise<number> {
  const readings = await countOf(session, 'reading')
  const progress = await startProgress(readings, 'Deriving')
  let before = 0
  await rebuild(session, theResolvers(), done => {
    for (; before < done; before++) progress.step('')
  })
  progress.stop()
  return readings
}

async function countOf({ db }: Session, kind: 'document' | 'reading'): Promise<number> {
  const counted = db.selectFrom('log').select(({ fn }) => fn.countAll<number>().as('n'))
  return (await counted.where('kind', '=', kind).executeTakeFirstOrThrow()).n
}

/** `bienban backup FILE`. */
export const backupCommand = (file: string, flags: LedgerFlags): Promise<number> =>
  withLedger(flags.store, { readonly: true }, async store => {
    const report = await backup(store, file)
    await tell(flags, report, LEDGER_WORDINGS[flags.ui].backedUp(report.rows, file, report.head.hash))
    return 0
  })

/** `bienban restore FILE`: into a ledger that is new. */
export const restoreCommand = (file: string, flags: LedgerFlags): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const report = await restore(store, file)
    await store.transaction(rebuildAll)
    await tell(flags, report, LEDGER_WORDINGS[flags.ui].restored(report.rows))
    return 0
  })

const tell = (flags: LedgerFlags, data: unknown, sentence: string): Promise<void> =>
  write(process.stdout, flags.json ? `${JSON.stringify(data, null, 2)}\n` : `${sentence}\n`)
