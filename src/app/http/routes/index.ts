import type { Route } from '../route.ts'
import { BRIEFING } from './briefing.ts'
import { CASES } from './cases.ts'
import { CORRIDOR } from './corridor.ts'
import { DECISIONS } from './decisions.ts'
import { FIGURES } from './figures.ts'
import { EXPORTED } from './exports.ts'
import { HISTORY } from './history.ts'
import { MECHANISMS } from './mechanisms.ts'
import { MEETINGS } from './meetings.ts'
import { HOME } from './home.ts'
import { NAMES } from './names.ts'
import { PEOPLE } from './people.ts'
import { QUEUE } from './queue.ts'
import { REPORTS } from './reports.ts'
import { SEARCH } from './search.ts'
import { STATE } from './state.ts'
import { UNDERTAKINGS } from './undertakings.ts'
import { UPLOADS } from './uploads.ts'

/** Every address of the API. */
export const ROUTES: readonly Route[] = [
  // A line a resource.
  STATE,
  NAMES,
  HOME,
  UNDERTAKINGS,
  SEARCH,
  HISTORY,
  DECISIONS,
  CASES,
  CORRIDOR,
  PEOPLE,
  FIGURES,
  MECHANISMS,
  BRIEFING,
  UPLOADS,
  EXPORTED,
  MEETINGS,
  REPORTS,
  QUEUE,
].flat()
