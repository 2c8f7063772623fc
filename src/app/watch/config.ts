import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { LedgerError } from '../../ledger/error.ts'

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `30s`, `15m`, `2h`, `1d`, in milliseconds. */
const duration = z
  .string()
  .regex(/^\d+\s*[smhd]$/u, 'is no time. Write it as 30s, 15m, 2h or 1d')
  .transform(text => Number.parseInt(text, 10) * (UNITS[text.at(-1) ?? ''] ?? 1))

const common = {
  name: z.string().min(1),
  /** BCP 47 code of reports that do not name their language. */
  lang: z.string().min(2).default('vi'),
  /** Only addresses that hold these words. */
  match: z.string().optional(),
  /** New pages that are read in one round. */
  limit: z.int().min(1).max(10_000).default(100),
  every: duration.optional(),
}

const source = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.enum(['feed', 'sitemap', 'listing']), url: z.url({ protocol: /^https?$/u }) }),
  z.strictObject({ ...common, kind: z.literal('folder'), path: z.string().min(1) }),
])

const config = z.strictObject({
  /** Who asks, and how to be reached: servers see it. */
  contact: z.string().min(3),
  every: duration.default(3_600_000),
  /** Between two requests to one site. */
  interval: duration.default(2000),
  allow_private: z.boolean().default(false),
  /** Until an answer is whole. */
  patience: duration.default(30_000),
  source: z.array(source).min(1),
})

export type Source = z.infer<typeof source>
export type SourcesConfig = z.infer<typeof config>

/** Reads a sources file. Throws a LedgerError with a sentence that says what is wrong with it, and where. */
export function readSources(file: string): SourcesConfig {
  const parsed = config.safeParse(parsedToml(file))
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues
    const where = path.length > 0 ? `"${placeOf(path)}"` : 'the file'
    throw new LedgerError('sources-invalid', `${file}: ${where}: ${message}. docs/intake.md shows a whole file.`)
  }
  const names = parsed.data.source.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    throw new LedgerError('sources-invalid', `${file}: two sources are called "${twice}". Give each a name of its own.`)
  const folder = dirname(resolve(file))
  return {
    ...parsed.data,
    source: parsed.data.source.map(each =>
      each.kind === 'folder' ? { ...each, path: resolve(folder, each.path) } : each,
    ),
  }
}

/** `source[2].url`, counted from 1 as people do. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )

function parsedToml(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new LedgerError(
      'sources-missing',
      `The sources file ${file} could not be read (${(error as NodeJS.ErrnoException).code}). Check its name.`,
    )
  }
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    throw new LedgerError(
      'sources-invalid',
      `${file}, line ${error.line}: this is not TOML. ${error.message.split('\n')[0]}.`,
    )
  }
}
