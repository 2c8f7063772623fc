import type { Route } from '../route.ts'
import { CASES } from './cases.ts'
import { DECISIONS } from './decisions.ts'
import { HISTORY } from './history.ts'
import { NAMES } from './names.ts'
import { SEARCH } from './search.ts'
import { STATE } from './state.ts'

/** Every address of the API. */
export const ROUTES: readonly Route[] = [
  // A line a resource.
  STATE,
  NAMES,
  SEARCH,
  HISTORY,
  DECISIONS,
  CASES,
].flat()
