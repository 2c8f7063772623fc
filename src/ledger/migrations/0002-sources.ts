import type { ColumnTypes, Migration } from './migration.ts'

/** What is remembered of sources and of the pages that they named: where to go on. */
export const sources: Migration = {
  name: '0002-sources',
  steps: ({ text, integer, clustered }: ColumnTypes) => [
    `create table source (name ${text} primary key, kind ${text} not null, place ${text} not null, read_at ${text}, next_at ${text},
       etag ${text}, modified ${text}, fails ${integer} not null, named ${integer} not null, added ${integer} not null,
       problem ${text})${clustered}`,
    `create table visited (url ${text} primary key, source ${text} not null, at ${text} not null, outcome ${text} not null,
       fails ${integer} not null)${clustered}`,
    'create index visited_source on visited (source, outcome)',
  ],
}
