import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { insertBlobs, insertLogRows } from './append.ts'
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupPart,
  blobLine,
  digestLine,
  headerLine,
  lineHash,
  logLine,
  readBackup,
} from './backup-file.ts'
import { sha256 } from './canonical.ts'
import { createChain } from './chain.ts'
import { LedgerError } from './error.ts'
import { type Head, readHead, walkLog, writeHead } from './log.ts'
import type { Session, Store } from './store.ts'
import { walkBlobs } from './verify.ts'

/** What a backup holds. */
export interface BackupReport {
  readonly rows: number
  readonly blobs: number
  readonly head: Head
}

/** Writes the log and the blobs, as of one moment, to one file. It bears its name only when it is whole. */
export async function backup(store: Store, path: string): Promise<BackupReport> {
  const unfinished = `${path}.part`
  try {
    const header = await store.snapshot(async session => {
      const header = await headerFor(session)
      const lines = Readable.from(linesFor(session, header), { objectMode: false })
      await pipeline(lines, createGzip({ level: 6 }), createWriteStream(unfinished))
      return header
    })
    flush(unfinished)
    renameSync(unfinished, path)
    return { rows: header.rows, blobs: header.blobs, head: header.head }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw fileProblem(error, path)
  }
}

async function headerFor(session: Session): Promise<BackupHeader> {
  const count = async (table: 'log' | 'blob'): Promise<number> => {
    const counted = session.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n'))
    return (await counted.executeTakeFirstOrThrow()).n
  }
  return { format: BACKUP_FORMAT, rows: await count('log'), blobs: await count('blob'), head: await readHead(session) }
}

async function* linesFor(session: Session, header: BackupHeader): AsyncGenerator<string> {
  const hash = lineHash()
  const hashed = (line: string): string => {
    hash.update(line).update('\n')
    return `${line}\n`
  }
  yield hashed(headerLine(header))
  for await (const row of walkLog(session)) yield hashed(logLine(row))
  for await (const { digest, bytes } of walkBlobs(session)) yield hashed(blobLine(digest, bytes))
  yield `${digestLine(hash.digest('hex'))}\n`
}

function flush(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Fills an empty ledger from a backup, whichever store either is in. The whole file is checked before anything is written, and
 * then all is written in one transaction. What is derived must be rebuilt afterwards.
 */
export async function restore(store: Store, path: string): Promise<BackupReport> {
  await checkBackup(path)
  return store.transaction(async session => {
    if ((await readHead(session)).seq > 0)
      throw new LedgerError(
        'ledger-not-empty',
        `The ledger ${store.location} is not empty: a backup is restored into a new one only. Give a name that is not used yet; nothing was changed.`,
      )
    return fill(session, path)
  })
}

/** Reads a backup through: digest, counts, the chain of the log, the digests of the blobs. */
async function checkBackup(path: string): Promise<void> {
  const problems: string[] = []
  const chain = createChain(problem => problems.push(problem))
  const counts = { rows: 0, blobs: 0 }
  let header: BackupHeader | null = null
  for await (const part of readBackup(path)) {
    if ('format' in part) header = part
    else count(part, counts)
    if ('row' in part) chain.take(part.row)
    if ('bytes' in part && sha256(part.bytes) !== part.digest)
      problems.push(`The bytes kept as ${part.digest} were changed.`)
  }
  if (header) chain.finish(header.head)
  if (!header || header.rows !== counts.rows || header.blobs !== counts.blobs)
    problems.push('The counts of its header are not those of its lines.')
  if (problems.length > 0)
    throw new LedgerError(
      'backup-damaged',
      `The backup ${path} was changed by hand: ${problems[0]} Take another copy; nothing was restored.`,
    )
}

function count(part: BackupPart, counts: { rows: number; blobs: number }): void {
  if (part.kind === 'row') counts.rows++
  else counts.blobs++
}

/** Parts that go to the database at once. */
const AT_ONCE = 200

async function fill(session: Session, path: string): Promise<BackupReport> {
  let header: BackupHeader | null = null
  let waiting: BackupPart[] = []
  const flushed = async (): Promise<void> => {
    await insertLogRows(
      session,
      waiting.flatMap(part => (part.kind === 'row' ? [part.row] : [])),
    )
    await insertBlobs(
      session,
      waiting.flatMap(part => (part.kind === 'blob' ? [part] : [])),
    )
    waiting = []
  }
  for await (const part of readBackup(path)) {
    if ('format' in part) header = part
    else waiting.push(part)
    if (waiting.length >= AT_ONCE) await flushed()
  }
  await flushed()
  await writeHead(session, header!.head)
  return { rows: header!.rows, blobs: header!.blobs, head: header!.head }
}

/** What the file system says of the backup's own file, for people. */
function fileProblem(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (/^(ENOSPC|EDQUOT)$/.test(code))
    return new LedgerError(
      'disk-full',
      `The disk is full: the backup ${path} was not written. Make room or give another place.`,
      error,
    )
  if (/^(EROFS|EACCES|EPERM)$/.test(code))
    return new LedgerError(
      'ledger-readonly',
      `The backup ${path} cannot be written: its folder is read-only. Give another place.`,
      error,
    )
  if (/^(ENOENT|ENOTDIR|EISDIR)$/.test(code))
    return new LedgerError(
      'ledger-missing',
      `The backup ${path} cannot be written: there is no such folder, or it is one itself.`,
      error,
    )
  return error
}
