import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTruth } from '../src/app/commands/eval-ledger.ts'
import { loadPack } from '../src/app/packs.ts'
import { allRead } from '../src/evaluate/ledger/all-read.ts'
import type { UndertakingTruth } from '../src/evaluate/ledger/truth.ts'
import { scoreUndertakings, type Share } from '../src/evaluate/ledger/undertakings.ts'
import { createResolvers } from '../src/resolve/resolvers.ts'

/** What was reached; it may only rise. The founding reports stand outside the package: without them fewer pairs are counted. */
const FLOORS = {
  read: { precision: 0.98, recall: 0.93, stages: 0.97, reviews: 0.97 },
  allRead: { precision: 0.98, recall: 0.84, stages: 0.92, reviews: 0.96 },
}

const hasFounding = existsSync('../shared/reports')

test.runIf(hasFounding)('undertakings of the samples and the founding reports, their stages and reviews', async () => {
  const readings = await readTruth('eval/ledger', 'vi')
  const truth = JSON.parse(readFileSync('eval/ledger/undertakings.json', 'utf8')) as UndertakingTruth
  const resolver = createResolvers(loadPack('vi')!).byKind.get('undertaking')!
  const scores = {
    read: scoreUndertakings(truth, readings, resolver),
    allRead: scoreUndertakings(truth, allRead(truth, readings), resolver),
  }
  const shareOf = ({ right, all }: Share): number => right / all
  for (const kind of ['read', 'allRead'] as const)
    for (const measure of ['precision', 'recall', 'stages', 'reviews'] as const)
      expect(shareOf(scores[kind][measure]), `${kind} ${measure}`).toBeGreaterThanOrEqual(FLOORS[kind][measure])
})
