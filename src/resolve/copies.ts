import { byCodeUnit } from '../text/order.ts'
import { wordsOf } from '../text/words.ts'

/** A report as it is compared: by its words, and by when it came out. */
export interface Copied {
  readonly doc: string
  /** ISO day of publication, or null. */
  readonly published: string | null
  readonly text: string
}

/** Words in a run that two reports share: as many are rarely the same by chance. */
const RUN = 6

/** What part of the shorter report's runs the other must have: outlets cut the end, and put a line before the beginning. */
const SHARED = 0.7

/** Words of a report that are compared, at most. */
const MOST_WORDS = 4000

/**
 * Which reports are copies of another, word for word or nearly: each copy with the one of which it is, the earliest (of one day, the first
 * by `doc`). Each run of words leads to the first report that has it, so that the time is linear in the length of all texts.
 */
export function copiesAmong(reports: readonly Copied[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  const sizes = new Map<string, number>()
  const copies = new Map<string, string>()
  for (const { doc, text } of reports.toSorted(earliest)) {
    const runs = runsOf(text)
    const original = ownerOf(runs, owners, sizes)
    if (original !== null) copies.set(doc, original)
    sizes.set(doc, runs.size)
    for (const run of runs) if (!owners.has(run)) owners.set(run, original ?? doc)
  }
  return copies
}

const earliest = (a: Copied, b: Copied): number =>
  byCodeUnit(a.published ?? '~', b.published ?? '~') || byCodeUnit(a.doc, b.doc)

function runsOf(text: string): Set<string> {
  const words = wordsOf(text)
    .filter(({ mark }) => !mark)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')))
}

/** The report that has most of the runs, if they are enough. */
function ownerOf(
  runs: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
  sizes: ReadonlyMap<string, number>,
): string | null {
  const shared = new Map<string, number>()
  for (const run of runs) {
    const owner = owners.get(run)
    if (owner !== undefined) shared.set(owner, (shared.get(owner) ?? 0) + 1)
  }
  const [most] = [...shared].toSorted(([a, n], [b, m]) => m - n || byCodeUnit(a, b))
  if (!most) return null
  const [doc, n] = most
  return n >= SHARED * Math.min(runs.size, sizes.get(doc)!) ? doc : null
}
