import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { LedgerError } from './error.ts'
import type { Head } from './log.ts'
import type { LogTable } from './tables.ts'

/**
 * A backup: gzipped lines of JSON. First the header, then the rows of the log in order, then the blobs, and at the end the
 * digest of all the lines before it. Derived tables are not in it.
 */
export const BACKUP_FORMAT = 'bienban/backup@1'

export interface BackupHeader {
  readonly format: string
  readonly rows: number
  readonly blobs: number
  readonly head: Head
}

export const headerLine = (header: BackupHeader): string => JSON.stringify(header)

/** The body stands in the line as it is, so that it comes back byte for byte; it is the last field. */
export const logLine = ({ seq, kind, key, at, body, hash }: LogTable): string =>
  `${JSON.stringify({ seq, kind, key, at, hash }).slice(0, -1)}${BODY}${body}}`

const BODY = ',"body":'

export const blobLine = (digest: string, bytes: Uint8Array): string =>
  JSON.stringify({ blob: digest, bytes: Buffer.from(bytes).toString('base64') })

export const digestLine = (digest: string): string => JSON.stringify({ sha256: digest })

export const lineHash = (): Hash => createHash('sha256')

export function parseLogLine(line: string): LogTable {
  const cut = line.indexOf(BODY)
  const row = JSON.parse(`${line.slice(0, cut)}}`) as Omit<LogTable, 'body'>
  return { ...row, body: line.slice(cut + BODY.length, -1) }
}

/** The parts of a backup as they are read, after the header. */
export type BackupPart =
  | { readonly kind: 'row'; readonly row: LogTable }
  | { readonly kind: 'blob'; readonly digest: string; readonly bytes: Uint8Array }

/** Header, parts; throws where the file is cut off, changed or no backup. What came before that is then worth nothing. */
export async function* readBackup(path: string): AsyncGenerator<BackupHeader | BackupPart> {
  const hash = lineHash()
  let header: BackupHeader | null = null
  let complete = false
  try {
    for await (const line of linesOf(path)) {
      if (complete) throw damaged(path, 'something stands behind its end')
      if (line.startsWith('{"sha256":')) {
        complete = true
        if ((JSON.parse(line) as { sha256: string }).sha256 !== hash.digest('hex'))
          throw damaged(path, 'its digest is not that of its lines')
        continue
      }
      hash.update(line).update('\n')
      if (header) yield partOf(line)
      else yield (header = headerOf(line, path))
    }
  } catch (error) {
    throw asDamage(error, path)
  }
  if (!complete) throw damaged(path, 'its end is missing')
}

function headerOf(line: string, path: string): BackupHeader {
  const header = line.startsWith('{"format":') ? (JSON.parse(line) as BackupHeader) : null
  if (!header?.format.startsWith('bienban/backup@')) throw damaged(path, 'its first line is not the header of one')
  if (header.format !== BACKUP_FORMAT)
    throw new LedgerError(
      'backup-newer',
      `The backup ${path} was made by a newer Bienban (${header.format}). Install that one to restore it; nothing was changed.`,
    )
  return header
}

function partOf(line: string): BackupPart {
  if (!line.startsWith('{"blob":')) return { kind: 'row', row: parseLogLine(line) }
  const { blob, bytes } = JSON.parse(line) as { blob: string; bytes: string }
  return { kind: 'blob', digest: blob, bytes: Buffer.from(bytes, 'base64') }
}

/** Lines without their ends, cut at bytes: a line may be as long as the longest report. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const unzipped = createGunzip()
  source.on('error', error => unzipped.destroy(error))
  let open: Buffer[] = []
  for await (const chunk of source.pipe(unzipped) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      open.push(chunk.subarray(from, at))
      yield Buffer.concat(open).toString('utf8')
      open = []
      from = at + 1
    }
    open.push(chunk.subarray(from))
  }
  if (open.some(({ length }) => length > 0)) yield Buffer.concat(open).toString('utf8')
}

const damaged = (path: string, why: string): LedgerError =>
  new LedgerError(
    'backup-damaged',
    `${path} is not a whole backup of a ledger: ${why}. Take another copy of it; nothing was restored.`,
  )

function asDamage(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof LedgerError) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'Z_BUF_ERROR') return damaged(path, 'it is cut off')
  if (code.startsWith('Z_')) return damaged(path, 'it is not a gzip file, or was changed')
  if (error instanceof SyntaxError) return damaged(path, 'a line is not JSON')
  if (code === 'ENOENT') return new LedgerError('ledger-missing', `There is no file ${path}. Check the name.`, error)
  return error
}
