import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../', import.meta.url)

/**
 * Whole fonts, not those cut into scripts for the web: a typesetter that mixes the pieces doubles letters in the text layer. The build copies
 * them from the packages of Google's fonts (OFL 1.1) into `dist/fonts`.
 */
const FONTS = [
  'NotoSerif_400Regular.ttf',
  'NotoSerif_400Regular_Italic.ttf',
  'NotoSerif_600SemiBold.ttf',
  'NotoSerif_700Bold.ttf',
  'NotoSansSC_400Regular.ttf',
  'NotoSansSC_600SemiBold.ttf',
] as const

/** The bytes of the fonts of papers. Throws an Error that says what to do where the build lacks them. */
export const fontFiles = (): Buffer[] =>
  FONTS.map(name => {
    const file = fileURLToPath(new URL(`dist/fonts/${name}`, ROOT))
    if (existsSync(file)) return readFileSync(file)
    throw new Error(`the font ${name} is missing; "npm run build" puts it into dist/fonts`)
  })

export const paperTemplate = (): string => readFileSync(new URL('src/views/briefing/pdf/paper.typ', ROOT), 'utf8')
