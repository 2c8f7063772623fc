import type { Briefing } from '../../views/api/briefing.ts'
import { fontFiles } from './fonts.ts'

/** Pixels of a picture for each of the drawing: 288 to the inch on paper. */
const SHARPNESS = 3

/**
 * The drawings of a briefing as PNG, by their SVG, for formats that take no SVG. Empty where the machine cannot paint (the package
 * `@napi-rs/canvas` is optional, and has no binary everywhere): the drawing's words then stand in its place.
 */
export async function picturesOf({ director, sections }: Briefing): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawings = [...director, ...sections].flatMap(({ drawing }) => (drawing ? [drawing] : []))
  const canvas = await import('@napi-rs/canvas').catch(() => null)
  if (!canvas) return new Map()
  registerFonts(canvas)
  const pictures = new Map<string, Uint8Array>()
  for (const { svg, width, height } of drawings) {
    const size = [width * SHARPNESS, height * SHARPNESS] as const
    const larger = svg.replace(`width="${width}" height="${height}"`, `width="${size[0]}" height="${size[1]}"`)
    const image = await canvas.loadImage(Buffer.from(larger.replaceAll(TEXTS, paintable)))
    const painted = canvas.createCanvas(...size)
    const context = painted.getContext('2d')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, ...size)
    context.drawImage(image, 0, 0, ...size)
    pictures.set(svg, await painted.encode('png'))
  }
  return pictures
}

/** Texts of our own drawings: their words are escaped, so that no other markup is among them. */
const TEXTS = /<text ([^>]*)>([^<]*)<\/text>/g

const HALO = / stroke="[^"]*" stroke-width="[^"]*" paint-order="stroke"/

/** The painter looks for a letter in one font only, and paints a halo over the letters: so each text names its font, and a halo is a text before it. */
function paintable(_: string, attributes: string, words: string): string {
  const font = `font-family="${/\p{Script=Han}/u.test(words) ? 'Noto Sans SC' : 'Noto Serif'}"`
  if (!HALO.test(attributes)) return `<text ${attributes} ${font}>${words}</text>`
  const plain = attributes.replace(HALO, '')
  return `<text ${attributes} ${font}>${words}</text><text ${plain} ${font}>${words}</text>`
}

let registered = false

function registerFonts({ GlobalFonts }: typeof import('@napi-rs/canvas')): void {
  if (registered) return
  for (const font of fontFiles()) GlobalFonts.register(font)
  registered = true
}
