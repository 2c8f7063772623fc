import type { Session } from '../../ledger/store.ts'
import type { Page } from '../../views/ledger/page.ts'
import { type Tongue, tongueOf } from '../../views/ledger/wording.ts'
import { renderPage } from '../../views/render/page.ts'
import { pageWidth } from '../../views/render/table.ts'
import { terminalStyle, write } from '../terminal.ts'
import { namesIn } from './naming.ts'
import { type LedgerFlags, withLedger } from './with-ledger.ts'

/** The words of a command's screen. */
export const tongueFor = ({ ui }: LedgerFlags): Tongue => tongueOf(ui, namesIn(ui))

/** Prints data for programs, or a page for people. */
export async function print(flags: LedgerFlags, data: unknown, page: (tongue: Tongue) => Page): Promise<void> {
  if (flags.json) return await write(process.stdout, `${JSON.stringify(data, null, 2)}\n`)
  const width = pageWidth(process.stdout.columns)
  await write(process.stdout, renderPage(page(tongueFor(flags)), terminalStyle(process.stdout), width))
}

/** A command that only looks: asks the ledger as of one moment, and prints the answer. */
export const viewCommand = <T>(
  flags: LedgerFlags,
  ask: (session: Session) => Promise<T>,
  page: (data: T, tongue: Tongue) => Page,
  json: (data: T) => unknown = data => data,
): Promise<number> =>
  withLedger(flags.store, { readonly: true }, async store => {
    const data = await store.snapshot(ask)
    await print(flags, flags.json ? json(data) : null, tongue => page(data, tongue))
    return 0
  })

/** The day that counts as today: where the person is, by the clock. */
export function todayFor({ today }: Pick<LedgerFlags, 'today'>): string {
  if (today !== undefined) return today
  const now = new Date()
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
