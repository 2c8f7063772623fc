import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPack } from '../src/app/packs.ts'
import type { EntityKind } from '../src/model/entity.ts'
import { assemble } from '../src/resolve/assemble.ts'
import type { Source } from '../src/resolve/mention.ts'
import type { PersonProfile } from '../src/resolve/people/profile.ts'
import type { Resolver } from '../src/resolve/resolver.ts'
import { createResolvers } from '../src/resolve/resolvers.ts'

const { byKind, atlas } = createResolvers(loadPack('vi')!)

type Said = Readonly<Record<string, unknown>>

let count = 0
/** A report of a day with claims of one type; `at` is where a claim's words stand. */
function report(day: string | null, claims: readonly Said[], parties: readonly string[] = []): Source {
  const doc = `doc-${count++}`
  const met = {
    type: 'meeting',
    kind: 'talks',
    start: day,
    end: day,
    place: null,
    parties,
    mechanism: null,
    session: null,
  }
  return {
    document: { id: doc, published: day, text: '', title: null },
    relevant: true,
    claims: [...(parties.length > 0 ? [met] : []), ...claims].map((claim, i) => {
      const start = 100 * i
      return { id: `${doc}-${i}`, quote: { start, end: start + 50, exact: '', prefix: '', suffix: '' }, ...claim }
    }),
  } as unknown as Source
}

const person = (name: string, offices: readonly string[] = [], country: string | null = null): Said => ({
  type: 'person',
  name,
  offices,
  country,
  mentions: [],
})

const assembled = (kind: EntityKind, ...sources: Source[]) => assemble(byKind.get(kind)!, sources)
const peopleIn = (...sources: Source[]): string[][] =>
  assembled('person', ...sources).entities.map(({ mentions }) => mentions.map(({ label }) => label).toSorted())

describe('one person', () => {
  test.each([
    ['an office and none', person('Bùi Văn Khắng', ['Phó Chủ tịch UBND tỉnh Quảng Ninh']), person('Bùi Văn Khắng')],
    ['i and y', person('Tôn Đại Vỹ', ['Phó Bí thư Khu ủy']), person('Tôn Đại Vĩ', ['Phó Bí thư Khu uỷ'])],
    [
      'two readings of one character',
      person('Ngụy Phượng Hòa', ['Thị trưởng Bách Sắc'], 'CN'),
      person('Nguỵ Phụng Hoà', ['Thị trưởng thành phố Bách Sắc'], 'CN'),
    ],
    [
      'an abbreviation',
      person('Lê Hải', ['Chủ tịch UBND tỉnh Cao Bằng'], 'VN'),
      person('Lê Hải', ['Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng'], 'VN'),
    ],
    [
      'the head of a government, with and without the country',
      person('Lý Cường', ['Thủ tướng Quốc vụ viện'], 'CN'),
      person('Lý Cường', ['Thủ tướng Trung Quốc'], 'CN'),
    ],
    [
      'a later office of the same province',
      person('Nguyễn Văn Sơn', ['Phó Chủ tịch UBND tỉnh Hà Giang'], 'VN'),
      person('Nguyễn Văn Sơn', ['Chủ tịch UBND tỉnh Hà Giang'], 'VN'),
    ],
  ])('%s', (_why, one, other) => {
    expect(peopleIn(report('2024-05-01', [one]), report('2024-09-01', [other]))).toHaveLength(1)
  })

  test('the side of an office is that of its report', () => {
    const one = report('2024-05-01', [person('Trần Minh', ['Bí thư Tỉnh ủy'], 'VN')], ['Cao Bằng', 'Quảng Tây'])
    const other = report('2024-06-01', [person('Trần Minh', ['Bí thư Tỉnh ủy Cao Bằng'], 'VN')])
    expect(peopleIn(one, other)).toHaveLength(1)
  })
})

describe('two people', () => {
  test.each([
    [
      'another given name',
      person('Nguyễn Quốc Toàn', ['Bí thư Tỉnh ủy Lạng Sơn']),
      person('Nguyễn Quốc Đoàn', ['Bí thư Tỉnh ủy Lạng Sơn']),
    ],
    ['another tone', person('Hùng Ba', ['Đại sứ'], 'CN'), person('Hưng Bá', ['Phó Chủ tịch UBND tỉnh'], 'VN')],
    [
      'a common name in two provinces',
      person('Nguyễn Văn Sơn', ['Chủ tịch UBND tỉnh Hà Giang'], 'VN'),
      person('Nguyễn Văn Sơn', ['Phó Chủ tịch UBND tỉnh Quảng Ninh'], 'VN'),
    ],
    ['two countries', person('Lý Cường', ['Thủ tướng'], 'CN'), person('Lý Cường', ['Giám đốc Sở Y tế Lào Cai'], 'VN')],
    [
      'two counties of one region',
      person('Trần Minh', ['Bí thư Thành ủy Bách Sắc'], 'CN'),
      person('Trần Minh', ['Thị trưởng Sùng Tả'], 'CN'),
    ],
  ])('%s', (_why, one, other) => {
    expect(peopleIn(report('2024-05-01', [one]), report('2024-09-01', [other]))).toHaveLength(2)
  })

  test('a mention without a side does not join two of a common name', () => {
    const sides = ['Hà Giang', 'Quảng Ninh'].map(side =>
      report('2024-05-01', [person('Nguyễn Văn Sơn', [`Chủ tịch UBND tỉnh ${side}`], 'VN')]),
    )
    const bare = report('2024-05-01', [person('Nguyễn Văn Sơn', ['Chủ tịch UBND tỉnh'], 'VN')])
    const groups = peopleIn(...sides, bare)
    expect(groups.length).toBeGreaterThan(1)
  })
})

test('who held which office from when to when, by which reports', () => {
  const deputy = 'Phó Chủ tịch UBND tỉnh Cao Bằng'
  const secretary = 'Bí thư Tỉnh ủy Cao Bằng'
  const told: [string, string][] = [
    ['2025-03-01', secretary],
    ['2019-04-01', deputy],
    ['2022-05-01', deputy],
  ]
  const reports = told.map(([day, office]) => report(day, [person('Nông Thành Kiên', [office], 'VN')]))
  const [one] = assembled('person', ...reports).entities
  expect(one.portrait.data).toMatchObject({
    offices: [
      { office: deputy, first: '2019-04-01', last: '2022-05-01', reports: 2 },
      { office: secretary, first: '2025-03-01', last: '2025-03-01', reports: 1 },
    ],
  })
})

const names = [
  'Trần Minh',
  'Nguyễn Văn Sơn',
  'Nguyễn Văn Sớn',
  'Ngụy Phượng Hòa',
  'Ngụy Phụng Hòa',
  'Hùng Ba',
  'Hưng Ba',
]
const offices = [
  'Bí thư Tỉnh ủy Cao Bằng',
  'Chủ tịch UBND tỉnh Hà Giang',
  'Thị trưởng Bách Sắc',
  'Thứ trưởng',
  'Phó Thị trưởng',
]
const anyReport = fc
  .record({
    name: fc.constantFrom(...names),
    offices: fc.subarray(offices, { maxLength: 2 }),
    country: fc.constantFrom('VN', 'CN', null),
    day: fc.constantFrom('2004-01-01', '2024-01-01', null),
  })
  .map(one => report(one.day, [person(one.name, one.offices, one.country)]))

test('judging people is symmetric', () => {
  const resolver = byKind.get('person') as Resolver<PersonProfile>
  fc.assert(
    fc.property(anyReport, anyReport, (x, y) => {
      const [a, b] = [x, y].map(source => resolver.mentions(source)[0].profile)
      expect(resolver.judge(a, b)).toEqual(resolver.judge(b, a))
    }),
  )
})

test('the order of reports does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 2, maxLength: 8 }), fc.nat(), (sources, turn) => {
      const at = turn % sources.length
      const turned = [...sources.slice(at), ...sources.slice(0, at)].toReversed()
      expect(assembled('person', ...turned)).toEqual(assembled('person', ...sources))
    }),
    { numRuns: 50 },
  )
})

const gate = (names: readonly string[], ref: string | null, at: number, kind = 'gate'): Said => ({
  type: 'gate',
  names,
  ref,
  kind,
  class: null,
  quote: { start: at, end: at + 20, exact: '', prefix: '', suffix: '' },
})

describe('gates', () => {
  const labels = (...sources: Source[]): string[] =>
    assembled('gate', ...sources).entities.map(each => each.portrait.label)

  test('words inside the name of a bridge are the lane over it', () => {
    const bridge = {
      type: 'link',
      mode: 'bridge',
      ends: ['Tà Lùng', 'Thủy Khẩu'],
      name: 'cầu đường bộ II Tà Lùng - Thủy Khẩu',
      ref: 'cau-ta-lung-ii',
      quote: { start: 90, end: 130, exact: '', prefix: '', suffix: '' },
    }
    const claims = [
      bridge,
      gate(['Tà Lùng', 'Thủy Khẩu'], 'ta-lung', 100),
      gate(['Tà Lùng', 'Thủy Khẩu'], 'ta-lung', 300),
    ]
    const { entities } = assembled('gate', report('2025-01-01', claims))
    const tags = entities.map(each => each.portrait.tags)
    expect(tags.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['gate:ta-lung', 'side:vn-cao-bang'],
      ['gate:ta-lung-ii', 'lane-of:ta-lung', 'side:vn-cao-bang'],
    ])
  })

  test('a gate is found by its names where the reader gave none, and asked about where one name is strange', () => {
    const known = report('2025-01-01', [gate(['Trà Lĩnh', 'Long Bang'], 'tra-linh', 0)])
    const found = report('2025-01-01', [gate(['Trà Lĩnh'], null, 0)])
    const strange = report('2025-01-01', [gate(['Trà Lĩnh', 'Long Bình'], null, 0)])
    expect(labels(known, found)).toEqual(['Trà Lĩnh - Long Bang'])
    expect(labels(known, strange)).toHaveLength(2)
    expect(assembled('gate', known, strange).edges.map(({ verdict }) => verdict)).toEqual(['unsure'])
  })
})

describe('places by date', () => {
  test.each([
    ['Hà Giang', '2025-06-30', 'vn-tuyen-quang'],
    ['Hà Giang', '2025-07-01', 'vn-tuyen-quang'],
    ['Lào Cai', '2020-01-01', 'vn-lao-cai'],
    ['huyện Trùng Khánh', '2020-01-01', 'vn-cao-bang'],
    ['Bách Sắc', '2020-01-01', 'cn-gx'],
  ])('%s on %s is spoken for by %s', (name, day, side) => {
    expect(atlas.side(name, day)).toBe(side)
  })

  test('a name means another place from one day to the next', () => {
    expect(atlas.place('Lào Cai', '2025-06-30')?.id).toBe('vn-lao-cai-old')
    expect(atlas.place('Lào Cai', '2025-07-01')?.id).toBe('vn-lao-cai')
  })
})

const body = (name: string, kind = 'state'): Said => ({ type: 'organization', name, kind, ref: null, mentions: [] })

describe('bodies', () => {
  const bodies = (...sources: Source[]): number => assembled('organization', ...sources).entities.length
  const of = (name: string, parties: string[] = [], day = '2025-09-01'): Source => report(day, [body(name)], parties)

  test.each([
    ['Sở Ngoại vụ tỉnh Cao Bằng', 'Sở Ngoại vụ Cao Bằng'],
    ['UBND tỉnh Lạng Sơn', 'Ủy ban nhân dân tỉnh Lạng Sơn'],
    ['Khu ủy Quảng Tây', 'Khu uỷ Khu tự trị dân tộc Choang Quảng Tây'],
    ['Chính quyền Quảng Tây', 'Chính quyền nhân dân Khu tự trị dân tộc Choang Quảng Tây'],
    ['Bộ Ngoại giao', 'Bộ Ngoại giao Việt Nam'],
    ['Ban Đối ngoại TƯ', 'Ban Đối ngoại Trung ương'],
    ['EU', 'Liên minh châu Âu'],
    ['SỞ TƯ PHÁP TỈNH CAO BẰNG', 'Sở Tư pháp Cao Bằng'],
    ['Sở KH&ĐT Cao Bằng', 'Sở Kế hoạch và Đầu tư tỉnh Cao Bằng'],
  ])('%s is %s', (one, other) => {
    expect(bodies(of(one), of(other))).toBe(1)
  })

  test.each([
    ['UBND tỉnh Cao Bằng', 'UBND thành phố Cao Bằng', '2024-01-01'],
    ['Sở Y tế Cao Bằng', 'Sở Y tế Lạng Sơn', '2024-01-01'],
    ['Bộ Ngoại giao', 'Bộ Ngoại giao Trung Quốc', '2024-01-01'],
    ['UBND tỉnh Hà Giang', 'UBND tỉnh Tuyên Quang', '2025-06-30'],
  ])('%s is not %s', (one, other, day) => {
    expect(bodies(of(one, [], day), of(other, [], day))).toBe(2)
  })

  test('a body without its place is of the side that its report is about, where that is clear', () => {
    const named = of('Sở Ngoại vụ tỉnh Cao Bằng')
    expect(bodies(named, of('Sở Ngoại vụ', ['Cao Bằng', 'Quảng Tây']))).toBe(1)
    expect(bodies(named, of('Sở Ngoại vụ', ['Lạng Sơn', 'Quảng Tây']))).toBe(2)
    expect(bodies(named, of('Sở Ngoại vụ', ['Lạng Sơn', 'Cao Bằng', 'Quảng Tây']))).toBe(2)
  })

  test('a body of a province goes on where the province keeps its name', () => {
    const [before, after] = ['2025-06-30', '2025-07-01'].map(day => of('UBND tỉnh Lào Cai', [], day))
    expect(bodies(before, after)).toBe(1)
  })
})

describe('mechanisms', () => {
  const mechanism = (name: string, session: number | null = null): Said => ({
    type: 'mechanism',
    name,
    session,
    ref: null,
  })
  const of = (name: string, parties: string[], session: number | null = null): Source =>
    report('2025-03-01', [mechanism(name, session)], parties)

  test('a name that several bear is the one whose parties the report is about', () => {
    const [one] = assembled('mechanism', of('Nhóm công tác liên hợp', ['Lào Cai', 'Vân Nam'], 11)).entities
    expect(one.portrait.tags).toContain('mechanism:nhom-cong-tac-lien-hop-van-nam')
    expect(one.portrait.data).toMatchObject({ sessions: [{ value: '11', first: '2025-03-01' }] })
  })

  test('an unknown one is of the sides of its report; with more sides a person is asked', () => {
    const two = of('Đối thoại thanh niên', ['Cao Bằng', 'Quảng Tây'])
    const three = of('Đối thoại thanh niên', ['Cao Bằng', 'Lạng Sơn', 'Quảng Tây'])
    const { entities, edges } = assembled('mechanism', two, three)
    expect(entities).toHaveLength(2)
    expect(edges.map(({ verdict }) => verdict)).toEqual(['unsure'])
  })
})

describe('instruments', () => {
  const paper = (title: string, status = 'in-force', kind = 'minutes'): Said => ({
    type: 'instrument',
    kind,
    title,
    status,
    parties: ['Cao Bằng', 'Quảng Tây'],
  })
  const onDay = (day: string): Said => ({
    type: 'date',
    start: day,
    end: day,
    edtf: day,
    quote: { start: 30, end: 40, exact: '', prefix: '', suffix: '' },
  })
  const verdicts = (...sources: Source[]) => assembled('instrument', ...sources).edges.map(({ verdict }) => verdict)
  const dated = (title: string, day: string, told: string): Source => report(told, [paper(title), onDay(day)])

  test('minutes that two reports date alike are one', () => {
    const plan = dated('Biên bản hội đàm Cao Bằng - Quảng Tây ngày 05/6/2025', '2025-06-05', '2025-08-22')
    const later = dated('Biên bản hội đàm Cao Bằng - Quảng Tây', '2025-06-05', '2025-12-26')
    expect(assembled('instrument', plan, later).entities).toHaveLength(1)
  })

  test('a paper signed on the day of another: of minutes there is one, of others a person is asked', () => {
    const plan = dated('Biên bản hội đàm Cao Bằng - Quảng Tây ngày 05/6/2025', '2025-06-05', '2025-08-22')
    expect(verdicts(plan, report('2025-06-05', [paper('biên bản hội đàm', 'signed')]))).toEqual(['same'])
    const notes = ['bản ghi nhớ', 'một bản ghi nhớ'].map(title =>
      report('2025-06-05', [paper(title, 'signed', 'memorandum')]),
    )
    expect(verdicts(...notes)).toEqual(['unsure'])
  })

  test('a title that names only a kind is of its report', () => {
    const papers = ['2025-06-05', '2025-06-06', null, null].map(day => report(day, [paper('biên bản')]))
    expect(assembled('instrument', ...papers).entities).toHaveLength(4)
    const known = ['2025-06-05', null].map(day => report(day, [paper('Hiệp định EVFTA', 'in-force', 'agreement')]))
    expect(assembled('instrument', ...known).entities).toHaveLength(1)
  })

  test('another day, another number or a paper still to be signed is another', () => {
    const [one, other] = ['2024-06-05', '2025-06-05'].map(day =>
      dated('Biên bản hội đàm Cao Bằng - Quảng Tây', day, day),
    )
    expect(verdicts(one, other)).toEqual(['apart'])
    const numbered = [14, 15].map(n => report('2025-06-05', [paper(`Biên bản hội đàm lần thứ ${n} về bảo vệ rừng`)]))
    expect(assembled('instrument', ...numbered).entities).toHaveLength(2)
    const old = report('2024-06-05', [paper('Thỏa thuận quản lý lao động qua biên giới', 'signed', 'agreement')])
    const next = report('2030-06-05', [paper('Thỏa thuận quản lý lao động qua biên giới', 'to-sign', 'agreement')])
    expect(verdicts(old, next)).toEqual(['apart'])
  })
})
