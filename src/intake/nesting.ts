/** Largest input that is held in memory at once, in bytes. Collections of any size come as JSON lines or in an archive. */
export const LARGEST_INPUT = 256 * 1024 * 1024

/** How deep archives may lie in one another. */
export const DEEPEST = 4

/** What may be unpacked in any case, in bytes; more only in proportion to what was read. */
const ALLOWED = 64 * 1024 * 1024
const SMALL = 8 * 1024 * 1024
/** Texts and the XML of papers are packed to a fifth, drawn tables to a fiftieth; bombs to a thousandth. */
const MOST_RATIO = 100

/** What has passed through an archive and all the archives in it, in bytes: the one thing here that changes. */
interface Passed {
  /** Of the outermost one, as it came. */
  read: number
  /** Of all, unpacked. */
  unpacked: number
  /** More came out than may: nothing more is to be unpacked. */
  spent: boolean
}

/** Where a capture lies in archives. */
export interface Nesting {
  /** How many archives it lies in. */
  readonly depth: number
  readonly passed: Passed
}

/** Of an archive that lies in no other. */
export const outermost = (): Nesting => ({ depth: 0, passed: { read: 0, unpacked: 0, spent: false } })

/** Of what lies in an archive. */
export const inside = ({ depth, passed }: Nesting): Nesting => ({ depth: depth + 1, passed })

/** How large a part may be, that is so large while packed. */
export const largestPart = (packed: number): number => Math.min(LARGEST_INPUT, Math.max(SMALL, packed * MOST_RATIO))

/** Notes bytes that were unpacked; false where the archive as a whole gives more than an honest one does. */
export function mayUnpack({ passed }: Nesting, bytes: number): boolean {
  passed.unpacked += bytes
  passed.spent ||= passed.unpacked > Math.max(ALLOWED, passed.read * MOST_RATIO)
  return !passed.spent
}
