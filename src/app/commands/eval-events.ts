import { readFileSync } from 'node:fs'
import { type EventScore, scoreEvents } from '../../evaluate/events.ts'
import type { Reading } from '../../model/reading.ts'
import { assemble, type Assembly } from '../../resolve/assemble.ts'
import { createAtlas } from '../../resolve/atlas.ts'
import { createOccasionResolver } from '../../resolve/meetings/resolver.ts'
import type { MeetingProfile } from '../../resolve/meetings/profile.ts'
import { placesOf, type Resolver } from '../../resolve/resolver.ts'
import { findInputs, type Input } from '../inputs.ts'
import { loadPack } from '../packs.ts'
import { readInputs } from '../pipeline.ts'
import { write } from '../terminal.ts'

export interface EvalEventsOptions {
  readonly lang: string
  readonly published: string | null
  readonly json: boolean
  /** Whether the pairs that were put together or kept apart wrongly are listed. */
  readonly misses: boolean
}

/** `bienban eval events`: puts reports together by what they tell, and scores that against the event that each names. */
export async function evalEventsCommand(paths: readonly string[], options: EvalEventsOptions): Promise<number> {
  const inputs = await findInputs(paths)
  const { readings, failed } = await readAll(inputs, options)
  const named = eventsIn(inputs.filter(input => input.open).map(input => input.name))
  const pack = loadPack(options.lang)
  if (!pack || readings.length === 0) {
    process.stderr.write('No report was read. A report is a line of JSON with "id", "text" and "event".\n')
    return 1
  }
  const events = readings.map(({ document }) => named.get(document.key ?? '') ?? `only ${document.id}`)
  const resolver = createOccasionResolver(createAtlas(pack.gazetteer), pack.rarity())
  const assembly = assemble(resolver, readings)
  const score = scoreEvents(events, groupsOf(assembly, readings))
  const shown = options.json
    ? JSON.stringify(figuresOf(score, assembly.judged))
    : [...(options.misses ? missesOf(score, resolver, readings) : []), summaryOf(score, assembly.judged)].join('\n')
  await write(process.stdout, `${shown}\n`)
  return failed ? 1 : 0
}

async function readAll(
  inputs: readonly Input[],
  options: EvalEventsOptions,
): Promise<{ readings: Reading[]; failed: boolean }> {
  const readings: Reading[] = []
  let failed = false
  for await (const { input, reading, diagnostics } of readInputs(inputs, options)) {
    if (reading) readings.push(reading)
    else failed = true
    for (const { severity, message } of diagnostics)
      if (severity === 'error') process.stderr.write(`${input}: ${message}\n`)
  }
  return { readings, failed }
}

/** The event of each report, by its id; a report that names none is an event of its own. */
function eventsIn(files: readonly string[]): ReadonlyMap<string, string> {
  const events = new Map<string, string>()
  for (const { id, event } of files.flatMap(reportsIn)) if (id && event) events.set(id, event)
  return events
}

interface Labelled {
  readonly id?: string | null
  readonly event?: string | null
}

/** What is no JSON was told of when it was read. */
function reportsIn(file: string): Labelled[] {
  const text = readFileSync(file, 'utf8')
  try {
    return file.endsWith('.jsonl')
      ? text
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line) as Labelled)
      : [JSON.parse(text) as Labelled | Labelled[]].flat()
  } catch {
    return []
  }
}

function groupsOf({ entities }: Assembly<MeetingProfile>, readings: readonly Reading[]): string[] {
  const groupOf = new Map(entities.flatMap(({ id, mentions }) => mentions.map(({ claim }) => [claim, id] as const)))
  return readings.map(({ document }) => groupOf.get(document.id)!)
}

const figuresOf = ({ falseMerges, missedMerges, ...score }: EventScore, judged: number) => ({
  ...score,
  judged,
  falseMerges: falseMerges.length,
  missedMerges: missedMerges.length,
})

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

function summaryOf(score: EventScore, judged: number): string {
  const { reports, events, groups, precision, recall, f1, falseMerges, missedMerges } = score
  const pairs = (reports * (reports - 1)) / 2
  const shareOf = (count: number): string => percent(falseMerges.length / Math.max(1, count))
  return [
    `reports ${reports} · events ${events} · groups ${groups}`,
    `B-cubed: precision ${percent(precision)} · recall ${percent(recall)} · F1 ${percent(f1)}`,
    `pairs ${pairs}, of which ${judged} share a block and were compared`,
    `false merges ${falseMerges.length}: ${shareOf(pairs)} of all pairs, ${shareOf(judged)} of those compared · missed ${missedMerges.length}`,
  ].join('\n')
}

function missesOf(score: EventScore, resolver: Resolver<MeetingProfile>, readings: readonly Reading[]): string[] {
  const profiles = readings.map(reading => resolver.mentions(reading)[0].profile)
  const line = (kind: string, [i, j]: readonly [number, number]): string => {
    const { met: keys } = placesOf(resolver, profiles[i])
    const met = resolver.blocks(profiles[j]).some(block => keys.includes(block))
    const { verdict, score: sum, features } = resolver.judge(profiles[i], profiles[j])
    const parts = features.map(({ name, weight, note }) => `${name} ${weight.toFixed(2)} (${note})`).join(' · ')
    return `${kind} ${nameOf(readings[i])} | ${nameOf(readings[j])}\n   ${met ? verdict : 'not judged'} ${sum.toFixed(2)}: ${parts}`
  }
  return [
    ...score.falseMerges.map(pair => line('merged', pair)),
    ...score.missedMerges.map(pair => line('missed', pair)),
  ]
}

const nameOf = ({ document }: Reading): string =>
  `${document.key ?? document.id} ${(document.title ?? '').slice(0, 60)}`
