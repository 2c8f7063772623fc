import type { Session, Store } from '../../ledger/store.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'

/** How much is taken and kept, in bytes. */
export interface Limits {
  /** Files of one upload, together. */
  readonly upload: number
  /** The body of any other request. */
  readonly body: number
  /** Answers that are kept in memory, together. */
  readonly kept: number
  /** Exports that run at one time: each has a connection of its own. */
  readonly exports: number
}

export const LIMITS: Limits = { upload: 64 << 20, body: 1 << 20, kept: 64 << 20, exports: 2 }

/** All that the server is a function of. */
export interface AppContext {
  /** For looking: its snapshots wait for no writer. */
  readonly reader: Store
  /** For adding and deciding; null where the ledger is only looked at. */
  readonly writer: Store | null
  /** Another connection for looking, for what takes long and must not keep others waiting. Who asks for it closes it. */
  readonly open: () => Promise<Store>
  readonly resolvers: Resolvers
  /** The day that counts as today, ISO. */
  readonly today: () => string
  /** ISO 3166-1 code, or id, of the side that is "ours". */
  readonly home: string
  /** Who decides, where a request names nobody. */
  readonly by: string
  /** Folder of the built pages; null: there is only the API. */
  readonly pages: URL | null
  readonly limits: Limits
  /** Tests hold every answer to its schema. */
  readonly strict?: boolean
}

/** The ledger as of one moment. */
export interface Moment {
  readonly session: Session
  /** The day that counts as today, ISO. */
  readonly today: string
  readonly context: AppContext
}
