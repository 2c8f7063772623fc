import type { MeetingKind } from '../model/kinds.ts'
import type { Stage } from '../model/stage.ts'

/** Languages of the screen. Vietnamese is the first. */
export const SCREEN_LANGUAGES = ['vi', 'en', 'zh'] as const
export type ScreenLanguage = (typeof SCREEN_LANGUAGES)[number]

/** All words of the summary in one language. */
export interface Wording {
  readonly meetings: string
  readonly instruments: string
  readonly gatesAndLinks: string
  readonly figures: string
  readonly people: string
  readonly notCooperation: string
  readonly more: (count: number) => string
  readonly stages: Readonly<Record<Stage, string>>
  readonly meetingKinds: Readonly<Record<MeetingKind, string>>
  readonly statuses: Readonly<Record<'signed' | 'in-force' | 'to-sign' | 'issued', string>>
  readonly noDay: string
  readonly session: (number: number) => string
  readonly until: (day: string) => string
  /** Before the agencies in charge of a task, and those who help. */
  readonly inCharge: string
  readonly supporting: string
  /** Told of what has no deadline, since it goes on or comes again. */
  readonly standing: string
  readonly progress: (percent: number) => string
  /** Before the words that say why something is late. */
  readonly reason: string
  readonly total: (counts: Totals) => string
}

/** What was read in all. */
export interface Totals {
  readonly reports: number
  readonly about: number
  readonly meetings: number
  readonly commitments: number
  readonly gates: number
  readonly figures: number
  readonly people: number
}

const vi: Wording = {
  meetings: 'Cuộc gặp',
  instruments: 'Văn bản',
  gatesAndLinks: 'Cửa khẩu, tuyến kết nối',
  figures: 'Số liệu',
  people: 'Nhân sự',
  notCooperation: 'Không phải bài về hợp tác qua biên giới: chỉ ghi người, nơi, ngày, số liệu.',
  more: count => `… và ${count} mục nữa`,
  stages: {
    wished: 'Mong muốn',
    proposed: 'Đề xuất',
    pledged: 'Cam kết',
    agreed: 'Đã thống nhất',
    signed: 'Đã ký',
    approved: 'Đã phê duyệt',
    underway: 'Đang làm',
    done: 'Đã xong',
    stalled: 'Chậm, vướng',
  },
  meetingKinds: {
    talks: 'hội đàm',
    'courtesy-call': 'hội kiến',
    'working-session': 'làm việc',
    conference: 'hội nghị',
    forum: 'diễn đàn',
    fair: 'hội chợ',
    ceremony: 'lễ',
    visit: 'thăm',
    other: 'khác',
  },
  statuses: { signed: 'đã ký', 'in-force': 'đang có hiệu lực', 'to-sign': 'sẽ ký', issued: 'đã ra' },
  noDay: 'không rõ ngày',
  session: number => `lần thứ ${number}`,
  until: day => `hạn ${day}`,
  inCharge: 'chủ trì',
  supporting: 'phối hợp',
  standing: 'làm thường xuyên',
  progress: percent => `đã làm ${percent}%`,
  reason: 'lý do chậm',
  total: t =>
    `${t.reports} bài, ${t.about} bài về hợp tác: ${t.meetings} cuộc gặp, ${t.commitments} cam kết và đề xuất, ${t.gates} cửa khẩu, lối thông quan, ${t.figures} số liệu, ${t.people} người`,
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const en: Wording = {
  meetings: 'Meetings',
  instruments: 'Papers',
  gatesAndLinks: 'Gates and links',
  figures: 'Figures',
  people: 'People',
  notCooperation: 'Not about cooperation across a border: only people, places, dates and figures were taken.',
  more: count => `… and ${count} more`,
  stages: {
    wished: 'Wished',
    proposed: 'Proposed',
    pledged: 'Pledged',
    agreed: 'Agreed',
    signed: 'Signed',
    approved: 'Approved',
    underway: 'Under way',
    done: 'Done',
    stalled: 'Late or stopped',
  },
  meetingKinds: {
    talks: 'talks',
    'courtesy-call': 'courtesy call',
    'working-session': 'working session',
    conference: 'conference',
    forum: 'forum',
    fair: 'fair',
    ceremony: 'ceremony',
    visit: 'visit',
    other: 'other',
  },
  statuses: { signed: 'signed', 'in-force': 'in force', 'to-sign': 'to be signed', issued: 'issued' },
  noDay: 'day not given',
  session: number => `session ${number}`,
  until: day => `by ${day}`,
  inCharge: 'in charge',
  supporting: 'with',
  standing: 'standing task',
  progress: percent => `${percent} % done`,
  reason: 'late because',
  total: t =>
    `${plural(t.reports, 'report')}, ${t.about} about cooperation: ${plural(t.meetings, 'meeting')}, ${plural(t.commitments, 'commitment')}, ${plural(t.gates, 'gate or lane', 'gates and lanes')}, ${plural(t.figures, 'figure')}, ${plural(t.people, 'person', 'people')}`,
}

const zh: Wording = {
  meetings: '会晤',
  instruments: '文件',
  gatesAndLinks: '口岸与通道',
  figures: '数据',
  people: '人员',
  notCooperation: '与跨境合作无关：只记录人员、地点、日期和数据。',
  more: count => `…… 另有 ${count} 项`,
  stages: {
    wished: '希望',
    proposed: '建议',
    pledged: '承诺',
    agreed: '已商定',
    signed: '已签署',
    approved: '已批准',
    underway: '进行中',
    done: '已完成',
    stalled: '延误或受阻',
  },
  meetingKinds: {
    talks: '会谈',
    'courtesy-call': '会见',
    'working-session': '工作会议',
    conference: '会议',
    forum: '论坛',
    fair: '博览会',
    ceremony: '仪式',
    visit: '访问',
    other: '其他',
  },
  statuses: { signed: '已签署', 'in-force': '生效中', 'to-sign': '待签署', issued: '已发布' },
  noDay: '日期不详',
  session: number => `第 ${number} 次`,
  until: day => `期限 ${day}`,
  inCharge: '牵头单位',
  supporting: '配合单位',
  standing: '长期任务',
  progress: percent => `已完成${percent}%`,
  reason: '滞后原因',
  total: t =>
    `${t.reports} 篇报道，其中 ${t.about} 篇涉及合作：会晤 ${t.meetings} 次，承诺与建议 ${t.commitments} 项，口岸与通道 ${t.gates} 处，数据 ${t.figures} 项，人员 ${t.people} 名`,
}

export const WORDINGS: Readonly<Record<ScreenLanguage, Wording>> = { vi, en, zh }

/** The language of the screen for a locale such as `vi_VN.UTF-8`; English for any other. */
export function screenLanguage(locale: string): ScreenLanguage {
  return SCREEN_LANGUAGES.find(lang => locale.toLowerCase().startsWith(lang)) ?? 'en'
}

/** Who has to do something by the words of a plan, and how a report says that it goes. */
interface Assigned {
  readonly assignees: readonly string[]
  readonly supporting: readonly string[]
  readonly standing: boolean
  readonly progress: number | null
  readonly reason: string | null
}

/** "chủ trì: Sở Y tế", "đã làm 40%", "lý do chậm: …": what there is of it, in words. */
export function assignmentLines(
  { assignees, supporting, standing, progress, reason }: Assigned,
  wording: Pick<Wording, 'inCharge' | 'supporting' | 'standing' | 'progress' | 'reason'>,
): string[] {
  return [
    assignees.length > 0 ? `${wording.inCharge}: ${assignees.join(', ')}` : '',
    supporting.length > 0 ? `${wording.supporting}: ${supporting.join(', ')}` : '',
    standing ? wording.standing : '',
    progress === null ? '' : wording.progress(progress),
    reason === null ? '' : `${wording.reason}: ${reason}`,
  ].filter(line => line !== '')
}
