// Reports made for measuring the ledger, the same on every machine. The recipe:
// - two reports tell each meeting, in other words (alike by a third of their runs of six words, so that neither is a copy); meeting m is of day m·(20 years / meetings), between two partners, one on each side of the
//   border, of 288 pairs by a fixed dice;
// - each partner has 30 people at a time, a tenth of whom changes every year;
// - an undertaking of a pair is an action on a road between two named communes; it is told by some 20 reports over four years, in one of five
//   wordings, its stage going up: wished, proposed, agreed, under way, done;
// - a report tells a meeting with four people, eight undertakings of its pair, a gate and four figures: some 30 claims in 1.4 kB.
const PROVINCES =
  'Cao Bằng,Lạng Sơn,Quảng Ninh,Lào Cai,Lai Châu,Điện Biên,Sơn La,Hà Nội,Hải Phòng,Thanh Hóa,Nghệ An,Hà Tĩnh,Đà Nẵng,Khánh Hòa,Lâm Đồng,Cần Thơ,An Giang,Đồng Nai,Tây Ninh,Gia Lai,Quảng Ngãi,Phú Thọ,Thái Nguyên,Cà Mau'.split(
    ',',
  )
const PARTNERS =
  'Quảng Tây,Vân Nam,Quảng Đông,Hồ Nam,Quý Châu,Tứ Xuyên,Phúc Kiến,Chiết Giang,Giang Tô,Sơn Đông,Hải Nam,Hồ Bắc'.split(
    ',',
  )
const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Nông',
  'Lương',
  'Vi',
]
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Quốc', 'Thanh', 'Hữu', 'Xuân', 'Ngọc', 'Hồng']
const GIVEN = [
  'An',
  'Bách',
  'Cường',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hải',
  'Hùng',
  'Khánh',
  'Lâm',
  'Long',
  'Nam',
  'Phúc',
  'Quân',
  'Sơn',
  'Thắng',
  'Trung',
  'Tuấn',
  'Vinh',
]
const CHINESE = ['Vương', 'Lý', 'Trương', 'Lưu', 'Trần', 'Chu', 'Ngô', 'Triệu']
const CHINESE_GIVEN = ['Kiến', 'Quân', 'Bình', 'Hoa', 'Lôi', 'Đào', 'Siêu', 'Minh', 'Vĩ', 'Phong', 'Cường', 'Ba']
const SYLLABLES =
  'Bản Nà Pò Khuổi Lũng Tân Phú Đức Thượng Hạ Nậm Cốc Pác Kéo Thông Ngọc Chí Đàm Quang Minh Yên Mường Sa Vân Bó Cao Châu Dào Gia Háng Hua Keo Khánh La Lóng Mậu Mồ Na Nghĩa Phìn Quảng Sín Suối Tả Thanh Thèn Tòng Trịnh Trung Vĩnh'.split(
    ' ',
  )
const ENDS =
  'Lầu Giàng Tấu Mạ Sẳn Khoang Thàng Vài Lìn Chải Phìn Hán Lừ Sỏi Quỷnh Vược Noong Hăm Lọc Tráng Bua Chang Dền Đuống Gạm Khúc Loỏng Mấu Ngòi Nhuồng Pạc Quẩy Rịa Séo Thín Tủa Ưởng Vặc Xín Yểng Hỏm Lủng Mẻo Ngàn Pảng Rằng Sủng Tằm Thài Vẳn'.split(
    ' ',
  )
const GATES = [
  'Trà Lĩnh - Long Bang',
  'Tà Lùng - Thủy Khẩu',
  'Hữu Nghị - Hữu Nghị Quan',
  'Móng Cái - Đông Hưng',
  'Lào Cai - Hà Khẩu',
  'Sóc Giang - Bình Mãng',
]
const THINGS =
  'nâng cấp đường tuần tra; xây dựng trạm kiểm dịch; mở lớp đào tạo tiếng; khôi phục tuyến xe khách; xây dựng chợ biên giới; trồng thí điểm cây dược liệu; lắp đặt trạm quan trắc nước; tổ chức giải thể thao; xây dựng kho lạnh; bảo vệ rừng đầu nguồn; xây dựng bệnh viện hữu nghị; kéo đường dây điện; nạo vét luồng sông; cấp phép xe du lịch tự lái; kiểm tra thực phẩm nhập khẩu; tu sửa di tích; xây dựng cầu treo; khai thác mỏ đá; phủ sóng di động; diễn tập cứu nạn; phòng chống dịch lợn; nuôi cá nước lạnh; xây dựng trường nội trú; trao đổi đoàn nghệ thuật; lập bản đồ sạt lở; giao thầu bãi đỗ xe; đo đạc mốc giới; lắp đèn chiếu sáng; thu gom rác thải; tập huấn cán bộ hải quan'.split(
    '; ',
  )
const YEARS = 20
const FIRST_YEAR = 2005
const DAYS = YEARS * 365
const TOLD = 20
const PER_REPORT = 8

/** A dice that falls the same for the same numbers. */
function dice(...numbers) {
  let hash = 0x9e3779b9
  for (const n of numbers) {
    hash = Math.imul(hash ^ n, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}
const pick = (list, ...numbers) => list[dice(...numbers) % list.length]

const isoDay = day => new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).toISOString().slice(0, 10)
const written = iso => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}/${iso.slice(0, 4)}`

function person(side, seat, year) {
  const term = Math.floor((year + (dice(side, seat) % 10)) / 10) + 7 * seat + 1000 * side
  return side < 100
    ? `${pick(SURNAMES, term, 1)} ${pick(MIDDLE, term, 2)} ${pick(GIVEN, term, 3)}`
    : `${pick(CHINESE, term, 1)} ${pick(CHINESE_GIVEN, term, 2)} ${pick(CHINESE_GIVEN, term, 3)}`
}

function undertaking(pair, k) {
  const action = pick(THINGS, pair, k, 1)
  const place = `${pick(SYLLABLES, pair, k, 2)} ${pick(ENDS, pair, k, 3)}`
  const other = `${pick(SYLLABLES, pair, k, 4)} ${pick(ENDS, pair, k, 5)}`
  return [
    `${action} ${place} - ${other}`,
    `${action} tại xã ${place} và xã ${other}`,
    `${action} ${place} - ${other} trong năm tới`,
    `${action} nối ${place} với ${other}`,
    `${action} ở khu vực ${place} - ${other}`,
  ]
}

const SAID = [
  (ours, theirs, what) => `Phía ${ours} mong muốn ${theirs} phối hợp ${what}.`,
  (ours, theirs, what) => `Tỉnh ${ours} đề nghị phía ${theirs} ${what}.`,
  (_, __, what) => `Hai bên nhất trí ${what}.`,
  (ours, _, what) => `Tỉnh ${ours} đang ${what}.`,
  (ours, _, what) => `Tỉnh ${ours} đã hoàn thành ${what}.`,
]

const PAIRS = PROVINCES.length * PARTNERS.length

/** What is told of a meeting, in the words of the first report or of the second. */
function told(
  second,
  { i, ours, theirs, day, year, head, aide, host, guest, gate, lines, value, growth, cars, goods, session },
) {
  const first = [
    pick([`${ours} hội đàm với ${theirs} ngày ${day}`, `Hội đàm giữa ${ours} và ${theirs}`], i, 12),
    `Ngày ${day}, tại thành phố ${ours}, Đoàn đại biểu tỉnh ${ours} do đồng chí ${head}, Phó Chủ tịch UBND tỉnh ${ours} làm trưởng đoàn đã hội đàm với Đoàn đại biểu tỉnh ${theirs} (Trung Quốc) do ông ${host}, Phó Tỉnh trưởng Chính quyền nhân dân tỉnh ${theirs} làm trưởng đoàn. Cùng dự có đồng chí ${aide}, Giám đốc Sở Ngoại vụ tỉnh ${ours}; ông ${guest}, Chủ nhiệm Văn phòng Ngoại vụ tỉnh ${theirs}.`,
    ...lines.slice(0, 4),
    `Kim ngạch xuất nhập khẩu qua cửa khẩu ${gate} năm ${year} đạt ${value} triệu USD, tăng ${growth}% so với cùng kỳ; có ${cars} lượt phương tiện và ${goods} nghìn tấn hàng hóa.`,
    ...lines.slice(4),
    `Kết thúc hội đàm, hai bên đã ký biên bản hội đàm lần thứ ${session}.`,
  ]
  const other = [
    pick([`Lãnh đạo ${ours} tiếp đoàn ${theirs}`, `${theirs} và ${ours} bàn việc chung`], i, 12),
    `Chiều ${day}, Phó Chủ tịch UBND tỉnh ${ours} ${head} cùng Phó Tỉnh trưởng Chính quyền nhân dân tỉnh ${theirs} (Trung Quốc) ${host} chủ trì hội đàm giữa tỉnh ${ours} và tỉnh ${theirs} tại thành phố ${ours}. Tham dự có Giám đốc Sở Ngoại vụ tỉnh ${ours} ${aide} và Chủ nhiệm Văn phòng Ngoại vụ tỉnh ${theirs} ${guest}.`,
    `Trong năm ${year}, tổng giá trị hàng hóa xuất nhập khẩu qua cửa khẩu ${gate} là ${value} triệu USD, tăng ${growth}%, với ${cars} lượt xe và ${goods} nghìn tấn hàng.`,
    ...lines.toReversed(),
    `Hai đoàn ký biên bản hội đàm lần thứ ${session} vào cuối buổi làm việc.`,
  ]
  return second ? other : first
}

/** Report `i` of `count`, as JSON input has it. */
export function generatedReport(i, count) {
  const m = Math.floor(i / 2)
  const day = Math.floor((2 * m * DAYS) / count)
  const pair = dice(m, 1) % PAIRS
  const [us, them] = [pair % PROVINCES.length, Math.floor(pair / PROVINCES.length)]
  const [ours, theirs] = [PROVINCES[us], PARTNERS[them]]
  const iso = isoDay(day)
  const year = Math.floor(day / 365)
  const begun = ((i / count) * count * PER_REPORT) / PAIRS / TOLD
  const open = ((4 / YEARS) * count * PER_REPORT) / PAIRS / TOLD
  const lines = []
  for (let n = 0; n < PER_REPORT; n++) {
    const age = (dice(m, n, 2) % 1000) / 1000
    const k = Math.max(0, Math.floor(begun - age * open))
    const what = pick(undertaking(pair, k), i, n, 3)
    lines.push(SAID[Math.min(SAID.length - 1, Math.floor(age * SAID.length))](ours, theirs, what))
  }
  const [head, aide] = [0, 1].map(seat => person(us, dice(m, seat, 4) % 30, year))
  const [host, guest] = [0, 1].map(seat => person(100 + them, dice(m, seat, 5) % 30, year))
  const gate = pick(GATES, m, 6)
  const [value, growth, cars, goods] = [
    100 + (dice(m, 7) % 900),
    1 + (dice(m, 8) % 40),
    1000 + (dice(m, 9) % 9000),
    10 + (dice(m, 10) % 90),
  ]
  const session = 1 + Math.floor(m / PAIRS)
  const text = told(i % 2 === 1, {
    i,
    ours,
    theirs,
    head,
    aide,
    host,
    guest,
    gate,
    lines,
    value,
    growth,
    cars,
    goods,
    session, // prettier-ignore
    day: written(iso),
    year: iso.slice(0, 4),
  }).join('\n')
  return {
    id: `bench-${i}`,
    url: `https://example.org/${i}`,
    title: text.split('\n', 1)[0],
    outlet: 'generated',
    published: iso,
    lang: 'vi',
    text,
  }
}
