import { zh as ledger } from '../../ledger/words/zh.ts'
import { WORDINGS } from '../../wording.ts'
import { listOfWords, shortNumberIn } from '../typography.ts'
import type { BriefingWords, MeetingName, Sides } from '../words.ts'
import type { Burden, Gap, Reason } from '../standing.ts'

const day = (iso: string): string => `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

const month = (iso: string): string => `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月`

const moment = (edtf: string): string => {
  const sure = edtf.replaceAll('?', '')
  const written = /^\d{4}-\d\d-\d\d$/.test(sure)
    ? day(sure)
    : /^\d{4}-\d\d$/.test(sure)
      ? month(sure)
      : /^\d{4}$/.test(sure)
        ? `${sure}年`
        : sure
  return sure === edtf ? written : `${written}（存疑）`
}

const list = (parts: readonly string[]): string => listOfWords(parts, '、', '和')

const LANGUAGES: BriefingWords['languages'] = { vi: '越南文', zh: '中文', en: '英文' }

const STAGES: BriefingWords['stages'] = {
  wished: '希望',
  proposed: '建议',
  pledged: '承诺',
  agreed: '已商定',
  signed: '已签署',
  approved: '已批准',
  underway: '推进中',
  done: '已完成',
  stalled: '延误或受阻',
}

const ACTORS: Readonly<Record<Burden, (sides: Sides) => string>> = {
  theirs: ({ partner }) => `由${partner}方面落实`,
  ours: () => '由我方落实',
  both: () => '由双方共同落实',
  'they-ask': ({ partner }) => `${partner}方面提出`,
  'we-ask': () => '我方提出',
  unsaid: () => '',
}

function reason(each: Reason, sides: Sides): string {
  const on = (iso: string | null): string => (iso === null ? '' : day(iso))
  switch (each.kind) {
    case 'burden':
      return each.burden.endsWith('ask')
        ? `${on(each.day)}${ACTORS[each.burden](sides)}`
        : `${on(each.day)}${STAGES[each.stage]}，${ACTORS[each.burden](sides)}`
    case 'overdue':
      return `期限${day(each.due)}，现已逾期`
    case 'due':
      return `期限${day(each.due)}`
    case 'stalled':
      return `最近消息${each.day === null ? '' : `（${day(each.day)}）`}称进展延误或受阻`
    case 'again':
      return `已重申${each.times}次${each.last === null ? '' : `，最近一次为${day(each.last)}`}`
    case 'silent':
      return `已${each.days}天无新消息`
    case 'opposed':
      return `消息来源说法不一：${[each.first, each.second].map(said => `${said.source}${said.day === null ? '' : `（${day(said.day)}）`}称“${STAGES[said.stage]}”`).join('，')}`
  }
}

function gap(each: Gap, sides: Sides): string {
  switch (each.kind) {
    case 'months':
      return `${sides[each.side]}方面：近${each.of}个月中有${each.without.length}个月无任何报道${each.without.length === 0 ? '' : `（${each.without.map(month).join('、')}）`}。`
    case 'languages':
      return `所读报道均为${list(each.langs.map(lang => LANGUAGES[lang] ?? lang))}，未与其他语种、尤其是${sides.partner}方面的来源核对。`
    case 'silent':
      return `${each.of}项未完成事项中，${each.items}项已逾180天无新消息。无消息不等于未落实。`
    case 'single':
      return `${each.of}项事项中，${each.items}项仅有一篇报道为据，尚无第二来源印证。`
    case 'copies':
      return `${each.of}篇报道中，${each.copies}篇系转载（全文或基本相同），不作独立来源计。`
    case 'undated':
      return `${each.reports}篇报道无日期，亦无法由内容推定，其所述事项无从排序。`
    case 'unchecked':
      return `${each.of}项未完成事项中，${each.items}项表述笼统，难以用具体成果核实。`
    case 'more':
      return `仅列入最近提及的${each.items}项，更早的事项见台账。`
  }
}

function meeting({ kind, mechanism, session, place, day: on }: MeetingName): string {
  const number = session === null ? '' : `第${session}次`
  const name = mechanism === null ? `${number}${kind}` : `${mechanism}${number === '' ? '' : `${number}会议`}`
  const when = [on === null ? null : day(on), place].filter(each => each !== null)
  return when.length === 0 ? name : `${name}（${when.join('，')}）`
}

const outcomesOf = (counts: Parameters<BriefingWords['review']['intro']>[0]): string =>
  (
    [
      ['done', '项已完成'],
      ['under-way', '项推进中'],
      ['promised-again', '项再度重申而未见进展'],
      ['silent', '项尚无消息'],
      ['contradicted', '项说法不一'],
    ] as const
  )
    .flatMap(([outcome, words]) => (counts[outcome] > 0 ? [`${counts[outcome]}${words}`] : []))
    .join('，')

export const zh: BriefingWords = {
  title: '会谈参阅材料',
  subtitle: ({ ours, partner }) => `${ours}与${partner}合作事项落实情况`,
  headLeft: ours => [ours, '内部参阅'],
  headRight: (ours, at) => ['会谈准备材料', `${ours}，${day(at)}`],
  annex: '附件',
  part: (number, title) => `${['一', '二', '三'][number - 1] ?? number}、${title}`,
  day,
  month,
  period: edtf => edtf.split('/').map(moment).join('至'),
  quantity: (value, unit) => `${shortNumberIn('zh', value)}${UNITS[unit] ?? ` ${unit}`}`,
  bounds: { about: '约', over: '超过', under: '不足' },
  quoted: words => `“${words}”`,
  captioned: (title, parts) => `${title}：${parts.join('；')}。`,
  figure: (number, title) => `图${number} ${title}`,
  list,
  sentence: parts => `${parts.join('；')}。`,
  alias: (name, others) => (others.length === 0 ? name : `${name}（${others.join('，')}）`),
  stages: STAGES,
  outcomes: {
    done: '已完成',
    'under-way': '推进中',
    'promised-again': '再度重申',
    silent: '尚无消息',
    contradicted: '说法不一',
  },
  overdueMark: '逾期',
  reason,
  see: number => `见第${number}项`,
  span: (first, last) => (first === last ? day(first) : `${day(first)}至${day(last)}`),
  state: {
    title: '总体情况',
    counts: {
      all: '项在册事项',
      done: '项已完成',
      underway: '项推进中',
      late: '项逾期或受阻',
      silent: '项逾180天无消息',
    },
    standing: (at, c) =>
      `截至${day(at)}，所读来源记载双方合作事项共${c.all}项：已完成${c.done}项，推进中${c.underway}项，已商定、签署或批准但未见启动${c.agreed}项，单方承诺、建议或希望${c.asked}项。`,
    meeting: (name, counts) => `${name}：${outcomesOf(counts)}。`,
    soon: items => `今后90天内到期${items}项。`,
    basis: (reports, sources, last) =>
      `依据：涉及双方的报道${reports}篇${sources === 0 ? '' : `，来自${sources}家媒体或网站`}${last === null ? '' : `，最近一篇所述日期为${day(last)}`}。`,
    nothing: '按所选条件，台账中没有双方之间的事项。',
  },
  raise: { title: '建议提出的事项', intro: '按需要程度排列，并附理由。', none: '按所选条件，没有需要提出的事项。' },
  expect: {
    title: partner => `${partner}方面可能提出的事项`,
    ours: '我方承诺',
    theirs: '对方要求',
    none: '未见有关事项。',
  },
  meeting,
  people: {
    title: '双方人员',
    intro: at => `职务以截至${day(at)}的报道为准。`,
    side: side => `${side}方面`,
    former: office => `原${office}`,
    head: ['姓名', '职务', '最近报道'],
    none: '报道中未提及人员。',
  },
  review: {
    title: '历次会晤纪要落实情况',
    intro: counts =>
      `商定或签署事项共${Object.values(counts).reduce((sum, n) => sum + n, 0)}项：${outcomesOf(counts)}。`,
    none: '有关近期会晤的报道未提及已商定或签署的事项。',
    agreed: '当时',
    latest: '最近',
  },
  open: {
    title: '未完成事项（按领域）',
    intro: items => `共${items}项；序号供首页查对。`,
    otherField: '其他领域',
    none: '无。',
    left: items => `另有${items}项较少提及的建议和希望未列入，见台账。`,
  },
  done: { title: '已完成事项', intro: '据来源报道已完成者，最近者在前。' },
  figures: {
    title: '数据',
    head: ['数据', '数值', '时间'],
    none: '所选期间的报道未提供可用数据。',
    progress: '总体进展',
    byStage: '各阶段事项数',
    told: '来源所载数据',
  },
  corridor: {
    title: '口岸与通道',
    intro: at => `口岸类别为${day(at)}的情况，以报道为准；报道未提及的以名录为准。`,
    head: ['口岸、通道', '类别', '依据', '未完成事项'],
    reports: (reports, first, last) =>
      `报道${reports}篇，${first === last ? day(first) : `${day(first)}至${day(last)}`}`,
    gazetteer: '名录',
    unknown: '不详',
    approximate: '实心点为国际性口岸，虚线圈为近似位置，虚线为未建成通道。本图仅供参考，不作为边界走向的依据。',
    map: '口岸与通道示意图',
  },
  gaps: {
    title: '来源未能说明之处',
    gap,
    chart: ({ ours, partner }) => `每月所读报道篇数：${ours}（红）与${partner}（蓝）`,
  },
  reading: {
    title: '阅读说明',
    lines: [
      '本材料由机器根据台账中的新闻报道、计划和工作报告编成；各事项在脚注中照录来源原文（来源所用语言）。',
      '进展依次为：希望、建议、承诺、已商定、已签署、已批准、推进中、已完成。“延误或受阻”为附加标记。',
      '“再度重申”指对既有承诺再次作出承诺而未见进展。“尚无消息”仅说明所读来源未提及，不等于未落实。',
      '来源说法不一时两者并列，不作取舍。用于会谈前请与官方来源核对。',
    ],
  },
  fields: ledger.fields,
  gateClasses: ledger.gateClasses,
  meetingKinds: { ...WORDINGS.zh.meetingKinds, other: '会晤' },
  languages: LANGUAGES,
  noDay: '日期不详',
}

const UNITS: Readonly<Record<string, string>> = {
  USD: '美元',
  CNY: '元人民币',
  VND: '越南盾',
  t: '吨',
  people: '人次',
  vehicles: '辆次',
  km: '公里',
  '%': '%',
}
