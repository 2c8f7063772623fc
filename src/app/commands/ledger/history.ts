import { historyPage } from '../../../views/ledger/history.ts'
import { pastOf } from '../../ledger/past.ts'
import { viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

interface HistoryFlags extends LedgerFlags {
  readonly limit: number
}

/** `bienban history`: who decided what, and which reports came; of the whole ledger, or of one thing. */
export const historyCommand = (id: string | undefined, flags: HistoryFlags): Promise<number> =>
  viewCommand(
    flags,
    session => pastOf(session, id ?? null, flags.limit),
    (history, tongue) => historyPage(history, flags.limit, tongue),
  )
