import type { UndertakingRow } from '../../ledger/query/undertakings.ts'
import { skeleton } from '../../text/fold.ts'
import { type Card, card, type Page, section, spanOf } from './page.ts'
import type { Tongue } from './wording.ts'

/** A list of undertakings as they stood at a day. */
export function undertakingsPage(rows: readonly UndertakingRow[], at: string, limit: number, tongue: Tongue): Page {
  const { words } = tongue
  const note = rows.length === 0 ? words.nothing : rows.length === limit ? words.moreWithLimit(limit) : null
  return {
    title: `${words.undertakings}, ${words.atDay(at)}`,
    lines: [],
    sections: [
      section(
        null,
        rows.map(row => undertakingCard(row, tongue)),
        note,
      ),
    ],
  }
}

export function undertakingCard(row: UndertakingRow, tongue: Tongue): Card {
  return card({
    mark: stageOf(row, tongue),
    tone: toneOf(row),
    title: titleOf(row, tongue),
    meta: [sidesOf(row.sides, tongue), spanOf(row.first, row.last), ...warningsOf(row, tongue), row.id],
  })
}

/** Sides by name; a country only where none of its provinces is there. */
export const sidesOf = (sides: readonly string[], { name }: Tongue): string =>
  sides
    .filter(side => !sides.some(other => other.startsWith(`${side}-`)))
    .map(name)
    .join(' – ')

/** What must be seen at once. */
function warningsOf(row: UndertakingRow, { words, general }: Tongue): string[] {
  return [
    ...(row.assignees.length > 0 ? [`${general.inCharge}: ${row.assignees.join(', ')}`] : []),
    ...(row.due === null ? [] : [row.overdue ? words.overdue(row.due) : general.until(row.due)]),
    ...(row.reason === null ? [] : [`${general.reason}: ${row.reason}`]),
    ...(row.silent !== null && row.silent > 0 ? [words.silentDays(row.silent)] : []),
    ...(row.promisedAgain > 0 ? [words.promisedAgain(row.promisedAgain)] : []),
    ...(row.contradictions > 0 ? [words.contradicted(row.contradictions)] : []),
  ]
}

export const stageOf = ({ stage, stalled }: UndertakingRow, { general }: Tongue): string =>
  general.stages[stalled ? 'stalled' : stage]

export function toneOf({ stage, stalled, overdue, contradictions }: UndertakingRow): Card['tone'] {
  if (stalled || overdue || contradictions > 0) return 'bad'
  return stage === 'done' ? 'good' : stage === 'underway' ? 'open' : 'plain'
}

/** The gates and links that it is about, where its words leave them out, and its words. */
export function titleOf({ objects, label }: Pick<UndertakingRow, 'objects' | 'label'>, { name }: Tongue): string {
  const names = objects.map(object => name(object.slice(object.indexOf(':') + 1)))
  const said = skeleton(label)
  const missing = names.filter(each => !said.includes(skeleton(each.split(' - ')[0])))
  return missing.length > 0 ? `${missing.join(', ')}: ${label}` : label
}

export const fieldNames = (fields: readonly string[], { words }: Tongue): string =>
  fields.map(field => named(words.fields, field)).join(', ')

/** The word for a value; the value itself where there is none. */
export const named = (words: Readonly<Record<string, string>>, value: string): string => words[value] ?? value
