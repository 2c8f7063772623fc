import { createHash } from 'node:crypto'
import { readHead } from '../../ledger/log.ts'
import { type Answer, createAnswers } from './answers.ts'
import type { AppContext, Moment } from './context.ts'

/** What all routes share: the context, and the answers that are kept. */
export interface Service {
  readonly context: AppContext
  /**
   * Answers a request by a look at the ledger as of one moment, from memory where that was done; 304 where the client has it. What takes
   * long and needs the ledger no more is given back as a function: others look meanwhile.
   */
  answer(request: Request, make: (moment: Moment) => Promise<Answer | (() => Promise<Answer>)>): Promise<Response>
}

/** Tells one run of the server from another, whose program may answer otherwise. */
const RUN = Date.now().toString(36)

export function createService(context: AppContext): Service {
  const answers = createAnswers(context.limits.kept)
  return {
    context,
    async answer(request, make) {
      const today = context.today()
      const { pathname, search } = new URL(request.url)
      const moment = `${(await readHead(context.reader)).seq}-${today}`
      const tag = `"${RUN}-${moment}-${digest(pathname + search)}"`
      if (request.headers.get('if-none-match')?.split(/,\s*/).includes(tag))
        return new Response(null, { status: 304, headers: headersOf(tag) })
      const answer = await answers.at(moment, pathname + search, async () => {
        const made = await context.reader.snapshot(session => make({ session, today, context }))
        return typeof made === 'function' ? await made() : made
      })
      return new Response(answer.body, { headers: { ...headersOf(tag), ...describing(answer) } })
    },
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** The browser keeps an answer, and asks each time whether it still holds. */
const headersOf = (tag: string): Record<string, string> => ({ etag: tag, 'cache-control': 'private, no-cache' })

const describing = ({ type, name }: Answer): Record<string, string> => ({
  'content-type': type,
  ...(name === null ? {} : { 'content-disposition': disposition(name) }),
})

/** That an answer is to be kept as a file under a name, which may have letters of any script (RFC 6266). */
export const disposition = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`
