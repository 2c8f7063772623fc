import { briefingFor } from '../../src/app/briefing/paper.ts'
import { openStore } from '../../src/ledger/open.ts'
import { addReports } from '../../src/ledger/reports.ts'
import type { Store } from '../../src/ledger/store.ts'
import type { Briefing, BriefingLine, BriefingSection } from '../../src/views/api/briefing.ts'
import type { BriefingOptions } from '../../src/views/briefing/facts.ts'
import { readSamples, resolvers } from '../ledger/read-samples.ts'
import { at, STORES } from '../ledger/stores.ts'

export const OPTIONS: BriefingOptions = {
  ours: 'vn-cao-bang',
  partner: 'cn-gx',
  since: null,
  at: '2026-01-10',
  fields: [],
  lang: 'vi',
  secrecy: '',
}

/** A ledger of the sample reports. */
export async function sampleLedger(): Promise<Store> {
  const store = await openStore(STORES[0].location(), at())

  await store.transaction(session => addReports(session, resolvers, readSamples(), store.now()))
  return store
}

export const briefingIn = (store: Store, change: Partial<BriefingOptions> = {}): Promise<Briefing> =>
  store.snapshot(session => briefingFor(session, { ...OPTIONS, ...change }, []))

/** All words that a reader sees, part by part, in the order of reading; footnotes apart. */
export const wordsOf = ({ head, title, subtitle, director, annex, sections }: Briefing): string[] =>
  [
    ...head.left.flatMap((left, i) => [left, head.right[i]]),
    title,
    subtitle,
    ...director.flatMap(inSection),
    annex,
    ...sections.flatMap(inSection),
  ].filter(Boolean)

const inSection = ({ title, intro, counts, lines, drawing, table }: BriefingSection): string[] => [
  title,
  intro ?? '',
  ...counts.flatMap(({ value, label }) => [value, label]),
  ...lines.flatMap(inLine),
  drawing?.caption ?? '',
  ...(table ? [...table.head, ...table.rows.flatMap(({ cells }) => cells)] : []),
]

const inLine = ({ subject, text, why, mark }: BriefingLine): string[] => [subject ?? '', text, why ?? '', mark]

/** Without spaces and marks of line breaks, which differ between a page and its text. */
export const bare = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u200b\u00a0]+/gu, '')
