import type { z } from 'zod'
import { FIELDS, oneOf } from '../../../model/kinds.ts'
import { Briefing, BriefingQuery } from '../../../views/api/briefing.ts'
import type { BriefingOptions } from '../../../views/briefing/facts.ts'
import { briefingFor, likelyOurs, paperOf, type PaperFormat } from '../../briefing/paper.ts'
import { sideTag } from '../../ledger/finding.ts'
import type { Moment } from '../context.ts'
import { Refusal, shown } from '../problem.ts'
import { file, look } from '../route.ts'

type Query = z.output<typeof BriefingQuery>

async function madeFor({ session, today }: Moment, query: Query): Promise<Briefing> {
  return await briefingFor(session, await optionsOf({ session, today }, query), query.id)
}

async function optionsOf(
  { session, today }: Pick<Moment, 'session' | 'today'>,
  query: Query,
): Promise<BriefingOptions> {
  const { since = null, at = today, field, lang, secrecy } = query
  const partner = sideOf(query.partner)
  const ours = query.ours === '' ? await likelyOurs(session, partner, at) : sideOf(query.ours)
  const fields = field.map(each => {
    const known = oneOf(FIELDS, each)
    if (known) return known
    throw new Refusal(422, 'filter-wrong', `There is no field ${shown(each)}; there are: ${FIELDS.join(', ')}.`)
  })
  return { ours, partner, since, at, fields, lang, secrecy }
}

const sideOf = (name: string): string => sideTag(name).slice('side:'.length)

const paper = (path: string, format: PaperFormat, type: string, says: string) =>
  file({
    path,
    says,
    query: BriefingQuery,
    type,
    ask: async (moment, { query }) => {
      const briefing = await madeFor(moment, query)
      return { bytes: () => paperOf(briefing, format), name: `${briefing.subtitle} ${briefing.at}.${format}` }
    },
  })

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const BRIEFING = [
  look({
    path: '/api/briefing',
    says: 'The paper for talks with a partner: the page for the director, what stands behind it, and the footnotes.',
    query: BriefingQuery,
    answer: Briefing,
    ask: (moment, { query }) => madeFor(moment, query),
  }),
  paper('/api/briefing.docx', 'docx', DOCX, 'The same paper as a document for a word processor.'),
  paper(
    '/api/briefing.pdf',
    'pdf',
    'application/pdf',
    'The same paper as a tagged PDF; 503 where no typesetter is installed.',
  ),
]
