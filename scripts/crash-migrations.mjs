// Migrations behind the product's own, for the crash campaign: long enough to be killed in.
import { migrationsOf } from '../dist/ledger/migrations/index.js'

const extra = number => ({
  name: `${number}-extra`,
  steps: ({ text, integer, clustered }) => [
    `create table extra_${number} (seq ${integer} primary key, body ${text} not null)${clustered}`,
    `insert into extra_${number} select seq, body from log`,
    `alter table report add column extra_${number} ${text}`,
    `create index extra_${number}_seq on extra_${number} (seq)`,
  ],
})

/** Numbers of the extra ones: whatever the product has, they come behind it. */
export const EXTRA = [2, 3, 4]

export const NEXT_MIGRATIONS = [...migrationsOf({}), ...EXTRA.map(extra)]
