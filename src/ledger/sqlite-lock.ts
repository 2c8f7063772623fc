import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import Database from 'libsql'
import { LedgerError } from './error.ts'

/** Who writes to a ledger, as told to those who would like to. */
interface Holder {
  readonly pid: number
  readonly command: string
  readonly host: string
  readonly since: string
}

export interface WriterLock {
  /** Set where the last writer ended without giving the lock back. */
  readonly note: string | null
  release(): void
}

/**
 * The right to write to an embedded ledger. What locks is the operating system (by way of an empty SQLite file beside the
 * ledger), so that the lock of a dead process is gone with it; a second file only says who holds it.
 */
export function takeWriterLock(path: string, now: Date): WriterLock {
  const lock = new Database(`${path}-lock`)
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw locked(path)
    throw error
  }
  const file = `${path}-writer`
  const before = holderIn(file)
  writeHolder(file, { pid: process.pid, command: commandLine(), host: hostname(), since: now.toISOString() }, lock)
  return {
    note: before && `The last writer (${described(before)}) ended without closing the ledger; its lock was taken over.`,
    release() {
      rmSync(file, { force: true })
      lock.exec('rollback')
      lock.close()
    },
  }
}

function writeHolder(file: string, holder: Holder, lock: Database.Database): void {
  try {
    writeFileSync(file, `${JSON.stringify(holder)}\n`)
  } catch (error) {
    lock.close()
    throw error
  }
}

function holderIn(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** Without paths, which say nothing to others: `bienban add reports`. */
const commandLine = (): string =>
  process.argv
    .slice(1)
    .map(part => basename(part))
    .join(' ')
    .slice(0, 120) || 'node'

const described = ({ command, pid, host, since }: Holder): string =>
  `"${command}", process ${pid} on ${host}, since ${since}`

function locked(path: string): LedgerError {
  const holder = holderIn(`${path}-writer`)
  const who = holder ? described(holder) : 'another process'
  return new LedgerError(
    'ledger-locked',
    `The ledger ${path} is being written by ${who}. Wait until it is done, or end it, and try again; reading is possible meanwhile.`,
  )
}
