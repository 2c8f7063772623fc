import { afterEach, expect, test } from 'vitest'
import { sampleApp, type SampleApp, TODAY } from '../../../test/http/sample-app.ts'
import { readAhead } from './ahead.ts'
import { memoryOf } from './routes/undertakings.ts'

let sample: SampleApp | null = null

afterEach(async () => {
  await sample?.close()
  sample = null
})

test('the rows of all undertakings are in memory before anybody asks, and the reading ends when it is stopped', async () => {
  sample = await sampleApp()
  const { context } = sample
  const { reader } = context
  const { entries } = await reader.snapshot(session => memoryOf(context).roster(session))
  const ids = entries.map(({ id }) => id)
  const ahead = readAhead(context)
  await expect.poll(() => memoryOf(context).isKept(ids, TODAY), { timeout: 20_000 }).toBe(true)
  await ahead.stop()
  expect(ids.length).toBeGreaterThan(20)
})

test('what fails is left to whoever asks for it', async () => {
  sample = await sampleApp()
  const broken = {
    ...sample.context,
    reader: { ...sample.context.reader, snapshot: () => Promise.reject(new Error('gone')) },
  }
  const ahead = readAhead(broken)
  await ahead.stop()
})
