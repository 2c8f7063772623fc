import { describe, expect, test } from 'vitest'
import { nameBook } from './names.tsx'

const NAMES = {
  vn: { kind: 'place', vi: 'Việt Nam', zh: '越南', en: 'Viet Nam', country: 'VN', parent: null },
  'vn-cao-bang': { kind: 'place', vi: 'Cao Bằng', zh: '高平', en: 'Cao Bang', country: 'VN', parent: 'vn' },
  'cn-gx': { kind: 'place', vi: 'Quảng Tây', zh: '广西', en: null, country: 'CN', parent: 'cn' },
  'tra-linh': { kind: 'gate', vi: 'Trà Lĩnh - Long Bang', zh: null, en: 'Tra Linh', country: null, parent: null },
} as const

describe('what an id is called', () => {
  test('in the language of the reader, with the original where that differs', () => {
    const names = nameBook(NAMES, 'vi', 'VN')
    expect(names.call('vn-cao-bang')).toEqual({ name: 'Cao Bằng', original: null })
    expect(names.call('cn-gx')).toEqual({ name: 'Quảng Tây', original: { text: '广西', lang: 'zh-Hans' } })
    expect(nameBook(NAMES, 'en', 'VN').call('gate:tra-linh')).toEqual({
      name: 'Tra Linh',
      original: { text: 'Trà Lĩnh - Long Bang', lang: 'vi' },
    })
  })

  test('in Vietnamese where the language has no name, and by its words where nobody knows it', () => {
    const names = nameBook(NAMES, 'en', 'VN')
    expect(names.name('cn-gx')).toBe('Quảng Tây')
    expect(names.name('link:cau-moi')).toBe('cau moi')
    expect(names.name('link:cau-moi', 'cầu mới')).toBe('cầu mới')
  })
})

test('which side is ours', () => {
  expect(['vn', 'vn-cao-bang', 'cn-gx', 'nobody'].map(nameBook(NAMES, 'vi', 'VN').side)).toEqual([
    'ours',
    'ours',
    'theirs',
    'other',
  ])
  expect(nameBook(NAMES, 'vi', 'vn-cao-bang').side('vn-cao-bang')).toBe('ours')
})
