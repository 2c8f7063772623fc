import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { report } from '../../test/report.ts'
import type { Draft } from '../model/claim.ts'
import { verify } from './verify.ts'

const TEXT = 'Hai bên nhất trí mở cửa khẩu Trà Lĩnh, ngày 14/5/2025.'
const document = report(TEXT)

const draft = (start: number, end: number, more: Partial<Draft> = {}): Draft =>
  ({ type: 'date', rule: 'r', start: null, end: null, edtf: '', span: { start, end }, ...more }) as Draft

test('a draft gets its quote, with up to 32 units around it, and an id', () => {
  const { claims, diagnostics } = verify(document, [draft(17, 41)])
  expect(diagnostics).toEqual([])
  expect(claims[0].quote).toEqual({
    start: 17,
    end: 41,
    exact: TEXT.slice(17, 41),
    prefix: TEXT.slice(0, 17),
    suffix: TEXT.slice(41),
  })
  expect(claims[0].id).toMatch(/^[0-9a-f]{16}$/)
  expect(claims[0]).not.toHaveProperty('span')
})

describe('a draft whose words are not in the text is dropped, and said so', () => {
  test.each([
    ['behind the end', 50, TEXT.length + 1],
    ['before the start', -1, 3],
    ['empty', 5, 5],
    ['backward', 9, 5],
    ['between units', 1.5, 3],
    ['nowhere', Number.NaN, 3],
  ])('%s', (_, start, end) => {
    const { claims, diagnostics } = verify(document, [draft(start, end), draft(0, 3)])
    expect(claims).toHaveLength(1)
    expect(diagnostics).toEqual([
      {
        code: 'quote-not-in-text',
        severity: 'warning',
        message: 'A date was left out: its words are not in the text.',
      },
    ])
  })
})

test('two drafts that say the same of the same words are one claim; the id leaves out the rule and the reasons', () => {
  const twins = [draft(0, 3), draft(0, 3, { rule: 'other', why: 'guess' })]
  expect(verify(document, twins).claims).toHaveLength(1)
  const others = [draft(0, 3), draft(0, 4), draft(0, 3, { edtf: '2025' }), draft(0, 3, { type: 'place' })]
  expect(new Set(verify(document, others).claims.map(claim => claim.id)).size).toBe(4)
})

test('an id belongs to one document', () => {
  const idIn = (id: string): string => verify(report(TEXT, { id }), [draft(0, 3)]).claims[0].id
  expect(idIn('sha256:1')).not.toBe(idIn('sha256:2'))
})

test('the order of the claims is that of the text, whatever the order of the drafts', () => {
  const drafts = [draft(3, 5), draft(0, 9), draft(0, 3), draft(7, 8), draft(0, 3, { type: 'person' })]
  const sorted = verify(document, drafts).claims
  expect(sorted.map(({ quote, type }) => `${quote.start}-${quote.end} ${type}`)).toEqual([
    '0-9 date',
    '0-3 date',
    '0-3 person',
    '3-5 date',
    '7-8 date',
  ])
  fc.assert(
    fc.property(fc.shuffledSubarray(drafts, { minLength: drafts.length }), shuffled => {
      expect(verify(document, shuffled).claims).toEqual(sorted)
    }),
  )
})
