import { first } from './0001-first.ts'
import { sources } from './0002-sources.ts'
import { copies } from './0003-copies.ts'
import type { Migration } from './migration.ts'

/** All of them, in order. The version of a ledger is how many were applied to it. New ones are appended. */
const MIGRATIONS: readonly Migration[] = [first, sources, copies]

export const migrationsOf = (options: { readonly migrations?: readonly Migration[] }): readonly Migration[] =>
  options.migrations ?? MIGRATIONS
