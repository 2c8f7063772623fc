import type { Stage } from '../../model/stage.ts'
import { type Side, uniqueSides } from '../sides.ts'
import type { Act } from './act.ts'
import { type Scene, type Subject, subjectAt } from './subject.ts'

export const isPronoun = ({ kind, sides }: Subject): boolean => kind === 'person' && sides.length === 0

export function sidesOf(scene: Scene, act: Act, speaker: Subject | null): readonly Side[] {
  if (act.stage === 'agreed') return agreeingSides(scene, act)
  if (act.kind === 'sign') return signingSides(scene, act)
  if (act.kind === 'going') return scene.sides.joint
  if (act.kind === 'need' && act.subject?.kind === 'joint' && speaker && speaker.kind !== 'joint') return speaker.sides
  const own = act.subject && !isPronoun(act.subject) ? act.subject : speaker
  if (own && own.sides.length > 0) return own.sides
  return scene.sides.home ? [scene.sides.home] : []
}

/** Both sides agree, but for "Indonesia nhất trí công nhận …", where one side is named alone. */
function agreeingSides(scene: Scene, { subject }: Act): readonly Side[] {
  if (subject?.kind === 'place' || (subject && isSeveral(subject))) return subject.sides
  return scene.sides.joint
}

const isSeveral = ({ kind, sides }: Subject): boolean => (kind === 'joint' || kind === 'paper') && sides.length > 1

/** How far before their verb those who sign are looked for, in tokens. */
const SIGNERS = 120

/** How far behind "ký kết" its "với" stands, in tokens. */
const PARTNER = 8

/** "ký kết hợp tác với | Tập đoàn A": who signs on the other side. */
function partnerBehind(scene: Scene, from: number): Subject | null {
  for (let at = from; at < from + PARTNER && !scene.context.isMark(at, ',;.'); at++)
    if (scene.context.has(at, 'TOGETHER')) return subjectAt(scene, scene.context.after(at, 'TOGETHER'))
  return null
}

/** Those who sign: every side that is named before the verb in its clause; both sides where none is. */
function signingSides(scene: Scene, act: Act): readonly Side[] {
  const { context } = scene
  const sides: Side[] = []
  for (let at = act.at - 1; at >= Math.max(0, act.at - SIGNERS) && !context.isMark(at, ';.:'); at--) {
    const named = context.hasAny(at, ['PERSON', 'BODY']) ? subjectAt(scene, at) : null
    if (named) sides.unshift(...named.sides)
  }
  const partner = partnerBehind(scene, act.end)
  const unique = uniqueSides(partner && sides.length > 0 ? [...sides, ...partner.sides] : sides)
  return unique.length > 1 ? unique : scene.sides.joint
}

/** What both sides promise is agreed, and what is `reported` as both sides' words; what a meeting aims at is not yet. */
export const stageOf = ({ stage, kind, subject }: Act, by: readonly Side[], reported = false): Stage =>
  by.length > 1 &&
  subject?.kind !== 'paper' &&
  (stage === 'pledged' || (stage === 'proposed' && (kind === 'say' || reported)))
    ? 'agreed'
    : (stage as Stage)
