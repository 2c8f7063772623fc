/** What a page says of its article in JSON-LD (schema.org). Unknown is null. */
export interface LinkedData {
  readonly headline: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly lang: string | null
}

type Fields = Readonly<Record<string, unknown>>

/** Deeper objects are not looked into. */
const DEEPEST = 6
/** Longer scripts are data of a program, not of an article. */
const LONGEST = 200_000

const ARTICLE = /Article|NewsArticle|BlogPosting|Report|PressRelease|LiveBlogPosting/u

/** The first article in the scripts of a page; null where none has one. What is no JSON is passed over, as browsers do. */
export function linkedDataIn(scripts: readonly string[]): LinkedData | null {
  for (const script of scripts) {
    const article = articleIn(parsed(script), 0)
    if (article) return describe(article)
  }
  return null
}

function parsed(script: string): unknown {
  if (script.length > LONGEST) return null
  try {
    // Some portals leave line ends and comment marks in their values.
    return JSON.parse(script.replace(/^\s*<!--|-->\s*$/gu, '').replace(/[\n\r\t]/gu, ' '))
  } catch {
    return null
  }
}

function articleIn(value: unknown, depth: number): Fields | null {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      const found = articleIn(item, depth + 1)
      if (found) return found
    }
    return null
  }
  const fields = value as Fields
  const types = [fields['@type']].flat().map(String)
  if (types.some(type => ARTICLE.test(type))) return fields
  return articleIn(fields['@graph'] ?? fields['mainEntity'], depth + 1)
}

const describe = (article: Fields): LinkedData => ({
  headline: textOf(article['headline']) ?? textOf(article['name']),
  author: nameOf(article['author']),
  publisher: nameOf(article['publisher']),
  published: textOf(article['datePublished']) ?? textOf(article['dateCreated']),
  modified: textOf(article['dateModified']),
  lang: textOf(article['inLanguage']),
})

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/gu, ' ').trim() : null

function nameOf(value: unknown): string | null {
  const names = [value].flat().flatMap(one => {
    const name = typeof one === 'object' && one !== null ? textOf((one as Fields)['name']) : textOf(one)
    return name === null || /^https?:/u.test(name) ? [] : [name]
  })
  return names.length > 0 ? names.join(', ') : null
}
