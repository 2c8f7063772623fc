import type { PaperKind } from '../../model/kinds.ts'
import { defineWords } from './define.ts'

/** What a paper's form makes it, and who signed it. */
export const paperWords = defineWords({
  vi: {
    kinds: {
      report: 'Bản tin',
      communique: 'Thông cáo',
      minutes: 'Biên bản',
      memorandum: 'Bản ghi nhớ',
      agreement: 'Thỏa thuận',
      plan: 'Kế hoạch',
      'progress-report': 'Báo cáo kết quả',
    } satisfies Record<PaperKind, string>,
    signed: 'Ký',
    behalf: (whom: string) => `thay mặt ${whom}`,
    instead: (whom: string) => `ký thay ${whom}`,
  },
  en: {
    kinds: {
      report: 'Report',
      communique: 'Communiqué',
      minutes: 'Minutes',
      memorandum: 'Memorandum',
      agreement: 'Agreement',
      plan: 'Plan',
      'progress-report': 'Progress report',
    } satisfies Record<PaperKind, string>,
    signed: 'Signed',
    behalf: (whom: string) => `for ${whom}`,
    instead: (whom: string) => `in place of ${whom}`,
  },
  zh: {
    kinds: {
      report: '报道',
      communique: '公报',
      minutes: '会谈纪要',
      memorandum: '谅解备忘录',
      agreement: '协议',
      plan: '计划',
      'progress-report': '工作报告',
    } satisfies Record<PaperKind, string>,
    signed: '签署',
    behalf: (whom: string) => `代表${whom}`,
    instead: (whom: string) => `代${whom}签`,
  },
})
