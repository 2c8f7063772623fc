import { type CompareWords, RAREST } from '../../lang/compare-words.ts'
import { type FoundObject, type ObjectFinder, romanOf } from './objects.ts'
import type { UndertakingProfile } from './profile.ts'
import type { FoundRole, Scan, Scanner } from './scan.ts'
import { lastSentence, type Topic } from './topic.ts'

/** One thing that an item is about, without the sides. */
export type Part = Omit<UndertakingProfile, 'sides' | 'alone'> & {
  /** Whether the words tell so little that it cannot be compared. */
  readonly vague: boolean
}

/** What an item tells: the things that it is about, and whether it speaks of haste or repetition. */
export interface ItemRead {
  readonly parts: readonly Part[]
  readonly again: boolean
}

/** Bits that the words beside an object may have, where the object and the deed alone are to tell what it is. */
const FEW_BITS = 14
/** The same beside a lane or a link, which can but be opened or built. */
const MORE_BITS = 50
/** Bits below which words tell nothing. */
const VAGUE_BITS = 4

/** Deeds that need no further word, by kind of object, and the deed that they all come to. */
const PLAIN_DEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gate: { open: 'open', upgrade: 'open', operate: 'operate', '': 'open' },
  lane: {
    open: 'open',
    upgrade: 'open',
    build: 'open',
    exploit: 'open',
    study: 'open',
    operate: 'operate',
    '': 'open',
  },
  site: { open: 'operate', operate: 'operate' },
  link: {
    build: 'build',
    exploit: 'build',
    open: 'build',
    upgrade: 'build',
    study: 'build',
    operate: 'build',
    '': 'build',
  },
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

  /** `topic`: the words of the report over the item, for what the item itself leaves out. */
  read(text: string, topic: Topic): ItemRead {
    const scan = this.scanner.scan(text)
    return { parts: this.parts(scan, topic), again: scan.roles.some(({ role }) => role === 'again') }
  }

  private parts(scan: Scan, topic: Topic): Part[] {
    const objects = this.objects.find(scan)
    const own = this.plainParts(scan, objects)
    const left = this.leftOut(scan, objects, topic)
    if (own.length + left.length > 0) return uniqueParts([...own, ...left])
    const part = this.wordPart(scan, objects)
    if (!part.vague) return [part]
    const heading = topic.heading || this.proseHeading(topic.line)
    return heading === '' ? [part] : this.ofTopic(scan, part, heading)
  }

  private plainParts(scan: Scan, objects: readonly FoundObject[]): Part[] {
    const bits = this.bitsOf(scan.rest.map(at => scan.words[at].word))
    return objects.flatMap(object => {
      const level = levelFor(scan, object)
      if (object.kind !== 'link' && level !== 'smart' && isPlaceOnly(scan, object, objects)) return []
      const said = deedFor(scan, object, level !== '')
      const deed = level === 'smart' && object.kind === 'gate' ? 'smart' : PLAIN_DEEDS[object.kind][said]
      const isClear = bits <= (object.kind === 'gate' || object.kind === 'site' ? FEW_BITS : MORE_BITS) || level !== ''
      if (!deed || (said === '' && !isClear)) return []
      return countsFor(scan, object).map(counts => plainPart(object, deed, level, counts))
    })
  }

  /** "… nâng cấp lên quốc tế", "… mở nội dung này" behind words that name the gate: of what was named last. */
  private leftOut(scan: Scan, objects: readonly FoundObject[], topic: Topic): Part[] {
    const isOwn = (object: FoundObject): boolean => object.kind === 'link' || !isPlaceOnly(scan, object, objects)
    if (objects.some(object => ['gate', 'site', 'link'].includes(object.kind) && isOwn(object))) return []
    const said = deedFor(scan, { from: 0, kind: 'gate' }, false)
    const last = this.pointedAt(scan, said, topic)
    const level = levelFor(scan, null)
    const deed = last && (level === 'smart' ? level : PLAIN_DEEDS[last.kind][said])
    if (!deed || this.bitsOf(scan.rest.map(at => scan.words[at].word)) > 2 * FEW_BITS) return []
    const counts = last.kind === 'link' ? uniqueSorted(scan.roles.flatMap(role => countOf(scan, role))) : []
    return [plainPart(last, deed, level, counts)]
  }

  /** The gate of the words before that an item points back to: by "này", by a numeral, or by what it is to become. */
  private pointedAt(scan: Scan, said: string, { before, line, heading }: Topic): FoundObject | undefined {
    const objectsIn = (text: string): FoundObject[] => this.objects.find(this.scanner.scan(text))
    const pointer = scan.roles.find(({ role }) => role === 'this')
    if (pointer) return objectsIn(`${before} ${line}`).findLast(({ kind }) => POINTED[pointer.value].includes(kind))
    if (scan.words.some(({ word, capital }) => capital && romanOf(word) > 1))
      return this.objects.numbered(scan, objectsIn(line).toReversed())[0]
    if (scan.roles.some(role => countOf(scan, role).some(count => count.startsWith('phase'))))
      return objectsIn(line).findLast(({ kind }) => kind === 'link')
    // Of what prose speaks of, only a gate is raised without a further word.
    const raised = said === 'upgrade' && scan.rest.length === 0 && heading === ''
    if (raised) return objectsIn(`${before} ${line}`).findLast(({ kind }) => kind === 'gate')
    if (said !== 'operate' && !scan.roles.some(({ role }) => role === 'level')) return undefined
    const sentence = said === '' ? lastSentence(line) : ''
    const context = sentence.trim() === '' ? `${heading} ${line}` : sentence
    return objectsIn(context).findLast(({ kind }) => kind === 'gate' || kind === 'site')
  }

  /** "Về cặp cửa khẩu Trà Lĩnh - Long Bang, …" at the beginning of a line, up to the first comma. */
  private proseHeading(line: string): string {
    const end = line.indexOf(',')
    if (end < 0) return ''
    const [first] = this.scanner.scan(line.slice(0, end)).roles
    return first?.from === 0 && first.value === 'about' ? line.slice(0, end) : ''
  }

  /** An item that tells nothing of the thing is about what its heading names. */
  private ofTopic(scan: Scan, part: Part, topic: string): Part[] {
    const context = this.scanner.scan(topic)
    const named = this.objects.find(context)
    const said = deedFor(scan, { from: 0, kind: 'gate' }, false)
    // Of a gate and its lane, the gate is raised.
    const isRaised = said === 'upgrade' && named.some(({ kind }) => kind === 'gate')
    const objects = isRaised ? named.filter(({ kind }) => kind !== 'lane') : named
    const counts = uniqueSorted(scan.roles.flatMap(role => countOf(scan, role)))
    const plain = objects.flatMap(object => {
      if (isPlaceOnly(context, object, objects)) return []
      const deed = PLAIN_DEEDS[object.kind][said] ?? PLAIN_DEEDS[object.kind]['']
      return deed && objects.every(({ kind }) => kind !== 'mechanism')
        ? [plainPart(object, deed, '', object.kind === 'link' ? counts : [])]
        : []
    })
    const own = this.plainParts(context, objects)
    const few = this.bitsOf(context.rest.map(at => context.words[at].word)) <= FEW_BITS
    if (plain.length > 0 && few && (said !== '' || own.length === 0)) return uniqueParts(plain)
    if (own.length > 0 && counts.length === 0) return uniqueParts(own)
    const whole = this.wordPart(context, objects)
    return whole.vague ? [part] : [{ ...whole, deed: whole.deed || part.deed }]
  }

  private wordPart(scan: Scan, objects: readonly FoundObject[]): Part {
    const told = this.toldIn(scan)
    const words = uniqueSorted(told.flat())
    const pairs = told.flatMap(run => run.slice(1).map((word, i) => `${run[i]} ${word}`))
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

  /** Runs of words side by side that tell of the thing; short forms are written out. */
  private toldIn({ words, roles, rest }: Scan): string[][] {
    const telling = roles.filter(({ role, value }) => role === 'word' || (role === 'deed' && TELLING_DEEDS.has(value)))
    const own = telling.map(({ role, value, from, to }) => ({
      from,
      to,
      told: role === 'word' ? value.split(' ') : words.slice(from, to).map(({ word }) => word),
    }))
    const others = rest.map(at => ({ from: at, to: at + 1, told: [words[at].word] }))
    const bracketed = inBrackets(words)
    const runs: string[][] = []
    let end = -1
    for (const { from, to, told } of [...own, ...others].toSorted((a, b) => a.from - b.from)) {
      if (romanOf(told[0]) > 0 || /^\d/.test(told[0]) || bracketed.has(from)) continue
      if (from === end && words[from].gap === '') runs.at(-1)!.push(...told)
      else runs.push([...told])
      end = to
    }
    return runs
  }

  private bitsOf(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + (/\d/.test(word) ? 0 : (this.rarity.get(word) ?? RAREST)), 0)
  }
}

/** Words in brackets: who is charged with it, where exactly, short forms. */
function inBrackets(words: Scan['words']): ReadonlySet<number> {
  const inside = new Set<number>()
  let open = false
  words.forEach(({ gap }, at) => {
    open = gap.lastIndexOf('(') > gap.lastIndexOf(')') || (open && !gap.includes(')'))
    if (open) inside.add(at)
  })
  return inside
}

/** What a word that points back may mean, by its value. */
const POINTED: Readonly<Record<string, readonly FoundObject['kind'][]>> = {
  '': ['gate', 'lane', 'site'],
  gate: ['gate'],
  lane: ['lane'],
  site: ['site'],
  link: ['link'],
}

const uniqueSorted = (words: readonly string[]): string[] => [...new Set(words)].toSorted()

/**
 * The deed that an object undergoes: the nearest before it, else of those behind it one that such objects undergo. What becomes
 * something is raised to it, whatever the verb.
 */
function deedFor({ roles, words }: Scan, { from, kind }: Pick<FoundObject, 'from' | 'kind'>, becomes: boolean): string {
  const deeds = roles.filter(({ role }) => role === 'deed')
  const cut = words.findLastIndex(({ gap }, at) => at <= from && gap.includes(';'))
  const before = deeds.filter(each => each.to <= from && each.from >= cut)
  const behind = deeds.filter(each => each.from >= from)
  const fitting = behind.filter(({ value }) => value in PLAIN_DEEDS[kind])
  const kept = fitting.find(({ value }) => value === 'operate') ?? fitting[0] ?? behind[0]
  const chosen = before.findLast(({ value }) => value !== 'study') ?? kept ?? before.at(-1)
  const said = chosen?.value ?? ''
  return becomes && !(said in PLAIN_DEEDS[kind]) && before.length === 0 ? 'upgrade' : said
}

/** Each part once; one that does not say to what a gate is raised gives way to one that does. */
function uniqueParts(parts: readonly Part[]): Part[] {
  const keyOf = ({ objects, deed, counts }: Part): string => `${objects.join()} ${deed} ${counts.join()}`
  const byLevel = parts.toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0))
  return [...new Map(byLevel.map(part => [keyOf(part), part])).values()]
}

const plainPart = ({ id, kind }: FoundObject, deed: string, level: string, counts: readonly string[]): Part => ({
  objects: [id],
  deed,
  level: kind === 'gate' && deed === 'open' ? level : '',
  counts,
  words: [],
  pairs: [],
  vague: false,
})

/** What a gate is to become; what it is called before its name only where it is opened as that. */
function levelFor({ roles, names }: Scan, object: FoundObject | null): string {
  const levels = roles.filter(({ role }) => role === 'level')
  const smart = levels.find(({ value }) => value === 'smart')
  if (smart) return 'smart'
  const named = (level: FoundRole): boolean => names.some(({ from }) => from === level.to)
  const target = levels.findLast(
    level => !named(level) && (!object || level.from > object.to || level.to <= object.from),
  )
  if (target) return target.value
  const opened = roles.some(({ role, value }) => role === 'deed' && value === 'open')
  return opened ? (levels.find(level => object && level.to === object.from)?.value ?? '') : ''
}

/** Whether an object is only the place where something is done: "tại cửa khẩu quốc tế Trà Lĩnh", or listed behind such a one. */
function isPlaceOnly(scan: Scan, object: FoundObject, objects: readonly FoundObject[]): boolean {
  const { roles, words } = scan
  let at = object.from
  while (!/[;:.(]/.test(words[at].gap)) {
    const listed = objects.find(({ to }) => to === at)
    if (listed) return isPlaceOnly(scan, listed, objects)
    if (at < object.from && words[at].gap.includes(',')) return false
    const before = roles.find(({ to }) => to === at)
    if (!before) return false
    if (before.role === 'at' && before.value === 'about') return false
    if (before.role === 'at')
      return object.kind !== 'lane' || !(before.value === 'over' || isOpened(roles, before.from))
    if (!['gate', 'level', 'plain'].includes(before.role)) return false
    at = before.from
  }
  return false
}

/** "thông xe tại lối thông quan …" opens the lane itself. */
const isOpened = (roles: readonly FoundRole[], at: number): boolean =>
  roles.some(({ to, role, value }) => to === at && role === 'deed' && (value === 'open' || value === 'build'))

/** The phases of a link that an item tells of, each on its own; one empty list where it tells of none. */
function countsFor(scan: Scan, { kind }: FoundObject): string[][] {
  const counts = kind === 'link' ? uniqueSorted(scan.roles.flatMap(role => countOf(scan, role))) : []
  return counts.length > 0 ? counts.map(count => [count]) : [[]]
}

function countOf({ words }: Scan, { role, value, to }: FoundRole): string[] {
  const number = role === 'count' && words[to] ? romanOf(words[to].word) : 0
  return number > 0 ? [`${value} ${number}`] : []
}
