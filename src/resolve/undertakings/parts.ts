import { type CompareWords, RAREST } from '../../lang/compare-words.ts'
import { type FoundObject, type ObjectFinder, romanOf } from './objects.ts'
import type { UndertakingProfile } from './profile.ts'
import type { FoundRole, Scan, Scanner } from './scan.ts'

/** One thing that an item is about, without the sides. */
export type Part = Omit<UndertakingProfile, 'sides' | 'alone'> & {
  /** Whether the words tell so little that it cannot be compared. */
  readonly vague: boolean
}

/** Bits that the words beside an object may have, where the object and the deed alone are to tell what it is. */
const FEW_BITS = 14
/** Bits below which words tell nothing. */
const VAGUE_BITS = 7

/** Deeds that need no further word, by kind of object, and the deed that they all come to. */
const PLAIN_DEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gate: { open: 'open', upgrade: 'open', operate: 'operate', '': 'open' },
  lane: { open: 'open', upgrade: 'open', operate: 'operate', '': 'open' },
  site: { open: 'operate', operate: 'operate' },
  link: { build: 'build', open: 'build', upgrade: 'build', study: 'build', operate: 'build', '': 'build' },
  mechanism: {},
}

/** Deeds whose own words tell of the thing: which fair, which patrol, which training. */
const TELLING_DEEDS = new Set(['manage', 'train', 'trade', 'organise', 'support', 'allow'])

/**
 * Takes an item apart. What opens or raises several gates is as many parts: each can be done without the others. An item that
 * no object and deed alone describe is one part, with its words.
 */
export class PartFinder {
  private readonly scanner: Scanner
  private readonly objects: ObjectFinder
  private readonly rarity: CompareWords['rarity']

  constructor(scanner: Scanner, objects: ObjectFinder, { rarity }: CompareWords) {
    this.scanner = scanner
    this.objects = objects
    this.rarity = rarity
  }

  /** `before`: the words of the report before the item, which may name what the item leaves out. */
  parts(text: string, before: string): Part[] {
    const scan = this.scanner.scan(text)
    const objects = this.objects.find(scan)
    const own = this.plainParts(scan, objects)
    if (own.length > 0) return own
    const left = objects.length === 0 ? this.leftOut(scan, before) : []
    return left.length > 0 ? left : [this.wordPart(scan, objects)]
  }

  private plainParts(scan: Scan, objects: readonly FoundObject[]): Part[] {
    const few = this.bitsOf(scan.rest.map(at => scan.words[at].word)) <= FEW_BITS
    return objects.flatMap(object => {
      if (object.kind !== 'link' && isPlaceOnly(scan, object)) return []
      const said = deedFor(scan, object)
      const level = levelFor(scan, object)
      const deed = level === 'smart' ? 'smart' : PLAIN_DEEDS[object.kind][said]
      if (!deed || (said === '' && !few && level !== 'smart')) return []
      return countsFor(scan, object).map(counts => ({
        ...NO_WORDS,
        objects: [object.id],
        deed,
        level: object.kind === 'gate' && deed === 'open' ? level : '',
        counts,
      }))
    })
  }

  /** "… nâng cấp lên quốc tế" behind a clause that names the gate: of what was named last. */
  private leftOut(scan: Scan, before: string): Part[] {
    const raised = scan.roles.some(({ role, value }) => role === 'deed' && (value === 'upgrade' || value === 'operate'))
    if (!raised || !scan.roles.some(({ role, value }) => role === 'level' || value === 'operate')) return []
    const context = this.scanner.scan(before)
    const last = this.objects.find(context).findLast(({ kind }) => kind === 'gate' || kind === 'site')
    if (!last) return []
    const deed = PLAIN_DEEDS[last.kind][deedFor(scan, { from: 0 })]
    if (!deed || this.bitsOf(scan.rest.map(at => scan.words[at].word)) > 2 * FEW_BITS) return []
    return [
      { ...NO_WORDS, objects: [last.id], deed, level: last.kind === 'gate' ? levelFor(scan, null) : '', counts: [] },
    ]
  }

  private wordPart(scan: Scan, objects: readonly FoundObject[]): Part {
    const telling = scan.roles.filter(({ role, value }) => role === 'deed' && TELLING_DEEDS.has(value))
    const told = telling.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
    const places = [...new Set([...scan.rest, ...told])].toSorted((a, b) => a - b)
    const kept = places.filter(at => !/\d/.test(scan.words[at].word))
    const words = uniqueSorted(kept.map(at => scan.words[at].word))
    const pairs = kept.flatMap((at, i) =>
      kept[i + 1] === at + 1 && scan.words[at + 1].gap === ''
        ? [`${scan.words[at].word} ${scan.words[at + 1].word}`]
        : [],
    )
    const deeds = scan.roles.filter(({ role }) => role === 'deed').map(({ value }) => value)
    return {
      objects: uniqueSorted(objects.map(({ id }) => id)),
      deed: deeds.find(deed => deed !== 'study') ?? deeds[0] ?? '',
      level: '',
      counts: uniqueSorted(scan.roles.flatMap(role => countOf(scan, role))),
      words,
      pairs: uniqueSorted(pairs),
      vague: objects.length === 0 ? this.bitsOf(words) < VAGUE_BITS : words.length === 0 && deeds.length === 0,
    }
  }

  private bitsOf(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + (/\d/.test(word) ? 0 : (this.rarity.get(word) ?? RAREST)), 0)
  }
}

const NO_WORDS = { words: [], pairs: [], vague: false } as const

const uniqueSorted = (words: readonly string[]): string[] => [...new Set(words)].toSorted()

/** The deed that an object undergoes: the nearest before it, else of those behind it the first; to keep working counts most. */
function deedFor({ roles, words }: Scan, { from }: { from: number }): string {
  const deeds = roles.filter(({ role }) => role === 'deed')
  const cut = words.findLastIndex(({ gap }, at) => at <= from && gap.includes(';'))
  const before = deeds.filter(each => each.to <= from && each.from >= cut)
  const behind = deeds.filter(each => each.from >= from)
  const kept = before.length === 0 ? behind.find(({ value }) => value === 'operate') : undefined
  const chosen = before.findLast(({ value }) => value !== 'study') ?? kept ?? behind[0] ?? before.at(-1)
  return chosen?.value ?? ''
}

/** What a gate is to become; what it is called before its name only where it is opened as that. */
function levelFor({ roles, names }: Scan, object: FoundObject | null): string {
  const levels = roles.filter(({ role }) => role === 'level')
  const smart = levels.find(({ value }) => value === 'smart')
  if (smart) return 'smart'
  const named = (level: FoundRole): boolean => names.some(({ from }) => from === level.to)
  const target = levels.find(level => !named(level) && (!object || level.from > object.to || level.to <= object.from))
  if (target) return target.value
  const opened = roles.some(({ role, value }) => role === 'deed' && value === 'open')
  return opened ? (levels.find(level => object && level.to === object.from)?.value ?? '') : ''
}

/** Whether an object is only the place where something is done: "tại cửa khẩu quốc tế Trà Lĩnh". */
function isPlaceOnly({ roles }: Scan, { from }: FoundObject): boolean {
  let at = from
  for (;;) {
    const before = roles.find(({ to }) => to === at)
    if (!before) return false
    if (before.role === 'at') return true
    if (!['gate', 'level', 'plain'].includes(before.role)) return false
    at = before.from
  }
}

/** The phases of a link that an item tells of, each on its own; one empty list where it tells of none. */
function countsFor(scan: Scan, { kind }: FoundObject): string[][] {
  const counts = kind === 'link' ? uniqueSorted(scan.roles.flatMap(role => countOf(scan, role))) : []
  return counts.length > 0 ? counts.map(count => [count]) : [[]]
}

function countOf({ words }: Scan, { role, value, to }: FoundRole): string[] {
  const number = role === 'count' && words[to] ? romanOf(words[to].word) : 0
  return number > 0 ? [`${value} ${number}`] : []
}
