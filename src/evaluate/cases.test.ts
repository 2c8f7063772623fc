import { expect, test } from 'vitest'
import { createTestReader } from '../../test/report.ts'
import { parseCasesFile } from '../lang/cases-file.ts'
import { runCases } from './cases.ts'

const failuresOf = (text: string): string[] =>
  runCases(parseCasesFile({ name: 'x.cases.txt', text }), 'vi', createTestReader()).map(
    ({ line, what }) => `${line}: ${what}`,
  )

test.each([
  ['a case that holds', '+ {date start=2025-05-14|Ngày 14/5/2025}, hai bên hội đàm.', []],
  [
    'another value',
    '+ {date start=2025-05-13|Ngày 14/5/2025}, hai bên hội đàm.',
    ['1: date "Ngày 14/5/2025": start is 2025-05-14, not 2025-05-13'],
  ],
  ['other words', '+ Ngày {date|14/5/2025}, hai bên hội đàm.', ['1: no date on "14/5/2025", but on "Ngày 14/5/2025"']],
  ['nothing there', '\n+ {gate|Hai bên} hội đàm.', ['2: no gate on "Hai bên"']],
  [
    'something that must not be',
    '- Ngày 14/5/2025, hai bên hội đàm. :: date',
    ['1: claims date "Ngày 14/5/2025", and must not'],
  ],
] as const)('%s', (_, cases, failures) => expect(failuresOf(cases)).toEqual(failures))
