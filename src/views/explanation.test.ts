import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../model/claim.ts'
import type { ExplainedClaim } from '../read/explain.ts'
import { claimLine, explainedAt, pointAt } from './explanation.ts'
import { renderExplanation } from './render/explanation.ts'
import { plainStyle } from './render/table.ts'

const TEXT = 'Tin\n\nHai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang.\nHết.'
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const CLAIM = {
  id: '1',
  type: 'commitment',
  quote: { ...span('mở cặp cửa khẩu Trà Lĩnh - Long Bang'), exact: '', prefix: '', suffix: '' },
  rule: 'commitment',
  stage: 'agreed',
  by: ['Cao Bằng', 'Quảng Tây'],
  speaker: null,
  due: null,
  fields: [],
  evidence: [span('nhất trí')],
  why: 'counted',
} as unknown as Claim

describe('carets', () => {
  test('stand under the quote, tildes under what else made it', () => {
    expect(pointAt(TEXT, [span('mở cặp cửa khẩu'), span('nhất trí')], 80)).toEqual([
      { line: 'Hai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang.', carets: '        ~~~~~~~~ ^^^^^^^^^^^^^^^' },
    ])
  })

  test('are cut where the page ends, between words', () => {
    const pieces = pointAt(TEXT, [span('mở cặp cửa khẩu Trà Lĩnh - Long Bang')], 24)
    for (const { line } of pieces) expect(line.length).toBeLessThanOrEqual(24)
    expect(pieces.map(({ line }) => line).join(' ')).toBe('Hai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang.')
  })

  test('for any text, span and width there are as many as the span has characters that are shown', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab c\n'), minLength: 1, maxLength: 200 }),
        fc.nat(199),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 10, max: 50 }),
        (text, from, length, width) => {
          const start = from % text.length
          const end = Math.min(text.length, start + length)
          const pieces = pointAt(text, [{ start, end }], width)
          const marked = pieces
            .map(({ line, carets }) => [...carets].map((c, i) => (c === '^' ? (line[i] ?? '') : '')).join(''))
            .join('')
          expect(marked.replace(/\s/g, '')).toBe(text.slice(start, end).replace(/\s/g, ''))
        },
      ),
    )
  })
})

test('what a claim says, without what is empty or for machines', () => {
  expect(claimLine(CLAIM)).toBe('commitment · stage agreed · by Cao Bằng, Quảng Tây')
})

test('only the claims that hold a character', () => {
  const explained = [{ claim: CLAIM, nodes: [], words: [], losses: [] }]
  expect(explainedAt(explained, null)).toHaveLength(1)
  expect(explainedAt(explained, CLAIM.quote.start)).toHaveLength(1)
  expect(explainedAt(explained, CLAIM.quote.end)).toHaveLength(0)
})

test('the whole explanation of a claim', () => {
  const explained: ExplainedClaim = {
    claim: CLAIM,
    nodes: [
      {
        rule: 'gate-pair',
        pattern: '$kind $gate:name "-" $gate:name',
        tier: 'gates',
        span: span('cặp cửa khẩu Trà Lĩnh - Long Bang'),
        slots: [{ role: 'name', span: span('Trà Lĩnh') }],
      },
    ],
    words: [{ span: span('nhất trí'), cls: 'SAY', value: 'agreed' }],
    losses: [{ rule: 'place', span: span('Trà Lĩnh'), winner: 'gate-pair', why: '2 words against 8' }],
  }
  expect(renderExplanation(explained, TEXT, plainStyle, 100).split('\n')).toEqual([
    'commitment · stage agreed · by Cao Bằng, Quảng Tây',
    '  Hai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang.',
    '          ~~~~~~~~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    `  from  commitment, characters ${CLAIM.quote.start} to ${CLAIM.quote.end}`,
    '  why   counted',
    '  rule  gates/gate-pair “cặp cửa khẩu Trà Lĩnh - Long Bang” with name “Trà Lĩnh”',
    '        $kind $gate:name "-" $gate:name',
    '  word  “nhất trí” is SAY=agreed',
    '  lost  place “Trà Lĩnh” to gate-pair: 2 words against 8',
    '',
  ])
})
