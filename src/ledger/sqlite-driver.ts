import { AsyncLocalStorage } from 'node:async_hooks'
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Where a transaction is at work. */
export type Within = AsyncLocalStorage<true>

/**
 * Kysely's dialect, but for one thing: a query of the store inside the store's own transaction would wait for ever for the one
 * connection, which that transaction has. Here it fails at once.
 */
export class OneConnectionDialect extends SqliteDialect {
  readonly within: Within = new AsyncLocalStorage()
  private readonly connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    super({ database: connection })
    this.connection = connection
  }

  override createDriver(): Driver {
    return new OneConnectionDriver(this.connection, this.within)
  }
}

class OneConnectionDriver extends SqliteDriver {
  private readonly within: Within

  constructor(connection: SqliteConnection, within: Within) {
    super({ database: connection })
    this.within = within
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    if (this.within.getStore())
      throw new Error('Inside a transaction use the session that it is given: the store has no second connection.')
    return super.acquireConnection()
  }
}
