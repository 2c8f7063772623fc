import type { Case, ExpectedClaim } from '../lang/cases-file.ts'
import type { Claim } from '../model/claim.ts'
import type { Reader } from '../read/reader.ts'
import { createDocument } from '../text/document.ts'

/** A case that does not hold, in words. */
export interface FailedCase {
  readonly file: string
  readonly line: number
  readonly what: string
}

/** Runs the cases of a pack; `reader` must take every text for one about cooperation. */
export function runCases(cases: readonly Case[], lang: string, reader: Reader): FailedCase[] {
  return cases.flatMap(one => {
    const facts = {
      id: `case:${one.file}:${one.line}`,
      key: null,
      file: null,
      url: null,
      title: null,
      outlet: null,
      lang,
    }
    const { claims } = reader.read(createDocument({ ...facts, published: one.published }, one.text))
    const missing = one.expected.flatMap(expected => problemOf(one.text, expected, claims))
    const made = claims
      .filter(claim => one.forbidden.includes(claim.type))
      .map(claim => `claims ${claim.type} "${claim.quote.exact}", and must not`)
    return [...missing, ...made].map(what => ({ file: one.file, line: one.line, what }))
  })
}

function problemOf(text: string, { type, values, span }: ExpectedClaim, claims: readonly Claim[]): string[] {
  const words = text.slice(span.start, span.end)
  const here = claims.filter(claim => claim.type === type && holds(claim, span))
  if (here.length === 0) {
    const instead = claims.filter(claim => claim.type === type).map(claim => `"${claim.quote.exact}"`)
    return [`no ${type} on "${words}"${instead.length > 0 ? `, but on ${instead.join(', ')}` : ''}`]
  }
  const wrong = here.map(claim => wrongValues(claim, values))
  return wrong.some(list => list.length === 0) ? [] : [`${type} "${words}": ${wrong[0].join(', ')}`]
}

/** The quote, or one of the mentions, stands at the span. */
function holds(claim: Claim, { start, end }: { start: number; end: number }): boolean {
  const places = 'mentions' in claim ? [claim.quote, ...claim.mentions] : [claim.quote]
  return places.some(place => place.start === start && place.end === end)
}

function wrongValues(claim: Claim, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([key, wanted]) => {
    const found = written((claim as unknown as Record<string, unknown>)[key])
    return found === wanted ? [] : [`${key} is ${found}, not ${wanted}`]
  })
}

const written = (value: unknown): string => (Array.isArray(value) ? value.join('+') : String(value))
