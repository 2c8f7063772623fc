import { LedgerError } from '../../ledger/error.ts'
import { reportsBetween } from '../../ledger/query/between.ts'
import type { Session } from '../../ledger/store.ts'
import type { Briefing } from '../../views/api/briefing.ts'
import { briefingOf } from '../../views/briefing/briefing.ts'
import type { BriefingOptions } from '../../views/briefing/facts.ts'
import { briefingMarkdown } from '../../views/briefing/markdown.ts'
import { theResolvers } from '../ledger/resolving.ts'
import { briefingDocx } from '../../views/briefing/docx/paper.ts'
import { gatherFacts } from './gather.ts'
import { theOnomasticon } from './names.ts'
import { briefingPdf } from './pdf.ts'
import { picturesOf } from './pictures.ts'

/** The briefing that some options ask for, of one moment of the ledger. `chosen`: ids of undertakings, all where there are none. */
export async function briefingFor(
  session: Session,
  options: BriefingOptions,
  chosen: readonly string[],
): Promise<Briefing> {
  return briefingOf(await gatherFacts(session, options, chosen), theOnomasticon())
}

/** Reports on a partner by which our side is guessed. */
const GUESSED_BY = 300

/** The side that most reports on a partner are about, of another country: where a person does not say which one is ours. */
export async function likelyOurs(session: Session, partner: string, at: string): Promise<string> {
  const { places } = theResolvers().atlas.gazetteer
  const country = places.get(partner)?.country
  const counts = new Map<string, number>()
  for (const { sides } of await reportsBetween(session, [partner], at, GUESSED_BY))
    for (const side of sides)
      if (places.get(side)?.country !== country && side.includes('-')) counts.set(side, (counts.get(side) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  if (most) return most[0]
  throw new LedgerError(
    'name-unknown',
    'No report is about this partner and another side: say which side is yours with --ours.',
  )
}

export type PaperFormat = 'docx' | 'pdf' | 'md' | 'json'

/** A briefing as the bytes of a file. */
export async function paperOf(briefing: Briefing, format: PaperFormat): Promise<Buffer> {
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(briefing, null, 2)}\n`)
    case 'md':
      return Buffer.from(briefingMarkdown(briefing))
    case 'docx':
      return await briefingDocx(briefing, await picturesOf(briefing))
    case 'pdf':
      return await briefingPdf(briefing)
  }
}
