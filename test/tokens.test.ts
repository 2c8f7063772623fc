import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/web/design/tokens.css', 'utf8')

/** The value of a token in light and dark: `[r, g, b]` from 0 to 255. */
function colours(name: string): readonly (readonly number[])[] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(css)!
  return [light, dark].map(hex => [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)))
}

/** Relative luminance, by WCAG 2.2. */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map(value => value / 255).map(c => (c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const PAPERS = ['paper', 'raised', 'sunk']

describe.each(['light', 'dark'].map((light, i) => ({ light, i })))('in $light', ({ i }) => {
  test.each(['ink', 'ink-2', 'ink-3', 'ours', 'theirs', 'good', 'open', 'bad'])(
    '--%s can be read on every paper',
    name => {
      for (const paper of PAPERS)
        expect(contrast(colours(name)[i], colours(paper)[i]), paper).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('what can be pressed or typed in has an edge that is seen', () => {
    for (const paper of PAPERS)
      expect(contrast(colours('rule-strong')[i], colours(paper)[i]), paper).toBeGreaterThanOrEqual(3)
  })

  test('words of a side can be read on its tint', () => {
    for (const side of ['ours', 'theirs'])
      expect(contrast(colours(side)[i], colours(`${side}-tint`)[i]), side).toBeGreaterThanOrEqual(4.5)
  })
})
