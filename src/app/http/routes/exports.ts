import { z } from 'zod'
import type { Session, Store } from '../../../ledger/store.ts'
import { ENTITY_KINDS } from '../../../model/entity.ts'
import { Day } from '../../../views/api/words.ts'
import { EXPORT_FORMATS, type ExportAsk, EXPORTS } from '../../ledger/exports.ts'
import { queryIn } from '../asked.ts'
import type { AppContext } from '../context.ts'
import { Refusal, unknownAt } from '../problem.ts'
import type { Route } from '../route.ts'
import { disposition } from '../service.ts'

const ExportQuery = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** Entities of one kind only. */
  kind: z.enum(ENTITY_KINDS).optional(),
  /** Only these entities. */
  id: z.array(z.string()).max(1000).default([]),
  /** As it stood on that day. */
  at: Day.optional(),
})

/** The ledger for other programs, sent while it is made, over a connection of its own. */
export const EXPORTED: readonly Route[] = [
  {
    method: 'get',
    path: '/api/export',
    says: 'The ledger, or chosen entities, as CSV, JSON lines, GeoJSON, iCalendar or FollowTheMoney: a file to download.',
    query: ExportQuery,
    takes: null,
    gives: { type: 'application/octet-stream', schema: null },
    handler: ({ context }) => {
      let running = 0
      return async c => {
        const { format, kind = null, id, at } = queryIn(ExportQuery, new URL(c.req.url).searchParams)
        await checkIds(context, id)
        if (running >= context.limits.exports) throw BUSY
        running++
        const { text, type, mark } = EXPORTS[format]
        const day = at ?? context.today()
        const ask = { at: day, kind, ids: id.length > 0 ? id : null, now: context.reader.now() }
        const body = await sent(context, ask, mark, text, () => running--)
        return c.body(body, 200, {
          'content-type': type,
          'content-disposition': disposition(`bienban-${day}.${format === 'ftm' ? 'ftm.jsonl' : format}`),
        })
      }
    },
  },
]

const BUSY = new Refusal(503, 'exports-busy', 'Other exports are running. Try again when they are done.')

/** What is not there is told before anything is sent. */
async function checkIds({ reader }: AppContext, ids: readonly string[]): Promise<void> {
  const known = new Set((await reader.selectIn('entity', 'id', ids)).map(({ id }) => id))
  const unknown = ids.find(id => !known.has(id))
  if (unknown !== undefined) throw unknownAt(unknown)
}

/** The texts as a stream. Who stops reading ends the making; `done` is called when the connection is closed. */
async function sent(
  context: AppContext,
  ask: Omit<ExportAsk, 'session'>,
  mark: string,
  text: (ask: ExportAsk) => AsyncGenerator<string>,
  done: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const store = await context.open().catch((error: unknown) => {
    done()
    throw error
  })
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  const all = async (session: Session): Promise<void> => {
    if (mark !== '') await writer.write(encoder.encode(mark))
    for await (const part of text({ ...ask, session })) await writer.write(encoder.encode(part))
  }
  void finish(store, writer, all, done)
  return readable
}

async function finish(
  store: Store,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  all: (session: Session) => Promise<void>,
  done: () => void,
): Promise<void> {
  try {
    await store.snapshot(all)
    await writer.close()
  } catch (error) {
    // A file that breaks off must not look whole.
    await writer.abort(error).catch(() => {})
  } finally {
    await store.close()
    done()
  }
}
