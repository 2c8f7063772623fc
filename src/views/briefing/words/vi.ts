import { vi as ledger } from '../../ledger/words/vi.ts'
import { WORDINGS } from '../../wording.ts'
import { listOfWords, shortNumberIn, upperFirst } from '../typography.ts'
import type { BriefingWords, MeetingName, Sides } from '../words.ts'
import type { Burden, Gap, Reason } from '../standing.ts'

const day = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

const month = (iso: string): string => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`

/** `2024`, `2025-05`, `2025-05-14`; a mark of doubt is kept. */
const moment = (edtf: string): string => {
  const sure = edtf.replaceAll('?', '')
  const written = sure.length === 10 ? day(sure) : sure.length === 7 ? month(sure) : sure
  return sure === edtf ? written : `${written} (?)`
}

const list = (parts: readonly string[]): string => listOfWords(parts, ', ', ' và ')

const LANGUAGES: BriefingWords['languages'] = { vi: 'tiếng Việt', zh: 'tiếng Trung', en: 'tiếng Anh' }

const STAGES: BriefingWords['stages'] = {
  wished: 'Mong muốn',
  proposed: 'Đề xuất',
  pledged: 'Cam kết',
  agreed: 'Đã thống nhất',
  signed: 'Đã ký',
  approved: 'Đã phê duyệt',
  underway: 'Đang triển khai',
  done: 'Đã hoàn thành',
  stalled: 'Chậm, vướng',
}

const ACTORS: Readonly<Record<Burden, (sides: Sides) => string>> = {
  theirs: ({ partner }) => `phần việc của phía ${partner}`,
  ours: () => 'phần việc của phía ta',
  both: () => 'phần việc của cả hai bên',
  'they-ask': ({ partner }) => `phía ${partner} nêu`,
  'we-ask': () => 'phía ta nêu',
  unsaid: () => '',
}

function reason(each: Reason, sides: Sides): string {
  const on = (iso: string | null): string => (iso === null ? '' : ` ngày ${day(iso)}`)
  switch (each.kind) {
    case 'burden':
      return each.burden.endsWith('ask')
        ? `${ACTORS[each.burden](sides)}${on(each.day)}`
        : `${STAGES[each.stage].toLowerCase()}${on(each.day)}, ${ACTORS[each.burden](sides)}`
    case 'overdue':
      return `quá hạn từ ${day(each.due)}`
    case 'due':
      return `hạn ${day(each.due)}`
    case 'stalled':
      return `tin gần nhất${each.day === null ? '' : ` (${day(each.day)})`} cho biết chậm, vướng`
    case 'again':
      return `đã nhắc lại ${each.times} lần${each.last === null ? '' : `, gần nhất ${day(each.last)}`}`
    case 'silent':
      return `${each.days} ngày chưa có thông tin`
    case 'opposed':
      return `nguồn tin chưa thống nhất: ${[each.first, each.second].map(said => `${said.source}${said.day === null ? '' : ` (${day(said.day)})`} ghi “${STAGES[said.stage].toLowerCase()}”`).join(', ')}`
  }
}

function gap(each: Gap, sides: Sides): string {
  switch (each.kind) {
    case 'months':
      return `Phía ${sides[each.side]}: ${each.without.length} trong ${each.of} tháng gần đây không có bài nào${each.without.length === 0 ? '' : ` (${each.without.map(month).join(', ')})`}.`
    case 'languages':
      return `Các bài đã đọc đều bằng ${list(each.langs.map(lang => LANGUAGES[lang] ?? lang))}; chưa đối chiếu với nguồn bằng ngôn ngữ khác, nhất là nguồn của phía ${sides.partner}.`
    case 'silent':
      return `${each.items} trong ${each.of} nội dung chưa hoàn thành đã trên 180 ngày không có thông tin. Chưa có thông tin không có nghĩa là chưa làm.`
    case 'single':
      return `${each.items} trong ${each.of} nội dung chỉ dựa vào một bài duy nhất, chưa có nguồn thứ hai xác nhận.`
    case 'copies':
      return `${each.copies} trong ${each.of} bài là bản đăng lại của bài khác (nguyên văn hoặc gần nguyên văn), không tính là nguồn độc lập.`
    case 'undated':
      return `${each.reports} bài không ghi ngày, không xác định được ngày từ nội dung; thông tin trong đó không xếp được theo thời gian.`
    case 'unchecked':
      return `${each.items} trong ${each.of} nội dung chưa hoàn thành diễn đạt chung, khó kiểm chứng bằng kết quả cụ thể.`
    case 'more':
      return `Chỉ xét ${each.items} nội dung được nhắc tới gần đây nhất; còn các nội dung cũ hơn trong sổ theo dõi.`
  }
}

function meeting({ kind, mechanism, session, place, day: on }: MeetingName): string {
  const name = mechanism ?? upperFirst(kind)
  return `${name}${session === null ? '' : ` lần thứ ${session}`}${on === null ? '' : `, ngày ${day(on)}`}${place === null ? '' : `, tại ${place}`}`
}

const outcomesOf = (counts: Parameters<BriefingWords['review']['intro']>[0]): string =>
  list(
    (
      [
        ['done', 'đã hoàn thành'],
        ['under-way', 'đang triển khai'],
        ['promised-again', 'được nhắc lại, chưa thấy tiến triển'],
        ['silent', 'chưa có thông tin'],
        ['contradicted', 'có thông tin trái nhau'],
      ] as const
    ).flatMap(([outcome, words]) => (counts[outcome] > 0 ? [`${counts[outcome]} ${words}`] : [])),
  )

/** The Vietnamese of papers between offices: `phía ta` is the reader's own side. */
export const vi: BriefingWords = {
  title: 'BÁO CÁO TÓM TẮT',
  subtitle: ({ ours, partner }) => `Tình hình thực hiện các nội dung hợp tác giữa ${ours} và ${partner}`,
  headLeft: ours => [ours.toLocaleUpperCase('vi'), 'TÀI LIỆU THAM KHẢO'],
  headRight: (ours, at) => [
    'PHỤC VỤ LÀM VIỆC VỚI ĐỐI TÁC',
    `${ours}, ngày ${at.slice(8, 10)} tháng ${at.slice(5, 7)} năm ${at.slice(0, 4)}`,
  ],
  annex: 'Phụ lục',
  part: (number, title) => `${['I', 'II', 'III'][number - 1] ?? number}. ${title}`,
  day,
  month,
  period: edtf => edtf.split('/').map(moment).join(' – '),
  quantity: (value, unit) => `${shortNumberIn('vi', value)}${unit === '%' ? '%' : ` ${ledgerUnit(unit)}`}`,
  bounds: { about: 'khoảng ', over: 'hơn ', under: 'dưới ' },
  quoted: words => `“${words}”`,
  captioned: (title, parts) => `${title}: ${parts.join('; ')}.`,
  figure: (number, title) => `Hình ${number}. ${title}`,
  list,
  sentence: parts => `${upperFirst(parts.join('; '))}.`,
  alias: (name, others) => (others.length === 0 ? name : `${name} (${others.join(', ')})`),
  stages: STAGES,
  outcomes: {
    done: 'Đã hoàn thành',
    'under-way': 'Đang triển khai',
    'promised-again': 'Nhắc lại',
    silent: 'Chưa có thông tin',
    contradicted: 'Trái nhau',
  },
  overdueMark: 'Quá hạn',
  reason,
  see: number => `xem việc số\u00a0${number}`,
  span: (first, last) => (first === last ? day(first) : `${day(first)} – ${day(last)}`),
  state: {
    title: 'Tình hình chung',
    counts: {
      all: 'nội dung theo dõi',
      done: 'đã hoàn thành',
      underway: 'đang triển khai',
      late: 'quá hạn hoặc chậm, vướng',
      silent: 'quá 180 ngày chưa có thông tin',
    },
    standing: (at, c) =>
      `Đến ngày ${day(at)}, các nguồn đã đọc ghi nhận ${c.all} nội dung giữa hai bên: ${c.done} đã hoàn thành, ${c.underway} đang triển khai, ${c.agreed} đã thống nhất, ký kết hoặc phê duyệt nhưng chưa thấy triển khai, ${c.asked} mới ở mức cam kết của một bên, đề xuất hoặc mong muốn.`,
    meeting: (name, counts) => `${name}: ${outcomesOf(counts)}.`,
    soon: items => `Trong 90 ngày tới có ${items} nội dung đến hạn.`,
    basis: (reports, sources, last) =>
      `Cơ sở: ${reports} bài về hai bên${sources === 0 ? '' : `, từ ${sources} cơ quan báo chí, trang tin`}${last === null ? '' : `; bài mới nhất về ngày ${day(last)}`}.`,
    nothing: 'Sổ theo dõi chưa có nội dung nào giữa hai bên theo các điều kiện đã chọn.',
  },
  raise: {
    title: 'Nội dung đề nghị nêu',
    intro: 'Xếp theo mức độ cần thiết; mỗi nội dung kèm lý do.',
    none: 'Không có nội dung nào cần nêu theo các điều kiện đã chọn.',
  },
  expect: {
    title: partner => `Nội dung phía ${partner} có thể nêu`,
    ours: 'Việc của ta',
    theirs: 'Bạn đề nghị',
    none: 'Chưa thấy nội dung nào.',
  },
  meeting,
  people: {
    title: 'Nhân sự hai bên',
    intro: at => `Chức vụ theo các bài đến ngày ${day(at)}; “nguyên” là chức vụ mà bài mới hơn ghi người khác giữ.`,
    side: side => `Phía ${side}`,
    former: office => `Nguyên ${office}`,
    head: ['Họ tên', 'Chức vụ', 'Tin gần nhất'],
    none: 'Chưa có bài nào nêu nhân sự.',
  },
  review: {
    title: 'Rà soát biên bản các lần gặp gần đây',
    intro: counts =>
      `${Object.values(counts).reduce((sum, n) => sum + n, 0)} nội dung đã thống nhất hoặc ký: ${outcomesOf(counts)}.`,
    none: 'Các bài về những lần gặp gần đây không ghi nội dung nào đã thống nhất hoặc ký.',
    agreed: 'khi đó',
    latest: 'gần nhất',
  },
  open: {
    title: 'Nội dung chưa hoàn thành, theo lĩnh vực',
    intro: items => `${items} nội dung; số thứ tự dùng để tra cứu từ trang đầu.`,
    otherField: 'Lĩnh vực khác',
    none: 'Không có nội dung nào.',
    left: items => `Còn ${items} đề xuất, mong muốn ít được nhắc tới không đưa vào đây; xem trong sổ theo dõi.`,
  },
  done: { title: 'Nội dung đã hoàn thành', intro: 'Những việc có nguồn báo đã xong, mới nhất đứng trước.' },
  figures: {
    title: 'Số liệu',
    head: ['Số liệu', 'Giá trị', 'Thời gian'],
    none: 'Các bài trong kỳ không nêu số liệu nào dùng được.',
    progress: 'Tiến độ chung',
    byStage: 'Số nội dung theo mức độ thực hiện',
    told: 'Số liệu các nguồn nêu',
  },
  corridor: {
    title: 'Cửa khẩu và tuyến kết nối',
    intro: at => `Loại cửa khẩu tại ngày ${day(at)} theo các bài; nơi các bài không nêu thì theo danh mục.`,
    head: ['Cửa khẩu, lối thông quan', 'Loại', 'Căn cứ', 'Việc đang mở'],
    reports: (reports, first, last) =>
      `${reports} bài, ${first === last ? day(first) : `${day(first)} – ${day(last)}`}`,
    gazetteer: 'danh mục',
    unknown: 'chưa rõ',
    approximate:
      'Chấm đặc là cửa khẩu quốc tế; vòng đứt quanh chấm là vị trí gần đúng; nét đứt là tuyến chưa hoàn thành. Bản đồ chỉ để định hướng, không có giá trị pháp lý về biên giới.',
    map: 'Sơ đồ cửa khẩu và tuyến kết nối',
  },
  gaps: {
    title: 'Những điều nguồn tin chưa cho biết',
    gap,
    chart: ({ ours, partner }) => `Số bài đã đọc theo tháng: ${ours} (đỏ) và ${partner} (xanh)`,
  },
  reading: {
    title: 'Cách đọc tài liệu này',
    lines: [
      'Tài liệu do máy lập từ các bài báo, kế hoạch, báo cáo đã đưa vào sổ theo dõi; mỗi nội dung dẫn nguyên văn câu chữ của nguồn ở chú thích cuối trang.',
      'Mức độ được xếp theo thứ tự: mong muốn, đề xuất, cam kết, đã thống nhất, đã ký, đã phê duyệt, đang triển khai, đã hoàn thành. “Chậm, vướng” là dấu hiệu đi kèm.',
      '“Nhắc lại” là hứa thêm một lần nữa điều đã hứa mà chưa thấy tiến triển. “Chưa có thông tin” chỉ nói rằng các nguồn đã đọc không nhắc tới, không có nghĩa là chưa làm.',
      'Khi các nguồn nói khác nhau, tài liệu nêu cả hai, không tự chọn bên nào. Cần kiểm tra lại với nguồn chính thức trước khi sử dụng tại bàn đàm phán.',
    ],
  },
  fields: ledger.fields,
  gateClasses: ledger.gateClasses,
  meetingKinds: { ...WORDINGS.vi.meetingKinds, other: 'cuộc gặp' },
  languages: LANGUAGES,
  noDay: 'không rõ ngày',
}

const UNITS: Readonly<Record<string, string>> = {
  VND: 'đồng',
  CNY: 'nhân dân tệ',
  t: 'tấn',
  people: 'lượt người',
  vehicles: 'lượt xe',
  '%': '%',
}

function ledgerUnit(unit: string): string {
  return UNITS[unit] ?? unit
}
