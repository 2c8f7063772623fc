import { expect, test } from 'vitest'
import { loadPack } from '../src/app/packs.ts'
import { createRuleReader } from '../src/read/rule-reader.ts'
import { readFileSync } from 'node:fs'
import { createDocument } from '../src/text/document.ts'
import type { Reading } from '../src/model/reading.ts'

interface Sample {
  readonly lang: string
  readonly published: string
  readonly text: string
}

function readSample(name: string): Reading {
  const url = new URL(`../data/samples/${name}.json`, import.meta.url)
  const { lang, published, text } = JSON.parse(readFileSync(url, 'utf8')) as Sample
  const facts = { id: name, key: name, file: null, url: null, title: null, outlet: null, lang, published }
  return createRuleReader(loadPack(lang)!).read(createDocument(facts, text))
}

test('minutes have signatories, who signed for whom', () => {
  const { paper, claims } = readSample('minutes-1')
  expect(paper?.kind).toBe('minutes')
  expect(claims.find(claim => claim.type === 'instrument' && claim.signatories)).toMatchObject({
    kind: 'minutes',
    status: 'signed',
    parties: ['Lào Cai', 'Vân Nam'],
    signatories: [
      { name: 'Phạm Văn Thịnh', side: 'Lào Cai', behalf: 'ĐOÀN ĐẠI BIỂU TỈNH LÀO CAI', instead: null },
      { name: 'Dương Kiến Bình', side: 'Vân Nam', office: 'PHÓ TỈNH TRƯỞNG' },
    ],
  })
})

test('a deputy signs in the place of the chairman', () => {
  expect(readSample('plan-3').paper).toEqual({
    kind: 'plan',
    signatories: [
      {
        name: 'Đoàn Thanh Sơn',
        office: 'PHÓ CHỦ TỊCH',
        behalf: 'ỦY BAN NHÂN DÂN',
        side: null,
        instead: 'CHỦ TỊCH',
      },
    ],
  })
})

test('a half-year report and news are told apart', () => {
  expect(readSample('half-year-2').paper?.kind).toBe('progress-report')
  expect(readSample('annual-1').paper?.kind).toBe('progress-report')
  expect(readSample('sample-01').paper).toBeUndefined()
})

test('what stands outside the quote is evidence with its own place', () => {
  const { claims, document } = readSample('plan-1')
  const task = claims.find(claim => claim.type === 'commitment' && claim.due === '2024-09-14')
  const words =
    task?.type === 'commitment' ? task.evidence.map(({ start, end }) => document.text.slice(start, end)) : []
  expect(words).toContain('Văn phòng Thường trực Ủy ban Điều phối tỉnh')
  expect(words).toContain('Trước ngày 14/9/2024.')
})
