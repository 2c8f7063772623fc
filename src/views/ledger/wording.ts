import type { ScreenLanguage } from '../wording.ts'

/** How many reports were added, read anew, screened out, and known. */
export interface AddedCounts {
  readonly added: number
  readonly reread: number
  readonly screened: number
  readonly known: number
}

/** The words of the ledger's views in one language. */
export interface LedgerWording {
  readonly added: (counts: AddedCounts) => string
  readonly newerVersion: (older: string) => string
}

const vi: LedgerWording = {
  added: c =>
    `Đã thêm ${c.added} bài, đọc lại ${c.reread}, đã có ${c.known}; ${c.screened} bài không nói về hợp tác qua biên giới.`,
  newerVersion: older =>
    `cùng địa chỉ hoặc cùng mã với bài ${older} nhưng khác nội dung: giữ cả hai, bài mới được tính. Quyết định về bài cũ cần xem lại ("bienban queue").`,
}

const en: LedgerWording = {
  added: c =>
    `Added ${c.added}, read anew ${c.reread}, already there ${c.known}; ${c.screened} not about cooperation across a border.`,
  newerVersion: older =>
    `has the address or the id of report ${older} and another text: both are kept, this one counts. Decisions on the older one wait for review ("bienban queue").`,
}

const zh: LedgerWording = {
  added: c => `新增 ${c.added} 篇，重读 ${c.reread} 篇，已有 ${c.known} 篇；${c.screened} 篇与跨境合作无关。`,
  newerVersion: older =>
    `与报道 ${older} 地址或编号相同而内容不同：两者均保留，以新者为准。对旧报道的决定待复核（"bienban queue"）。`,
}

export const LEDGER_WORDINGS: Readonly<Record<ScreenLanguage, LedgerWording>> = { vi, en, zh }
