import { Parser } from 'htmlparser2'

/** What is told of an XML text, in its order. Names are without the prefix of their namespace. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
}

/** The value of an attribute by its name, with or without a prefix; null where it is not there. */
export type Attributes = (name: string) => string | null

/** Deeper elements are those of an attack, not of a paper. */
const DEEPEST_ELEMENT = 2000

/**
 * Walks through an XML text. What is not well formed is read as far as it makes sense; entities that the text declares are left as they
 * stand, so that they cannot multiply, and nothing is fetched. Stops and returns false where elements are nested without end.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): boolean {
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth < DEEPEST_ELEMENT) listener.open(localName(name), wanted => attributeOf(attributes, wanted))
        else parser.pause()
      },
      onclosetag: name => {
        if (depth-- < DEEPEST_ELEMENT) listener.close(localName(name))
      },
      ontext: text => listener.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  )
  const text = xmlText(bytes)
  for (let from = 0; from < text.length; from += PIECE) {
    parser.write(text.slice(from, from + PIECE))
    if (depth >= DEEPEST_ELEMENT) return false
  }
  parser.end()
  return true
}

const PIECE = 1 << 18

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | null {
  const direct = attributes[wanted]
  if (direct !== undefined) return direct
  for (const name in attributes) if (name.endsWith(wanted) && localName(name) === wanted) return attributes[name]
  return null
}

/** XML is UTF-8 unless a mark says UTF-16. */
function xmlText(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(marked).decode(bytes)
}
