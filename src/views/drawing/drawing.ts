/** Pixels, from the left and the top. */
export type XY = readonly [x: number, y: number]

/** What a mark is drawn as. Roles are styled by style sheets on the screen and by `svg.ts` on paper. */
export type Role =
  | 'sea'
  | 'land-ours'
  | 'land-theirs'
  | 'land-other'
  | 'coast'
  | 'border'
  | 'country'
  | 'link'
  | 'link-open'
  | 'link-done'
  | 'gate'
  | 'gate-international'
  | 'gate-approximate'
  | 'gate-chosen'
  | 'label'
  | 'axis'
  | 'grid'
  | 'bar'
  | 'bar-ours'
  | 'bar-theirs'
  | 'value'

/** A shape of a drawing. `of`: the id of what it stands for. */
export type Mark =
  | { readonly shape: 'path'; readonly role: Role; readonly d: string; readonly of?: string; readonly title?: string }
  | {
      readonly shape: 'circle'
      readonly role: Role
      readonly at: XY
      readonly radius: number
      readonly of?: string
      readonly title?: string
    }
  | {
      readonly shape: 'rect'
      readonly role: Role
      readonly at: XY
      readonly width: number
      readonly height: number
      readonly of?: string
      readonly title?: string
    }
  | {
      readonly shape: 'text'
      readonly role: Role
      readonly at: XY
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
      readonly size: number
      readonly of?: string
    }

/** A map or a chart: geometry only, the same for the screen and for paper. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** In the order in which they are painted. */
  readonly marks: readonly Mark[]
}

/** Coordinates to a tenth of a pixel: nothing finer can be seen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10

/** A path through points. */
export const lineThrough = (points: readonly XY[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenth(x)},${tenth(y)}`).join('')
