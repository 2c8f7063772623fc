import type { ColumnTypes, Migration } from './migration.ts'

/** The log, and what is derived from it (`tables.ts` says what each column means). */
export const first: Migration = { name: '0001-first', steps: types => [...log(types), ...derived(types)] }

const log = ({ text, integer, bytes, plain, clustered }: ColumnTypes): string[] => [
  `create table log (seq ${integer} primary key, kind ${text} not null, key ${text} not null, at ${text} not null,
     body ${text} not null, hash ${text} not null)${plain}`,
  'create unique index log_key on log (key, kind)',
  'create index log_kind on log (kind, seq)',
  `create table blob (digest ${text} primary key, bytes ${bytes} not null)${clustered}`,
]

const derived = (types: ColumnTypes): string[] => [
  ...reports(types),
  ...profiles(types),
  ...entities(types),
  ...types.search('report'),
  ...types.search('entity'),
]

const reports = ({ text, integer, clustered }: ColumnTypes): string[] => [
  `create table report (doc ${text} primary key, document_seq ${integer} not null, reading_seq ${integer} not null,
     relevant ${integer} not null, title ${text}, outlet ${text}, url ${text}, key ${text}, file ${text}, published ${text}, day ${text},
     sides ${text} not null, replaced_by ${text})${clustered}`,
  'create index report_day on report (day, doc)',
  'create index report_file on report (file)',
  'create index report_key on report (key)',
  'create index report_url on report (url)',
  `create table mention (claim ${text}, kind ${text}, doc ${text} not null, profile ${text} not null, day ${text},
     label ${text} not null, facts ${text} not null, said ${text}, "start" ${integer} not null, "end" ${integer} not null,
     primary key (claim, kind, profile))${clustered}`,
  'create index mention_profile on mention (profile, day)',
  'create index mention_doc on mention (doc, kind)',
  `create table coverage (id ${text} primary key, side ${text} not null, month ${text} not null,
     n ${integer} not null)${clustered}`,
  'create index coverage_side on coverage (side, month)',
]

const profiles = ({ text, real, integer, clustered }: ColumnTypes): string[] => [
  `create table profile (id ${text} primary key, kind ${text} not null, data ${text} not null, tallies ${text} not null,
     labels ${text} not null, component ${text} not null, entity ${text} not null)${clustered}`,
  'create index profile_component on profile (component)',
  'create index profile_entity on profile (entity)',
  `create table block (block ${text}, profile ${text}, primary key (block, profile))${clustered}`,
  `create table edge (a ${text}, b ${text}, score ${real} not null, verdict ${text} not null,
     primary key (a, b))${clustered}`,
  'create index edge_b on edge (b)',
  'create index edge_unsure on edge (verdict, score desc)',
  `create table ruling (a ${text}, b ${text}, verdict ${text} not null, decision ${text} not null,
     seq ${integer} not null, primary key (a, b, decision))${clustered}`,
  'create index ruling_decision on ruling (decision)',
  `create table decided (id ${text} primary key, decision ${text} not null, doc ${text} not null, seq ${integer} not null,
     body ${text} not null, orphan ${integer} not null)${clustered}`,
  'create index decided_doc on decided (doc)',
  'create index decided_decision on decided (decision)',
]

const entities = ({ text, integer, clustered }: ColumnTypes): string[] => [
  `create table entity (id ${text} primary key, kind ${text} not null, label ${text} not null, skeleton ${text} not null,
     "first" ${text}, "last" ${text}, mentions ${integer} not null, data ${text} not null)${clustered}`,
  'create index entity_last on entity (kind, "last" desc)',
  'create index entity_skeleton on entity (skeleton)',
  `create table tag (tag ${text}, entity ${text}, kind ${text} not null, "last" ${text} not null,
     primary key (entity, tag))${clustered}`,
  'create index tag_last on tag (tag, kind, "last" desc, entity)',
]
