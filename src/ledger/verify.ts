import { sha256 } from './canonical.ts'
import { type CaptureBody, parseCapture } from './entry.ts'
import { createChain } from './chain.ts'
import { type Head, readHead, walkLog } from './log.ts'
import type { Session, Store } from './store.ts'

/** What a walk through the log found. Where the head is written down elsewhere, a log that was made anew is noticed too. */
export interface Verification {
  readonly rows: number
  readonly blobs: number
  readonly head: Head
  /** A sentence for each thing that is wrong; none: the log is what was appended. */
  readonly problems: readonly string[]
}

/** Walks the whole chain, and finds what was changed, removed or put in by hand. */
export const verifyLog = (store: Store): Promise<Verification> =>
  store.snapshot(async session => {
    const problems: string[] = []
    let rows = 0
    const captures = new Map<string, { readonly seq: number; readonly kept: boolean }>()
    const chain = createChain(problem => problems.push(problem))
    for await (const row of walkLog(session)) {
      rows++
      const whole = chain.take(row)
      if (whole && row.kind === 'capture') noteCapture(captures, row.seq, parseCapture(row.body))
    }
    const head = await readHead(session)
    chain.finish(head)
    const blobs = await checkBlobs(session, captures, problems)
    return { rows, blobs, head, problems }
  })

function noteCapture(
  captures: Map<string, { readonly seq: number; readonly kept: boolean }>,
  seq: number,
  { sha256: digest, kept }: CaptureBody,
): void {
  if (kept || !captures.has(digest)) captures.set(digest, { seq, kept })
}

/** Blobs that are in memory at once. */
const BLOBS = 20

async function checkBlobs(
  session: Session,
  captures: ReadonlyMap<string, { readonly seq: number; readonly kept: boolean }>,
  problems: string[],
): Promise<number> {
  const seen = new Set<string>()
  for await (const { digest, bytes } of walkBlobs(session)) {
    seen.add(digest)
    if (sha256(bytes) !== digest) problems.push(`The bytes kept as ${digest} were changed.`)
    if (!captures.get(digest)?.kept && problems.length === 0)
      problems.push(`The bytes kept as ${digest} were put in by hand: no capture has them.`)
  }
  for (const [digest, { seq, kept }] of captures)
    if (kept && !seen.has(digest)) problems.push(`The bytes of the capture in row ${seq} (${digest}) were taken out.`)
  return seen.size
}

/** Blobs in the order of their digests. */
export async function* walkBlobs({ db }: Session): AsyncGenerator<{ digest: string; bytes: Uint8Array }> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('blob')
      .selectAll()
      .where('digest', '>', last)
      .orderBy('digest')
      .limit(BLOBS)
      .execute()
    yield* rows
    if (rows.length < BLOBS) return
    last = rows[rows.length - 1].digest
  }
}
