import { thingOf } from '../../../ledger/query/entities.ts'
import { latestMentions } from '../../../ledger/query/latest.ts'
import { figureSeries } from '../../../views/answers/things.ts'
import { ThingQuery } from '../../../views/api/meetings.ts'
import { FigureList, type FigureSeries } from '../../../views/api/things.ts'
import { withWords } from '../../ledger/told.ts'
import { look } from '../route.ts'
import { pageOf } from '../thing-page.ts'

/** Points of a series that are shown, the latest. */
const POINTS = 24

export const FIGURES = [
  look({
    path: '/api/figures',
    says: 'Series of figures by measure, place and unit, each point with the words of its report.',
    query: ThingQuery,
    answer: FigureList,
    ask: async ({ session }, { query }) => {
      const { rows, more } = await pageOf(session, 'figure', query)
      const series: FigureSeries[] = []
      for (const row of rows) {
        const mentions = await latestMentions(session, row, POINTS, query.at ?? null)
        series.push(figureSeries(thingOf(row), await withWords(session, mentions)))
      }
      return { rows: series, more }
    },
  }),
]
