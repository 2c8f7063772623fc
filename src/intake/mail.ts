import type { Attachment, Email } from 'postal-mime'
import { isIsoDay } from '../model/calendar.ts'
import { diagnostic } from '../text/diagnostic.ts'
import { named } from './archive.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from './capture.ts'
import { describe } from './describe.ts'
import type { Inner } from './format.ts'
import { normalizeLines } from './lines.ts'
import { DEEPEST, inside, outermost } from './nesting.ts'
import { markupLines } from './office/markup.ts'
import { joinLines } from './office/paper-lines.ts'

/** A mail: its words under its subject, then each attachment as a document of its own. Its day is that of its sender's clock. */
export async function* takeMail(
  bytes: Uint8Array,
  capture: Capture,
  options: IntakeOptions,
  { take, takesName }: Inner,
): AsyncGenerator<Taken> {
  const nesting = capture.nesting ?? outermost()
  const mail = await parse(bytes)
  if (!mail || nesting.depth >= DEEPEST)
    return yield refused(
      diagnostic(
        'error',
        'mail-damaged',
        'This mail cannot be taken apart. Save it anew from its program, and give that.',
      ),
    )
  const published = dayOf(mail) ?? options.published
  const attached = mail.attachments.filter(
    attachment => !isOfTheLetter(attachment) && (attachment.mimeType === MAIL || takesName(attachment.filename ?? '')),
  )
  const body = bodyOf(mail, capture.file, { ...options, published })
  // A mail may do nothing but bring its attachments.
  if (attached.length === 0 || mail.text?.trim() || mail.html) yield body
  for (const attachment of attached) {
    const name = attachment.filename ?? 'mail.eml'
    const content = bytesOf(attachment)
    const file = capture.file === null ? name : `${capture.file}/${name}`
    const inner = { file, mediaType: attachment.mimeType, chunks: [content], nesting: inside(nesting) }
    yield* named(name, content, take(inner, { ...options, published }))
  }
}

async function parse(bytes: Uint8Array): Promise<Email | null> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' })
  } catch {
    return null
  }
}

const MAIL = 'message/rfc822'

/** Logos and the like: parts of the page, and pictures that are shown within the letter. */
const isOfTheLetter = ({ related, disposition, mimeType }: Attachment): boolean =>
  Boolean(related) || (disposition === 'inline' && mimeType.startsWith('image/'))

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

/** A text that is so much shorter than the page beside it only says that there is one. */
const STUB = 3

function bodyOf(mail: Email, file: string | null, options: IntakeOptions): Taken {
  const title = mail.subject?.replace(/\s+/gu, ' ').trim() || null
  const facts = { file, title, lang: options.lang, published: options.published }
  const plain = (mail.text ?? '').trim()
  const page = mail.html ? joinLines(markupLines(mail.html, 'mail')) : null
  const words = page && page.text.length > plain.length * STUB ? page : normalizeLines(plain)
  if (!title || words.text.startsWith(title)) return describe(words, facts, [])
  if (words.text === '') return describe(normalizeLines(title), facts, [])
  const head = `${title}\n\n`
  return describe(
    {
      text: head + words.text,
      sourceMap: [
        { text: 0, source: 0, path: 'Subject' },
        ...words.sourceMap.map(run => ({ ...run, text: run.text + head.length })),
      ],
    },
    facts,
    [],
  )
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day as the sender wrote it: "Tue, 24 Sep 2024 23:15:00 +0700" is the 24th, whatever day that is elsewhere (RFC 5322, 3.3). */
function dayOf(mail: Email): string | null {
  const header = mail.headers.find(({ key }) => key === 'date')?.value ?? ''
  const [, day, month, year] = /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})/.exec(header) ?? []
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1
  const iso = `${year}-${String(number).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  return isIsoDay(iso) ? iso : null
}
