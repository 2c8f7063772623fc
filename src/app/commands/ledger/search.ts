import { searchPage } from '../../../views/ledger/search.ts'
import { foundWith } from '../../ledger/searching.ts'
import { viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

/** `bienban search`: reports and entities that hold all words, marks and case aside. */
export const searchCommand = (
  words: readonly string[],
  flags: LedgerFlags & { readonly limit: number },
): Promise<number> =>
  viewCommand(
    flags,
    session => foundWith(session, words.join(' '), flags.limit),
    (found, tongue) => searchPage(found, flags.limit, tongue),
  )
