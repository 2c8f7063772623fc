import { z } from 'zod'
import { readHead } from '../../../ledger/log.ts'
import { Taken, type TakenFile } from '../../../views/api/reports.ts'
import { Day } from '../../../views/api/words.ts'
import type { Input } from '../../inputs.ts'
import { type AddedInput, addInputs } from '../../ledger/adding.ts'
import { checked } from '../asked.ts'
import { Refusal } from '../problem.ts'
import { type Route, writerOf } from '../route.ts'

/** What is sent: files in the field `files`, each of any format that can be read. */
const Upload = z.object({
  files: z.array(z.file()).min(1).max(500),
  /** Language of reports that do not name it. */
  lang: z.string().max(20).default('vi'),
  /** Day of publication of reports that do not give it. */
  published: Day.optional(),
})

const MULTIPART = 'multipart/form-data'

/** Reports that come as files: the same reading as that of `bienban add`. */
export const UPLOADS: readonly Route[] = [
  {
    method: 'post',
    path: '/api/reports',
    says: 'Takes reports in, as files; answers what became of each, and why where one could not be read.',
    query: z.object({}),
    takes: { type: MULTIPART, schema: Upload },
    gives: { type: 'application/json', schema: Taken },
    handler:
      ({ context }) =>
      async c => {
        const writer = writerOf(context)
        const { files, lang, published = null } = checked(Upload, await formOf(c.req.raw), 'field')
        const taken: TakenFile[] = []
        for await (const added of addInputs(writer, context.resolvers, files.map(inputOf), { lang, published }))
          taken.push(takenOf(added))
        const { seq } = await readHead(writer)
        return c.json({ files: taken, seq } satisfies Taken)
      },
  },
]

async function formOf(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith(MULTIPART))
    throw new Refusal(415, 'not-multipart', `Files are sent as ${MULTIPART}, in the field "files".`)
  const form = await request.formData().catch(() => {
    throw new Refusal(400, 'not-multipart', 'The files arrived broken. Send them again.')
  })
  const others = ['lang', 'published'].flatMap(name => {
    const value = form.get(name)
    return value === null || value === '' ? [] : [[name, value]]
  })
  return { files: form.getAll('files'), ...Object.fromEntries(others) }
}

const inputOf = (file: File): Input => ({
  name: file.name,
  open: () => ({ file: file.name, chunks: chunksOf(file) }),
  problem: null,
})

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer())
}

const takenOf = ({ input, outcome, title, messages }: AddedInput): TakenFile => ({
  file: input,
  what: outcome?.what ?? 'failed',
  doc: outcome?.doc ?? null,
  title,
  copyOf: outcome?.copyOf ?? null,
  messages: [...messages],
})
