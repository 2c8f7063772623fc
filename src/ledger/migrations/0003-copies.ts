import type { ColumnTypes, Migration } from './migration.ts'

/** Which reports are copies of which, and by what they are found. */
export const copies: Migration = {
  name: '0003-copies',
  steps: ({ text, clustered }: ColumnTypes) => [
    `alter table report add column copy_of ${text}`,
    // Of copies alone: else SQLite takes it for all the reports that are none.
    'create index report_copy_of on report (copy_of) where copy_of is not null',
    `create table sketch (doc ${text} primary key, published ${text}, slots ${text} not null)${clustered}`,
    `create table band (band ${text}, doc ${text}, primary key (band, doc))${clustered}`,
    'create index band_doc on band (doc)',
  ],
}
