import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bar, barChart } from './chart.ts'
import { corridorDrawing, type CorridorMap } from './corridor.ts'
import { placeLabels, widthOf } from './labels.ts'
import { landMarks, mapFrame, type Outline } from './outline.ts'
import { svgOf } from './svg.ts'

const OUTLINE = JSON.parse(readFileSync('data/map/corridor.json', 'utf8')) as Outline

const MAP: CorridorMap = {
  gates: [
    {
      id: 'g1',
      name: 'Trà Lĩnh',
      title: '',
      position: [106.325, 22.888],
      approximate: true,
      class: 'international',
      mentions: 9,
    },
    { id: 'g2', name: 'Lao Bảo', title: '', position: [106.6, 16.6], approximate: false, class: null, mentions: 1 },
    { id: 'g3', name: 'Nà Lạn', title: '', position: null, approximate: false, class: null, mentions: 1 },
  ],
  links: [{ id: 'l1', title: '', line: [[106.7, 21.97], [106.325, 22.888]], stage: 'underway' }], // prettier-ignore
  ours: 'VN',
  theirs: 'CN',
  chosen: null,
  countries: [],
}

describe('the outline', () => {
  test('keeps to the mainland north of 20° N', () => {
    const all = OUTLINE.countries.flatMap(({ rings }) => rings).flat()
    expect(Math.min(...all.map(([, lat]) => lat))).toBeGreaterThan(20)
  })

  test('the land of a country covers its towns, and not the sea', () => {
    const frame = mapFrame(OUTLINE, 1000)
    const [x, y] = frame.place([105.85, 21.03])!
    expect(x).toBeGreaterThan(0)
    expect(y).toBeGreaterThan(0)
    expect(frame.place([105.85, 10.8])).toBeNull()
    const vietnam = landMarks(OUTLINE, frame, 'VN', 'CN').find(mark => mark.of === 'VN')
    expect(vietnam).toMatchObject({ role: 'land-ours', shape: 'path' })
  })

  test('an area is closed along the edge of the map', () => {
    const box: Outline['box'] = [105, 21, 107, 22]
    const outline: Outline = { ...OUTLINE, countries: [{ country: 'VN', rings: [[[104, 20.5], [104, 23], [106, 23], [106, 20.5]]] }] } // prettier-ignore
    const frame = mapFrame(outline, 200, box)
    const d = frame.areas(outline.countries[0].rings)
    expect(d.match(/[\d.]+,[\d.]+/g)).toHaveLength(4)
    expect(d).toMatch(/Z$/)
  })
})

describe('the corridor', () => {
  test('shows what lies on the map, an approximate place with a ring', () => {
    const { marks } = corridorDrawing(OUTLINE, MAP, 900)
    expect(marks.filter(mark => mark.of === 'g1').map(mark => mark.role)).toEqual([
      'gate-approximate',
      'gate-international',
      'label',
    ])
    expect(marks.some(mark => mark.of === 'g2' || mark.of === 'g3')).toBe(false)
    expect(marks.find(mark => mark.of === 'l1')).toMatchObject({ role: 'link-open' })
  })

  test('as an SVG, a name is never markup', () => {
    const gates = [{ ...MAP.gates[0], name: '<script>"&' }]
    const svg = svgOf(corridorDrawing(OUTLINE, { ...MAP, gates }, 900), { title: 'a < b', font: 'Noto' })
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;&quot;&amp;')
    expect(svg).toContain('<title>a &lt; b</title>')
  })
})

const points = fc.array(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 12 }),
    at: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })),
    weight: fc.nat(9),
  }),
  { maxLength: 30 },
)

test('names never cover each other, and stay on the map', () => {
  fc.assert(
    fc.property(points, wanted => {
      const marks = placeLabels(
        wanted.map((each, i) => ({ ...each, of: String(i) })),
        11,
        { width: 400, height: 300 },
      )
      const boxes = marks.map(mark => {
        if (mark.shape !== 'text') throw new Error('a label is text')
        const width = widthOf(mark.text, 11)
        const left = mark.at[0] - (mark.anchor === 'start' ? 0 : mark.anchor === 'end' ? width : width / 2)
        return { left, right: left + width, base: mark.at[1] }
      })
      for (const [i, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(-0.001)
        expect(a.right).toBeLessThanOrEqual(400.001)
        for (const b of boxes.slice(i + 1))
          expect(a.right <= b.left + 0.001 || b.right <= a.left + 0.001 || Math.abs(a.base - b.base) >= 6).toBe(true)
      }
    }),
  )
})

describe('a chart', () => {
  const frame = { width: 400, height: 200, tick: String }
  const bar = (id: string, value: number): Bar => ({ id, label: id, value, text: String(value), side: null })

  test('values too small to be measured have a chart all the same', () => {
    expect(barChart([bar('a', 5e-324), bar('b', 0)], frame).marks.length).toBeGreaterThan(0)
  })

  test('a bar is as high as its value, from zero', () => {
    const bars = barChart([bar('a', 100), bar('b', 50)], frame).marks.filter(mark => mark.shape === 'rect')
    expect(bars).toHaveLength(2)
    expect(bars[0].height).toBeCloseTo(2 * bars[1].height, 5)
  })

  test('stays within its frame for any values', () => {
    const value = fc.double({ min: -1e13, max: 1e13, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), values => {
        const { marks } = barChart(
          values.map((each, i) => bar(String(i), each)),
          frame,
        )
        for (const mark of marks)
          if (mark.shape === 'rect') {
            expect(mark.at[1]).toBeGreaterThanOrEqual(0)
            expect(mark.at[1] + mark.height).toBeLessThanOrEqual(201)
          }
      }),
    )
  })
})
