import type { ClassName } from '../../lang/classes.ts'
import type { TokenRange } from '../../text/segment.ts'
import { countrySide } from '../sides.ts'
import type { Act } from './act.ts'
import { type Scene, type Subject, subjectBefore } from './subject.ts'

/** "cán bộ Lào đã được Việt Nam đào tạo": who did it stands between the passive and the verb. */
export function byAgent(scene: Scene, sentence: TokenRange, at: number, name: 'DID' | 'WILL'): Act | null {
  const { context } = scene
  const from = context.after(at, name)
  if (context.value(at, name) !== 'passive') return null
  for (let end = from + 1; end < Math.min(sentence.to, from + AGENT); end++) {
    const approves = context.has(end, 'APPROVED') || context.value(end, 'SAY') === 'agreed'
    const verb = approves || context.hasAny(end, ['ACT', 'DEED', 'DONE', 'STARTED'])
    const subject =
      verb && !context.isInsideName(end) ? (centralOrgan(scene, from, end) ?? subjectBefore(scene, end, from)) : null
    const stage = name === 'WILL' ? 'pledged' : approves ? 'approved' : 'done'
    const until = approves ? Math.max(context.after(end, 'APPROVED'), context.after(end, 'SAY')) : end
    if (subject?.start === from) return { kind: 'by', stage, at, end: until, subject }
  }
  return null
}

/** "được | Chính phủ | chấp thuận": an organ of the state that needs no name is our own country's. */
function centralOrgan({ context, places }: Scene, from: number, to: number): Subject | null {
  const isOrgan = ORGANS.some(name => context.after(from, name) === to)
  const side = countrySide(context, places, context.pack.home)
  return isOrgan ? { kind: 'body', sides: [side], person: null, start: from } : null
}

const ORGANS: readonly ClassName[] = ['SIDEWORD', 'TITLE']

/** How many tokens the name of an agent and its adverbs have. */
const AGENT = 14
