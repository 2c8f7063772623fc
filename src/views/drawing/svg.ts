import type { Drawing, Mark, Role } from './drawing.ts'

/** How roles are painted on paper: `fill`, `stroke`, width of the stroke, and dashes. */
export type Palette = Readonly<Record<Role, Readonly<Record<string, string>>>>

const INK = '#1f2430'
const OURS = '#9c2f2f'
const THEIRS = '#1d5c86'
const none = { fill: 'none' }

/** For print: light, without large dark areas; the sides keep their accents. */
export const PRINT: Palette = {
  sea: { fill: '#eef3f6' },
  'land-ours': { fill: '#fbf6ee' },
  'land-theirs': { fill: '#f4f4f0' },
  'land-other': { fill: '#f7f7f5' },
  coast: { ...none, stroke: '#9fb3c0', 'stroke-width': '0.8' },
  border: { ...none, stroke: '#7d7466', 'stroke-width': '1.2', 'stroke-dasharray': '6 2 1.5 2' },
  country: { fill: '#a39a8c', 'letter-spacing': '2' },
  link: { ...none, stroke: '#a7a7a7', 'stroke-width': '1.2' },
  'link-open': { ...none, stroke: '#b07d2b', 'stroke-width': '1.6', 'stroke-dasharray': '5 3' },
  'link-done': { ...none, stroke: '#6d6d6d', 'stroke-width': '1.6' },
  gate: { fill: '#ffffff', stroke: INK, 'stroke-width': '1.4' },
  'gate-international': { fill: INK, stroke: '#ffffff', 'stroke-width': '1' },
  'gate-approximate': { ...none, stroke: '#6d6d6d', 'stroke-width': '0.7', 'stroke-dasharray': '2 2' },
  'gate-chosen': { ...none, stroke: OURS, 'stroke-width': '2' },
  label: { fill: INK, stroke: '#ffffff', 'stroke-width': '2.5', 'paint-order': 'stroke' },
  axis: { fill: '#555b66', stroke: '#8d929b', 'stroke-width': '0.8' },
  grid: { ...none, stroke: '#dcdfe3', 'stroke-width': '0.8' },
  bar: { fill: '#6b7280' },
  'bar-ours': { fill: OURS },
  'bar-theirs': { fill: THEIRS },
  value: { fill: INK },
}

export interface SvgOptions {
  /** What the drawing shows, for those who cannot see it. */
  readonly title: string
  readonly font: string
  readonly palette?: Palette
}

/** A drawing as an SVG document of its own, for papers. All text is escaped. */
export function svgOf({ width, height, marks }: Drawing, { title, font, palette = PRINT }: SvgOptions): string {
  const body = marks.map(mark => elementOf(mark, palette)).join('\n')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${escapeXml(font)}">`,
    `<title>${escapeXml(title)}</title>`,
    body,
    '</svg>',
  ].join('\n')
}

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, letter => MARKUP[letter]).replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${typeof value === 'number' ? value : escapeXml(value)}"`)
    .join(' ')

function elementOf(mark: Mark, palette: Palette): string {
  const paint = palette[mark.role]
  switch (mark.shape) {
    case 'path':
      return `<path ${attributes({ d: mark.d, ...paint })}/>`
    case 'circle':
      return `<circle ${attributes({ cx: mark.at[0], cy: mark.at[1], r: mark.radius, ...paint })}/>`
    case 'rect':
      return `<rect ${attributes({ x: mark.at[0], y: mark.at[1], width: mark.width, height: mark.height, ...paint })}/>`
    case 'text':
      return textOf(mark, paint)
  }
}

/** Letters have no lines around them but where a halo keeps them readable on a map. */
function textOf(mark: Extract<Mark, { shape: 'text' }>, paint: Readonly<Record<string, string>>): string {
  const inked = 'paint-order' in paint ? paint : { ...paint, stroke: 'none' }
  const place = { x: mark.at[0], y: mark.at[1], 'text-anchor': mark.anchor, 'font-size': mark.size }
  return `<text ${attributes({ ...place, ...inked })}>${escapeXml(mark.text)}</text>`
}
