import { readXml } from './xml.ts'

/** What a style of paragraphs or letters says that matters to the text; null is not said. */
export interface Style {
  readonly list: string | null
  readonly level: number | null
  readonly font: string | null
  /** Entries of a table of contents repeat headings. */
  readonly isContents: boolean
}

/** The style of an id, with all that it is based on; of none the default. */
export type Styles = (id: string | null) => Style

const PLAIN: Style = { list: null, level: null, font: null, isContents: false }

export const noStyles: Styles = () => PLAIN

interface Written {
  basedOn: string | null
  name: string
  list: string | null
  level: number | null
  font: string | null
}

/** Of a part `word/styles.xml`. */
export function readStyles(bytes: Uint8Array): Styles {
  const { written, byDefault } = parseStyles(bytes)
  const settled = new Map<string, Style>()
  const settle = (id: string | null, depth: number): Style => {
    const own = id === null ? undefined : written.get(id)
    // Styles may be based on each other in a circle.
    if (!own || id === null || depth > 20) return { ...PLAIN, font: byDefault.font }
    const known = settled.get(id)
    if (known) return known
    const base = settle(own.basedOn, depth + 1)
    const style = {
      list: own.list ?? base.list,
      level: own.level ?? base.level,
      font: own.font ?? base.font,
      isContents: /^toc \d/i.test(own.name) || base.isContents,
    }
    settled.set(id, style)
    return style
  }
  return id => settle(id ?? byDefault.style, 0)
}

function parseStyles(bytes: Uint8Array): {
  written: Map<string, Written>
  byDefault: { font: string | null; style: string | null }
} {
  const written = new Map<string, Written>()
  const byDefault: { font: string | null; style: string | null } = { font: null, style: null }
  let style: Written | null = null
  let inDefaults = false
  readXml(bytes, {
    open: (name, attribute) => {
      const value = attribute('val')
      if (name === 'docDefaults') inDefaults = true
      else if (name === 'rFonts') {
        if (style) style.font ??= attribute('ascii') ?? attribute('hAnsi')
        else if (inDefaults) byDefault.font = attribute('ascii') ?? attribute('hAnsi')
      } else if (name === 'style') {
        style = { basedOn: null, name: '', list: null, level: null, font: null }
        const id = attribute('styleId') ?? ''
        if (attribute('type') === 'paragraph' && attribute('default') === '1') byDefault.style = id
        written.set(id, style)
      } else if (style && name === 'name') style.name = value ?? ''
      else if (style && name === 'basedOn') style.basedOn = value
      else if (style && name === 'numId') style.list = value
      else if (style && name === 'ilvl') style.level = Number(value) || 0
    },
    close: name => {
      if (name === 'style') style = null
      else if (name === 'docDefaults') inDefaults = false
    },
  })
  return { written, byDefault }
}
