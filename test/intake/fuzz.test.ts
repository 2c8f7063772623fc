import { expect, test } from 'vitest'
import { chance, mutated, seeds } from './fuzz.ts'
import { take } from './papers.ts'

/** Files of each format, and the time that all may take, in milliseconds. More by hand: BIENBAN_FUZZ=2000. */
const COUNT = Number(process.env['BIENBAN_FUZZ'] ?? 60)
const IS_LONG = COUNT > 100
const BUDGET = IS_LONG ? Number.POSITIVE_INFINITY : 30_000
/** Nothing may take longer: milliseconds of the processor, since the machine may have other things to do. */
const LONGEST = 5000
const SEED = Number(process.env['BIENBAN_FUZZ_SEED'] ?? 20261130)

const files = await seeds()
const names = Object.keys(files)

test(
  'what is damaged is read in part or refused with a reason: no crash, no hang, no memory without end',
  async () => {
    const next = chance(SEED)
    const start = performance.now()
    const counts = new Map<string, number>()
    const read = new Map<string, number>()
    let slowest = 0
    for (let round = 0; round < COUNT && performance.now() - start < BUDGET; round++)
      for (const name of names) {
        const bytes = mutated(files[name], next)
        const before = process.cpuUsage()
        const taken = await take(name, bytes)
        const { user, system } = process.cpuUsage(before)
        slowest = Math.max(slowest, (user + system) / 1000)
        for (const { document, diagnostics } of taken)
          expect(document !== null || diagnostics.length > 0, `${name} of round ${round}`).toBe(true)
        counts.set(name, (counts.get(name) ?? 0) + 1)
        if (taken.some(({ document }) => document)) read.set(name, (read.get(name) ?? 0) + 1)
      }
    const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
    if (IS_LONG)
      console.log(
        [...counts].map(([name, count]) => `${name}: ${count} files, ${read.get(name) ?? 0} gave text`).join('\n'),
        `\nslowest ${Math.round(slowest)} ms, memory ${memory} MB`,
      )
    expect(slowest).toBeLessThan(LONGEST)
    expect(memory).toBeLessThan(3000)
  },
  IS_LONG ? 3_600_000 : 180_000,
)
