import { originalsOf } from '../../ledger/query/copies.ts'
import { monthsOf, type ReportBetween, reportsBetween } from '../../ledger/query/between.ts'
import type { Session } from '../../ledger/store.ts'
import { distinct } from '../../text/order.ts'
import type { BriefingFacts, BriefingOptions, ReportFact } from '../../views/briefing/facts.ts'
import { theResolvers } from '../ledger/resolving.ts'
import { loadOutline } from '../packs.ts'
import { itemsOf } from './items.ts'
import { lastMinutes } from './meetings.ts'
import { corridorOf, figuresIn, peopleOf } from './things.ts'

/** Reports between two sides that are looked at. */
const REPORTS = 300

/** All that a briefing is made of, of one moment of the ledger. `chosen`: ids of undertakings, all where there are none. */
export async function gatherFacts(
  session: Session,
  options: BriefingOptions,
  chosen: readonly string[],
): Promise<BriefingFacts> {
  const { ours, partner, at } = options
  const { items, more } = await itemsOf(session, options, chosen)
  const between = await reportsBetween(session, distinct([ours, partner]), at, REPORTS)
  const month = at.slice(0, 7)
  return {
    options,
    items,
    more,
    meetings: await lastMinutes(session, options),
    people: await peopleOf(session, options),
    ...(await corridorOf(session, items, options)),
    outline: loadOutline(),
    countries: { ours: countryOf(ours), partner: countryOf(partner) },
    figures: await figuresIn(session, docsWithin(between, options.since), at),
    coverage: { ours: await monthsOf(session, ours, month), partner: await monthsOf(session, partner, month) },
    reports: await reportFacts(session, between),
  }
}

/** ISO 3166-1 code of a side's country; empty where the gazetteer does not know it. */
const countryOf = (side: string): string => theResolvers().atlas.gazetteer.places.get(side)?.country ?? ''

const docsWithin = (reports: readonly ReportBetween[], since: string | null): string[] =>
  reports.filter(({ report }) => since === null || (report.day ?? '') >= since).map(({ report }) => report.doc)

async function reportFacts(session: Session, reports: readonly ReportBetween[]): Promise<ReportFact[]> {
  const originals = await originalsOf(
    session,
    reports.map(({ report }) => report.doc),
  )
  return reports.map(({ report: { doc, title, outlet, url, file, day }, sides, lang }) => ({
    doc,
    title,
    outlet,
    url,
    file,
    day,
    lang,
    sides,
    copyOf: originals.get(doc) ?? null,
  }))
}
