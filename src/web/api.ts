import { queryOptions } from '@tanstack/react-query'
import type { Briefing, BriefingQuery } from '../views/api/briefing.ts'
import type { BulkAccept, BulkAccepted, Decided, History, NewDecision, Queue, Why } from '../views/api/decisions.ts'
import type { AppState, Home } from '../views/api/home.ts'
import type {
  MechanismDetail,
  MechanismList,
  MeetingDossier,
  MeetingList,
  Review,
  ThingQuery,
} from '../views/api/meetings.ts'
import type { Names } from '../views/api/names.ts'
import type { ClaimExplanation, ReportDetail, Search, Taken } from '../views/api/reports.ts'
import type {
  BodyDetail,
  BodyList,
  Corridor,
  FigureList,
  InstrumentList,
  PersonDetail,
  PersonList,
  PlaceHistory,
} from '../views/api/things.ts'
import type {
  UndertakingDetail,
  UndertakingFacets,
  UndertakingList,
  UndertakingQuery,
} from '../views/api/undertakings.ts'
import type { Problem } from '../views/api/words.ts'
import { stringifySearch } from './address.ts'
import { harmless } from './harmless.ts'

/** The server's own sentence about what went wrong, with its code and the HTTP status (0: the server was not reached). */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  constructor({ code, message }: Problem, status: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'message' in body && 'code' in body

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init?.signal?.aborted) throw error
    throw new ApiError({ code: 'unreachable', message: '' }, 0)
  })
  const body = bodyOf(await response.text().catch(() => ''))
  if (response.ok) return body as T
  throw new ApiError(isProblem(body) ? body : { code: 'unknown', message: response.statusText }, response.status)
}

/** What the server says, in which no words of a report turn the direction of what stands beside them; null where it is no JSON. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(harmless(text))
  } catch {
    return null
  }
}

const part = encodeURIComponent

/** A question with its answer's type: for `useQuery`. Answers are kept by path and query, and asked anew after each decision. */
const get = <T>(path: string, query: Readonly<Record<string, unknown>> = {}) =>
  queryOptions({
    queryKey: [path, query],
    queryFn: ({ signal }) => ask<T>(`/api/${path}${stringifySearch(query)}`, { signal }),
  })

const post = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

type Day = { readonly at?: string | undefined }
type Things = Partial<ThingQuery>
type Undertakings = Partial<UndertakingQuery>

/** All questions that the pages ask of the server. */
export const api = {
  state: () => get<AppState>('state'),
  names: () => ({ ...get<Names>('names'), staleTime: Infinity }),
  home: (query: Day & { readonly since?: number | undefined }) => get<Home>('home', query),
  undertakings: (query: Undertakings) => get<UndertakingList>('undertakings', query),
  facets: (query: Undertakings) => get<UndertakingFacets>('undertakings/facets', query),
  undertaking: (id: string, query: Day = {}) => get<UndertakingDetail>(`undertakings/${part(id)}`, query),
  meetings: (query: Things) => get<MeetingList>('meetings', query),
  meeting: (id: string, query: Day = {}) => get<MeetingDossier>(`meetings/${part(id)}`, query),
  meetingReview: (id: string, query: Day = {}) => get<Review>(`meetings/${part(id)}/review`, query),
  mechanisms: (query: Things) => get<MechanismList>('mechanisms', query),
  mechanism: (id: string, query: Day = {}) => get<MechanismDetail>(`mechanisms/${part(id)}`, query),
  people: (query: Things) => get<PersonList>('people', query),
  person: (id: string, query: Day = {}) => get<PersonDetail>(`people/${part(id)}`, query),
  bodies: (query: Things) => get<BodyList>('bodies', query),
  body: (id: string, query: Day = {}) => get<BodyDetail>(`bodies/${part(id)}`, query),
  instruments: (query: Things) => get<InstrumentList>('instruments', query),
  figures: (query: Things) => get<FigureList>('figures', query),
  corridor: (query: Day = {}) => get<Corridor>('corridor', query),
  gate: (id: string, query: Day = {}) => get<PlaceHistory>(`gates/${part(id)}`, query),
  link: (id: string, query: Day = {}) => get<PlaceHistory>(`links/${part(id)}`, query),
  report: (doc: string) => get<ReportDetail>(`reports/${part(doc)}`),
  explain: (doc: string, claim: string) => get<ClaimExplanation>(`reports/${part(doc)}/explain`, { claim }),
  search: (q: string) => get<Search>('search', { q }),
  queue: () => get<Queue>('queue'),
  why: (id: string, other?: string) => get<Why>('why', { id, other }),
  history: () => get<History>('history'),
  briefing: (query: Partial<BriefingQuery>) => get<Briefing>('briefing', query),
}

/** All that the pages tell the server. */
export const tell = {
  decide: (decision: NewDecision) => post<Decided>('decisions', decision),
  undo: (key: string, by: string | null = null) => post<Decided>(`decisions/${part(key)}/undo`, { by }),
  acceptByRule: (rule: BulkAccept) => post<BulkAccepted>('decisions/rule', rule),
  /** Sends files to be read. */
  addReports(files: Iterable<File>): Promise<Taken> {
    const body = new FormData()
    for (const file of files) body.append('files', file)
    return ask<Taken>('/api/reports', { method: 'POST', body })
  },
}

/** Where a file can be got: of a briefing, of an export. */
export const fileAddress = (path: string, query: Readonly<Record<string, unknown>>): string =>
  `/api/${path}${stringifySearch(query)}`
