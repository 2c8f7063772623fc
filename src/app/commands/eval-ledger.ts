import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRead } from '../../evaluate/ledger/all-read.ts'
import { scoreThings, type ThingScores, type ThingTruth } from '../../evaluate/ledger/things.ts'
import type { TruthDocument, UndertakingTruth } from '../../evaluate/ledger/truth.ts'
import { scoreUndertakings, type Share, type UndertakingScores } from '../../evaluate/ledger/undertakings.ts'
import type { EntityKind } from '../../model/entity.ts'
import type { Reading } from '../../model/reading.ts'
import { createResolvers, type Resolvers } from '../../resolve/resolvers.ts'
import { findInputs } from '../inputs.ts'
import { loadPack } from '../packs.ts'
import { readInputs } from '../pipeline.ts'
import { write } from '../terminal.ts'

export interface EvalLedgerOptions {
  readonly lang: string
  readonly json: boolean
  readonly misses: boolean
}

/** `bienban eval ledger`: reads the reports of the truth, puts them together in memory, and scores what came of it. */
export async function evalLedgerCommand(folder: string, options: EvalLedgerOptions): Promise<number> {
  const pack = loadPack(options.lang)
  if (!pack) {
    process.stderr.write(`There is no language pack for "${options.lang}".\n`)
    return 1
  }
  const readings = await readTruth(folder, options.lang)
  const truth = JSON.parse(readFileSync(join(folder, 'undertakings.json'), 'utf8')) as UndertakingTruth
  const resolvers = createResolvers(pack)
  const resolver = resolvers.byKind.get('undertaking')!
  const scores = {
    things: thingsOf(folder, readings, resolvers),
    read: scoreUndertakings(truth, readings, resolver),
    allRead: scoreUndertakings(truth, allRead(truth, readings), resolver),
  }
  await write(process.stdout, options.json ? `${JSON.stringify(scores)}\n` : tables(scores, options.misses))
  return 0
}

/** The kinds whose truth is only what is one and what is not, by the name of their file. */
const THINGS: readonly (readonly [name: string, kind: EntityKind])[] = [
  ['people', 'person'],
  ['gates', 'gate'],
  ['meetings', 'meeting'],
]

type Things = Readonly<Record<string, ThingScores>>

const thingsOf = (folder: string, readings: ReadonlyMap<string, Reading>, { byKind }: Resolvers): Things =>
  Object.fromEntries(
    THINGS.flatMap(([name, kind]) => {
      const [file, resolver] = [join(folder, `${name}.json`), byKind.get(kind)]
      if (!resolver || !existsSync(file)) return []
      const truth = JSON.parse(readFileSync(file, 'utf8')) as ThingTruth
      return [[name, scoreThings(truth, readings, resolver)]]
    }),
  )

/** The readings of the reports that `documents.json` lists, by name; a report that is not on this machine is left out, with a word. */
export async function readTruth(folder: string, lang: string): Promise<ReadonlyMap<string, Reading>> {
  const documents = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8')) as Record<string, TruthDocument>
  const readings = new Map<string, Reading>()
  for (const [name, { file, published = null }] of Object.entries(documents)) {
    const inputs = await findInputs([join(folder, file)])
    for await (const { reading } of readInputs(inputs, { lang, published })) if (reading) readings.set(name, reading)
    if (!readings.has(name)) process.stderr.write(`${name}: there is no ${file} here, so it was left out.\n`)
  }
  return readings
}

const shareLine = (name: string, { right, all }: Share): string =>
  `${name.padEnd(42)} ${String(right).padStart(5)} of ${String(all).padStart(5)}  ${(all === 0 ? 0 : (100 * right) / all).toFixed(1).padStart(5)} %`

interface Scores {
  readonly things: Things
  readonly read: UndertakingScores
  readonly allRead: UndertakingScores
}

const tables = ({ things, read, allRead }: Scores, misses: boolean): string =>
  `What the reader makes of the reports\n${thingLines(things, misses)}${table(read, misses)}\nAs if every item of the truth had been read\n${table(allRead, misses)}`

const thingLines = (things: Things, misses: boolean): string =>
  Object.entries(things)
    .flatMap(([name, scores]) => [
      ...(misses ? scores.misses : []),
      shareLine(`${name}: precision of pairs`, scores.precision),
      shareLine(`${name}: recall of pairs read`, scores.recall),
      shareLine(`${name}: recall of all pairs of reports`, scores.recallOfAll),
      '',
    ])
    .join('\n')

const table = (scores: UndertakingScores, misses: boolean): string =>
  [
    ...(misses ? scores.misses : []),
    shareLine('undertakings: precision of pairs', scores.precision),
    shareLine('undertakings: recall of pairs read', scores.recall),
    shareLine('undertakings: recall of all pairs', scores.recallOfAll),
    shareLine('stages whose words were read', scores.stages),
    shareLine('stages of all', scores.stagesOfAll),
    shareLine('items of reviews whose words were read', scores.reviews),
    shareLine('items of reviews, all', scores.reviewsOfAll),
    '',
  ].join('\n')
