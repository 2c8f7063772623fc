import type { Node } from '../../grammar/node.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { Scene } from '../statements/subject.ts'

/** Somebody at a meeting, and as what: chair, head of a delegation, one who attends, or one of those who meet. */
interface Attendant {
  readonly name: string
  readonly role: string
}

/** Those whom the sentence of a meeting names, and those of the sentence behind it: "Dự lễ có …". */
export function peopleOf(scene: Scene, { start }: Node): Attendant[] {
  const { context } = scene
  const number = context.sentenceAt(start)
  const next = context.sentences[number + 1]
  const listed =
    next && next.zone === 'body' && context.has(next.from, 'ATTEND') ? attendants(scene, next, 'attends') : []
  const all = [...attendants(scene, context.sentences[number], 'meets'), ...listed]
  return all.filter((one, i) => all.findIndex(other => other.name === one.name) === i)
}

const attendants = (scene: Scene, sentence: Sentence, role: string): Attendant[] =>
  scene.context.nodesBetween('PERSON', sentence.from, sentence.to).flatMap(node => {
    const person = scene.people.at(node.start)
    return person ? [{ name: person.name, role: roleOf(scene.context, node, sentence) ?? role }] : []
  })

/** "do A dẫn đầu", "A và B đồng chủ trì"; "dưới sự đồng chủ trì của A và B". */
function roleOf(context: ReadContext, person: Node, { from, to }: Sentence): string | null {
  for (let at = person.end; at < Math.min(to, person.end + NEAR); at++) {
    const leads = context.value(at, 'LEADS')
    if (leads !== null) return leads
    if (context.has(at, 'ATTEND')) return 'attends'
  }
  for (let at = person.start - 1; at >= from; at--) {
    const after = context.after(at, 'LEADS')
    if (context.has(after, 'OF') && after > at) return context.value(at, 'LEADS')
    if (context.value(at, 'PARTIES') === 'attended') return 'attends'
  }
  return null
}

/** How far behind a person the verb may stand that tells the role, in tokens: behind "và" and another person. */
const NEAR = 12
