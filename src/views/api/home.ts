import { z } from 'zod'
import { MechanismRow, MeetingRow } from './meetings.ts'
import { GateRow, LinkRow } from './things.ts'
import { UndertakingRow } from './undertakings.ts'
import { Day, StageName } from './words.ts'

/** An undertaking of which new reports speak, and where it stood before. */
export const News = z
  .object({
    row: UndertakingRow,
    before: z.object({ stage: StageName, stalled: z.boolean(), contradictions: z.int() }).nullable(),
  })
  .meta({ id: 'News' })
export type News = z.infer<typeof News>

/** `GET /api/home?since=SEQ&at=`: where everything stands. `since`: the last row of the log that the person has seen. */
export const Home = z
  .object({
    at: Day,
    /** The last row of the log now: kept by the browser for the next visit. */
    seq: z.int(),
    counts: z.record(z.string(), z.int()),
    /** Reports and decisions that came since, and what they brought; all null-like where `since` was not given. */
    changed: z.object({ reports: z.int(), decisions: z.int(), news: z.array(News), meetings: z.array(MeetingRow) }),
    silent: z.array(UndertakingRow),
    overdue: z.array(UndertakingRow),
    contradicted: z.array(UndertakingRow),
    sessions: z.array(MechanismRow),
    /** `pairs` that may be one; undertakings whose reports are `contradicted` by others; decisions without a claim, and with a changed one. */
    waiting: z.object({ pairs: z.int(), contradicted: z.int(), orphans: z.int(), changed: z.int() }),
    corridor: z.object({ gates: z.array(GateRow), links: z.array(LinkRow) }),
  })
  .meta({ id: 'Home' })
export type Home = z.infer<typeof Home>

/** `GET /api/state`: what the app must know first. */
export const AppState = z
  .object({
    version: z.string(),
    /** For people: the file or database, without path and password. */
    ledger: z.string(),
    seq: z.int(),
    empty: z.boolean(),
    readonly: z.boolean(),
    today: Day,
    /** ISO 3166-1 code or id of the side that is "ours". */
    home: z.string(),
    /** Who decides, unless the person says otherwise. */
    by: z.string(),
  })
  .meta({ id: 'AppState' })
export type AppState = z.infer<typeof AppState>
