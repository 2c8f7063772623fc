import { reportAt } from '../../../ledger/query/report.ts'
import { loadSources } from '../../../ledger/sources.ts'
import { createDocument } from '../../../text/document.ts'
import { explanationAnswer, reportAnswer } from '../../../views/answers/reports.ts'
import { ClaimExplanation, ClaimQuery, ReportDetail } from '../../../views/api/reports.ts'
import { readerFor } from '../../pipeline.ts'
import { Refusal } from '../problem.ts'
import { look } from '../route.ts'

/** Longest text that is explained while others wait, in UTF-16 units: explaining reads all of it again. */
const LONGEST_EXPLAINED = 300_000

export const REPORTS = [
  look({
    path: '/api/reports/:doc',
    says: 'A report with its claims, what each speaks of, and what people decided of it.',
    answer: ReportDetail,
    ask: async ({ session }, { ids: { doc } }) => {
      const report = await reportAt(session, doc)
      return report && reportAnswer(report)
    },
  }),
  look({
    path: '/api/reports/:doc/explain',
    says: 'Which rules and words made a claim.',
    query: ClaimQuery,
    answer: ClaimExplanation,
    ask: async ({ session }, { ids: { doc }, query: { claim } }) => {
      const reports = await session.selectIn('report', 'doc', [doc])
      const source = (await loadSources(session, reports)).get(doc)
      const read = source?.claims.find(({ id }) => id === claim)
      if (!source || !read) return null
      const { text, lang } = source.document
      if (text.length > LONGEST_EXPLAINED)
        throw new Refusal(
          422,
          'report-long',
          'This report is too long to be explained here. Save its text and use "bienban explain FILE OFFSET".',
        )
      const explanation = readerFor(lang)?.explain(createDocument(source.document, text))
      const explained = explanation?.claims.find(each => each.claim.id === claim)
      return explanationAnswer(explained ?? { claim: read, nodes: [], words: [], losses: [] }, text)
    },
  }),
]
