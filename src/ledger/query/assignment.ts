import type { Stage } from '../../model/stage.ts'
import type { BareMention } from './mentions.ts'

/** Who has to do an undertaking by the words of a plan, and how a report says that it goes. */
export interface Assignment {
  /** Agencies in charge, as written, and those who help. */
  readonly assignees: readonly string[]
  readonly supporting: readonly string[]
  /** It goes on or comes again, and has no deadline. */
  readonly standing: boolean
  /** Per cent that are done; null where no report says so. */
  readonly progress: number | null
  /** Why it is late, in the words of a report; null where none says so. */
  readonly reason: string | null
}

/** What one mention says. */
export function assignmentOf({ said }: Pick<BareMention, 'said'>): Assignment {
  const listOf = (name: string): readonly string[] => (Array.isArray(said?.[name]) ? (said[name] as string[]) : [])
  const progress = said?.['progress']
  const reason = said?.['reason']
  return {
    assignees: listOf('assignees'),
    supporting: listOf('supporting'),
    standing: said?.['standing'] === true,
    progress: typeof progress === 'number' ? progress : null,
    reason: typeof reason === 'string' ? reason : null,
  }
}

/** Where an undertaking stands, as much of it as tells which of its reports' words still hold. */
interface Standing {
  readonly stage: Stage
  readonly stalled: boolean
  readonly due: string | null
}

/** What holds by the mentions of an undertaking, in the order in which they were said: the last word of each kind. A reason only while it is late. */
export function assignmentAt(mentions: readonly BareMention[], { stage, stalled, due }: Standing): Assignment {
  const all = mentions.map(assignmentOf)
  const named = all.findLast(({ assignees }) => assignees.length > 0)
  return {
    assignees: named?.assignees ?? [],
    supporting: named?.supporting ?? [],
    standing: due === null && stage !== 'done' && (named?.standing ?? all.some(({ standing }) => standing)),
    progress: stage === 'done' ? null : (all.findLast(({ progress }) => progress !== null)?.progress ?? null),
    reason: stalled ? (all.findLast(({ reason }) => reason !== null)?.reason ?? null) : null,
  }
}
