import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate, type Evaluation, isReadingOf } from '../../evaluate/evaluate.ts'
import { type Gold, parseGold } from '../../evaluate/gold.ts'
import type { Score } from '../../evaluate/tally.ts'
import type { Reading } from '../../model/reading.ts'
import { findInputs } from '../inputs.ts'
import { readInputs } from '../pipeline.ts'
import { write } from '../terminal.ts'

export interface EvalOptions {
  readonly lang: string
  readonly published: string | null
  readonly json: boolean
  /** The measure of which what was missed is listed. */
  readonly misses: string | null
}

/** `bienban eval`: reads reports and scores what was read against their annotation. */
export async function evalCommand(folder: string, paths: readonly string[], options: EvalOptions): Promise<number> {
  const golds = loadGold(folder)
  if (typeof golds === 'string') {
    process.stderr.write(`${golds}\n`)
    return 1
  }
  const { readings, failed } = await readAll(paths, options)
  const pairs = golds.flatMap(gold =>
    readings
      .filter(reading => isReadingOf(gold, reading))
      .slice(0, 1)
      .map(reading => ({ gold, reading })),
  )
  const unread = golds.filter(gold => !pairs.some(pair => pair.gold === gold))
  for (const { doc } of unread) process.stderr.write(`${doc}: no report of that name was given, so it was left out.\n`)
  const evaluation = evaluate(pairs)
  await write(
    process.stdout,
    options.json ? `${JSON.stringify(evaluation)}\n` : evaluationTable(evaluation, options.misses),
  )
  return failed || unread.length > 0 ? 1 : 0
}

/** The gold files of a folder, or what is wrong with one of them. */
export function loadGold(folder: string): Gold[] | string {
  let file = folder
  try {
    const names = readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .toSorted()
    if (names.length === 0) return `${folder}: There is no gold file (.json) in this folder.`
    return names.map(name => {
      file = join(folder, name)
      return parseGold(readFileSync(file, 'utf8'))
    })
  } catch (error) {
    return `${file}: ${(error as Error).message}`
  }
}

async function readAll(
  paths: readonly string[],
  options: EvalOptions,
): Promise<{ readings: Reading[]; failed: boolean }> {
  const readings: Reading[] = []
  let failed = false
  for await (const { input, reading, diagnostics } of readInputs(await findInputs(paths), options)) {
    if (reading) readings.push(reading)
    else failed = true
    for (const { severity, message } of diagnostics)
      if (severity === 'error') process.stderr.write(`${input}: ${message}\n`)
  }
  return { readings, failed }
}

const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1)).padStart(5)

const scoreLine = ({ measure, gold, found, precision, recall, f1 }: Score): string =>
  `${measure.padEnd(20)} gold ${String(gold).padStart(4)}  found ${String(found).padStart(4)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`

function evaluationTable(
  { documents, claims, unquoted, invented, inventedIn, scores, misses }: Evaluation,
  measure: string | null,
): string {
  const head = `documents ${documents} · claims ${claims} · without an exact quote ${unquoted} · invented in ${inventedIn} irrelevant documents: ${invented}`
  const listed = misses
    .filter(miss => miss.measure === measure)
    .map(({ doc, kind, what }) => `${doc} ${kind.padEnd(6)} ${what}`)
  return `${[...listed, head, ...scores.map(scoreLine)].join('\n')}\n`
}
