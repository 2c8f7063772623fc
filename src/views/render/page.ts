import type { Card, Page, Section } from '../ledger/page.ts'
import { columns, type Style } from './table.ts'

/** Columns of the marks: the longest stage in any language of the screen fits. */
const MARK = 16

/** A page as text, `width` columns wide. */
export function renderPage({ title, lines, sections }: Page, style: Style, width: number): string {
  const head = [style.title(wrapped(title, width, 0)), ...lines.map(line => wrapped(line, width, 0))]
  return `${[...head, ...sections.flatMap(each => ['', renderSection(each, style, width)])].join('\n')}\n`
}

function renderSection({ title, cards, note }: Section, style: Style, width: number): string {
  const marked = cards.some(({ mark }) => mark !== '')
  return [
    ...(title === null ? [] : [style.section(title)]),
    ...cards.map(each => renderCard(each, style, width, marked ? MARK : 2)),
    ...(note === null ? [] : [style.faint(wrapped(note, width, 2))]),
  ].join('\n')
}

function renderCard({ mark, tone, title, meta, quotes }: Card, style: Style, width: number, left: number): string {
  const shown = style[TONES[tone]](mark)
  const body = width - left - 1
  const head = columns([[left > 2 ? ` ${shown}` : '', title]], [left, body])
  const told = meta.filter(Boolean)
  const facts = told.length === 0 ? [] : [style.faint(wrapped(told.join(' · '), width, left))]
  const said = quotes.flatMap(({ words, source }) => [
    wrapped(`“${words}”`, width, left),
    ...(source ? [style.faint(wrapped(`— ${source}`, width, left + 2))] : []),
  ])
  return [head, ...facts, ...said].join('\n')
}

const TONES = { good: 'side', open: 'open', bad: 'alarm', plain: 'plain' } as const

/** Words that are too long for a line go on in the next, behind as many spaces. */
const wrapped = (text: string, width: number, left: number): string =>
  left === 0 ? columns([[text]], [width]) : columns([['', text]], [left, width - left - 1])
