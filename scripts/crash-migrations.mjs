// Migrations behind the product's own, for the crash campaign: long enough to be killed in.
import { first } from '../dist/ledger/migrations/0001-first.js'

const extra = number => ({
  name: `${number}-extra`,
  steps: ({ text, integer, clustered }) => [
    `create table extra_${number} (seq ${integer} primary key, body ${text} not null)${clustered}`,
    `insert into extra_${number} select seq, body from log`,
    `alter table report add column extra_${number} ${text}`,
    `create index extra_${number}_seq on extra_${number} (seq)`,
  ],
})

export const NEXT_MIGRATIONS = [first, extra(2), extra(3), extra(4)]
