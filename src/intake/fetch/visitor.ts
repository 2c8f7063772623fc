import { setTimeout as sleep } from 'node:timers/promises'
import robots, { type Robot } from 'robots-parser'
import { type Answer, fetchPage, type FetchRules, type Validators } from './fetch.ts'
import { robotsRefuse } from './problems.ts'

/** How sites are visited: the rules of asking, and milliseconds between two requests to one of them. */
export interface VisitRules extends FetchRules {
  readonly interval: number
}

/** Asks servers politely: one request at a time to each site, no sooner than the interval after the last, and nothing that robots.txt closes. */
export interface Visitor {
  fetch(url: string, validators?: Validators): Promise<Answer>
}

/** Longest wait that a robots.txt is heeded for, in milliseconds. */
const LONGEST_DELAY = 30_000

export function createVisitor(rules: VisitRules): Visitor {
  /** By site, when its last request was over. */
  const turns = new Map<string, Promise<number>>()
  const known = new Map<string, Promise<Robot | 'closed'>>()
  // The wait is before the next request and not behind the last, so that nobody waits for nothing.
  const inTurn = <T>(site: string, delay: number, work: () => Promise<T>): Promise<T> => {
    const before = turns.get(site) ?? Promise.resolve(-delay)
    const done = before.then(async ended => {
      await sleep(Math.max(0, ended + delay - performance.now()))
      return await work()
    })
    turns.set(
      site,
      done.catch(() => {}).then(() => performance.now()),
    )
    return done
  }
  const robotsOf = (origin: string): Promise<Robot | 'closed'> => {
    const found = known.get(origin)
    if (found) return found
    const asked = inTurn(origin, rules.interval, () => readRobots(origin, rules))
    known.set(origin, asked)
    return asked
  }
  const allows = (robot: Robot | 'closed', url: string): boolean =>
    robot !== 'closed' && robot.isAllowed(url, PRODUCT) !== false
  const isOpen = async (url: string): Promise<boolean> => allows(await robotsOf(new URL(url).origin), url)
  return {
    async fetch(url, validators) {
      if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
        return await fetchPage(url, rules, validators)
      const { origin } = new URL(url)
      const robot = await robotsOf(origin)
      if (robot === 'closed' || !allows(robot, url))
        return { kind: 'problem', problem: robotsRefuse(url), status: null, retryAfter: null }
      const delay = Math.min(LONGEST_DELAY, (robot.getCrawlDelay(PRODUCT) ?? 0) * 1000)
      return await inTurn(origin, Math.max(rules.interval, delay), () =>
        fetchPage(url, { ...rules, isOpen }, validators),
      )
    },
  }
}

/** Its types tell of a module that it is not. */
const robotsParser = robots as unknown as typeof robots.default

/** The name by which robots.txt calls this program. */
export const PRODUCT = 'bienban'

/** RFC 9309: with no robots.txt all is open; with a server that cannot give it, nothing. */
async function readRobots(origin: string, rules: FetchRules): Promise<Robot | 'closed'> {
  const address = `${origin}/robots.txt`
  const answer = await fetchPage(address, { ...rules, largest: 512 * 1024 })
  if (answer.kind === 'page') return robotsParser(address, new TextDecoder().decode(answer.bytes))
  if (answer.kind === 'problem' && (answer.status ?? 0) >= 500) return 'closed'
  return robotsParser(address, '')
}
