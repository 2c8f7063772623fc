/** What the ledger holds many reports' claims about. A `report` is an event as reports tell it: the meeting and its copies. */
export const ENTITY_KINDS = [
  'person',
  'place',
  'organization',
  'mechanism',
  'meeting',
  'instrument',
  'undertaking',
  'figure',
  'gate',
  'link',
] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]
