import { z } from 'zod'
import type { EntityTable } from '../../../ledger/tables.ts'
import { Corridor, PlaceHistory } from '../../../views/api/things.ts'
import { Day } from '../../../views/api/words.ts'
import { loggedDecision } from '../../../views/answers/decisions.ts'
import { spanOf } from '../../../views/answers/mentions.ts'
import type { ValueSpan } from '../../../ledger/query/gates.ts'
import type { Moment } from '../context.ts'
import { corridorAt, gatesAt, linksAt } from '../../ledger/corridor.ts'
import { entityAt } from '../../ledger/entity-at.ts'
import { pastOf } from '../../ledger/past.ts'
import { rowsTagged } from '../../ledger/rows-of.ts'
import { latestTold } from '../../ledger/told.ts'
import { look } from '../route.ts'

const AtQuery = z.object({ at: Day.optional() })

/** Undertakings and decisions that a page shows. */
const MOST = 60

export const CORRIDOR = [
  look({
    path: '/api/corridor',
    says: 'Gates and links as they stood at a day, each by those who say so.',
    query: AtQuery,
    answer: Corridor,
    ask: ({ session, today }, { query: { at = today } }) => corridorAt(session, at),
  }),
  look({
    path: '/api/gates/:id',
    says: 'A gate at a day: its classes from when to when, undertakings about it, the words of reports.',
    query: AtQuery,
    answer: PlaceHistory,
    ask: async (moment, { ids: { id }, query: { at = moment.today } }) => {
      const entity = await entityAt(moment.session, id, 'gate')
      if (!entity) return null
      const [gate] = await gatesAt(moment.session, [entity], at)
      return { gate, link: null, ...(await historyOf(moment, entity, `gate:${gate.ref}`, at)) }
    },
  }),
  look({
    path: '/api/links/:id',
    says: 'A road, railway or bridge at a day: undertakings about it, the words of reports.',
    query: AtQuery,
    answer: PlaceHistory,
    ask: async (moment, { ids: { id }, query: { at = moment.today } }) => {
      const entity = await entityAt(moment.session, id, 'link')
      if (!entity) return null
      const [link] = await linksAt(moment.session, [entity], at)
      return { gate: null, link, ...(await historyOf(moment, entity, `link:${link.ref}`, at)) }
    },
  }),
]

/** What is known of a gate or link beside how it stands. */
async function historyOf({ session }: Moment, entity: EntityTable, object: string, at: string) {
  const { classes = [] } = JSON.parse(entity.data) as { classes?: ValueSpan[] }
  const { decisions } = await pastOf(session, entity.id, MOST)
  return {
    at,
    classes: classes.map(spanOf),
    undertakings: await rowsTagged(session, `object:${object}`, at, MOST),
    mentions: await latestTold(session, entity, at),
    decisions: decisions.map(each => loggedDecision(each, each.holds)),
  }
}
