import { z } from 'zod'
import { thingOf } from '../../../ledger/query/entities.ts'
import { loggedDecision } from '../../../views/answers/decisions.ts'
import { bodyRow, instrumentRow, personRow } from '../../../views/answers/things.ts'
import { ThingQuery } from '../../../views/api/meetings.ts'
import { BodyDetail, BodyList, InstrumentList, PersonDetail, PersonList } from '../../../views/api/things.ts'
import { Day } from '../../../views/api/words.ts'
import { entityAt } from '../../ledger/entity-at.ts'
import { meetingsOf, saidBy } from '../../ledger/people.ts'
import { pastOf } from '../../ledger/past.ts'
import { rowsOf } from '../../ledger/rows-of.ts'
import { latestTold } from '../../ledger/told.ts'
import { entitiesIn } from '../../../ledger/query/things.ts'
import { look } from '../route.ts'
import { pageOf } from '../thing-page.ts'

const AtQuery = z.object({ at: Day.optional() })

/** Decisions and undertakings that a page shows. */
const MOST = 40

export const PEOPLE = [
  look({
    path: '/api/people',
    says: 'People, the latest heard of first, with who held which office from when to when, by how many reports.',
    query: ThingQuery,
    answer: PersonList,
    ask: async ({ session }, { query }) => {
      const { rows, more } = await pageOf(session, 'person', query)
      return { rows: rows.map(row => personRow(thingOf(row), query.at ?? null)), more }
    },
  }),
  look({
    path: '/api/people/:id',
    says: 'A person: offices, what the person said and of what, meetings, the words of reports.',
    query: AtQuery,
    answer: PersonDetail,
    ask: async ({ session, today }, { ids: { id }, query: { at = today } }) => {
      const entity = await entityAt(session, id, 'person')
      if (!entity) return null
      const row = personRow(thingOf(entity), at)
      const mentions = await latestTold(session, entity, at)
      const docs = [...new Set(mentions.map(({ doc }) => doc))]
      const { decisions } = await pastOf(session, entity.id, MOST)
      return {
        at,
        row,
        said: await saidBy(session, entity.id, at),
        meetings: await meetingsOf(session, docs, row.names, at),
        mentions,
        decisions: decisions.map(each => loggedDecision(each, each.holds)),
      }
    },
  }),
  look({
    path: '/api/bodies',
    says: 'Bodies: departments, committees, ministries; the latest heard of first.',
    query: ThingQuery,
    answer: BodyList,
    ask: async ({ session }, { query }) => {
      const { rows, more } = await pageOf(session, 'organization', query)
      return { rows: rows.map(row => bodyRow(thingOf(row))), more }
    },
  }),
  look({
    path: '/api/bodies/:id',
    says: 'A body: undertakings that reports which name it speak of, and their words on it.',
    query: AtQuery,
    answer: BodyDetail,
    ask: async ({ session, today }, { ids: { id }, query: { at = today } }) => {
      const entity = await entityAt(session, id, 'organization')
      if (!entity) return null
      const mentions = await latestTold(session, entity, at)
      const ids = await entitiesIn(session, [...new Set(mentions.map(({ doc }) => doc))], 'undertaking', MOST)
      const { decisions } = await pastOf(session, entity.id, MOST)
      return {
        at,
        row: bodyRow(thingOf(entity)),
        undertakings: await rowsOf(session, await session.selectIn('entity', 'id', ids), at),
        mentions,
        decisions: decisions.map(each => loggedDecision(each, each.holds)),
      }
    },
  }),
  look({
    path: '/api/instruments',
    says: 'Papers between sides: agreements, memoranda, minutes; the latest heard of first.',
    query: ThingQuery,
    answer: InstrumentList,
    ask: async ({ session }, { query }) => {
      const { rows, more } = await pageOf(session, 'instrument', query)
      return { rows: rows.map(row => instrumentRow(thingOf(row))), more }
    },
  }),
]
