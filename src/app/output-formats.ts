/** How readings are printed: a table for people, JSON for programs. */
export const OUTPUT_FORMATS = ['table', 'json', 'jsonl'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]
