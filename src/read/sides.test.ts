import { describe, expect, test } from 'vitest'
import { claimsOf, createTestReader, report } from '../../test/report.ts'

const reader = createTestReader()

/** Whose words the commitments of a report are. */
const sidesOf = (text: string): (readonly string[])[] =>
  claimsOf(reader.read(report(text)), 'commitment').map(({ by }) => by)

const HEAD = `Cao Bằng - Quảng Tây hội đàm

Ngày 14/5/2025, tại Cao Bằng, ông Trần Văn An, Bí thư Tỉnh ủy Cao Bằng (Việt Nam) hội đàm với ông Lý Minh, Phó Chủ tịch Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc).

`

describe('a commitment belongs to the side that speaks', () => {
  test.each([
    ['both', 'Hai bên nhất trí mở cửa khẩu Trà Lĩnh - Long Bang.', ['Cao Bằng', 'Quảng Tây']],
    ['a person at home', 'Ông Trần Văn An đề nghị Quảng Tây sớm mở cửa khẩu Trà Lĩnh - Long Bang.', ['Cao Bằng']],
    [
      'a local office that names no place',
      'Ông Lê Hòa, Phó Chủ tịch UBND tỉnh đề nghị Quảng Tây sớm mở cửa khẩu Trà Lĩnh - Long Bang.',
      ['Cao Bằng'],
    ],
    ['a person abroad', 'Ông Lý Minh cam kết sẽ sớm mở cửa khẩu Long Bang.', ['Quảng Tây']],
  ])('%s', (_, sentence, by) => expect(sidesOf(HEAD + sentence)).toEqual([by]))
})

test('the speaker is named as the report names the person', () => {
  const [commitment] = claimsOf(
    reader.read(report(`${HEAD}Ông An đề nghị Quảng Tây sớm mở cửa khẩu Trà Lĩnh.`)),
    'commitment',
  )
  expect(commitment.speaker).toBe('Trần Văn An')
})
