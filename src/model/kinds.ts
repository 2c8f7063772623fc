/** The words that claims are made of; the public contract of the reader names them (see docs/model.md). */
export const CLAIM_TYPES = [
  'person',
  'place',
  'organization',
  'mechanism',
  'meeting',
  'instrument',
  'commitment',
  'figure',
  'gate',
  'link',
  'date',
] as const
export type ClaimType = (typeof CLAIM_TYPES)[number]

export const MEETING_KINDS = [
  'talks',
  'courtesy-call',
  'working-session',
  'conference',
  'forum',
  'fair',
  'ceremony',
  'visit',
  'other',
] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const INSTRUMENT_KINDS = [
  'minutes',
  'memorandum',
  'agreement',
  'treaty',
  'statement',
  'plan',
  'programme',
  'contract',
  'initiative',
  'letter',
  'other',
] as const
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]

/** Whether an instrument was signed in the report, was valid before, is to be signed, or was declared. */
export const INSTRUMENT_STATUSES = ['signed', 'in-force', 'to-sign', 'issued'] as const
export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number]

/** Kinds of papers, told by their form: news or a report in prose, a joint statement, what sides sign, a plan, a report on how a plan goes. */
export const PAPER_KINDS = [
  'report',
  'communique',
  'minutes',
  'memorandum',
  'agreement',
  'plan',
  'progress-report',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const LINK_MODES = [
  'road',
  'expressway',
  'rail',
  'air',
  'sea',
  'waterway',
  'bridge',
  'tunnel',
  'corridor',
] as const
export type LinkMode = (typeof LINK_MODES)[number]

/** What a gate is open to, as its name says. */
export const GATE_CLASSES = ['international', 'bilateral', 'main', 'auxiliary', 'smart', 'road', 'rail'] as const

/** Fields of cooperation; a commitment has one to three of them. */
export const FIELDS = [
  'trade',
  'investment',
  'transport',
  'border-gates',
  'logistics',
  'tourism',
  'agriculture',
  'education',
  'labour',
  'health',
  'science-technology',
  'digital',
  'environment',
  'energy-minerals',
  'finance',
  'industry',
  'culture-sport',
  'people-to-people',
  'party-government',
  'border-management',
  'security-justice',
  'emergency',
] as const
export type Field = (typeof FIELDS)[number]

export const BOUNDS = ['exact', 'about', 'over', 'under'] as const
export type Bound = (typeof BOUNDS)[number]

/** How hard a commitment binds: to do, to study whether to do, or to go on with what is done already. */
export const FORCES = ['firm', 'study', 'continue'] as const
export type Force = (typeof FORCES)[number]

/** Narrows a text to one of a list of words; null where it is none of them. */
export const oneOf = <T extends string>(words: readonly T[], word: string): T | null =>
  (words as readonly string[]).includes(word) ? (word as T) : null
