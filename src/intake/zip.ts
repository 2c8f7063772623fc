import { crc32, inflateRawSync } from 'node:zlib'
import type { ByteQueue } from './byte-queue.ts'
import { LARGEST_INPUT, largestPart, mayUnpack, type Nesting } from './nesting.ts'

/** Why the bytes of an entry cannot be had. */
export type EntryProblem = 'encrypted' | 'method' | 'too-large' | 'bomb' | 'damaged'

/** A file in a ZIP archive. It must be read or skipped before the next one is asked for. */
export interface ZipEntry {
  /** As it stands in the archive, with its folders. */
  readonly name: string
  readonly read: () => Promise<Unpacked>
}

const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const HEADER = 30
/** Bits of the flags: encrypted; sizes stand behind the data; the name is UTF-8. */
const ENCRYPTED = 1
const SIZES_BEHIND = 8
const UTF8 = 0x800
const STORED = 0
const DEFLATED = 8
const IN_ZIP64 = 0xffffffff

interface LocalHeader {
  readonly name: string
  readonly flags: number
  readonly method: number
  /** Checksum of what is unpacked; 0 where it stands behind the data. */
  readonly sum: number
  /** Packed size; null where it stands behind the data. */
  readonly packed: number | null
}

/**
 * The files of a ZIP archive as they come, by the headers before each (APPNOTE 4.3): one file is held at a time, whatever the size of
 * the archive, and of one that is cut off all that is whole can be read. Folders are left out. Ends at the first byte that is no header.
 */
export async function* zipEntries(queue: ByteQueue, nesting: Nesting): AsyncGenerator<ZipEntry> {
  for (let header = await nextHeader(queue); header; header = await nextHeader(queue)) {
    const own = header
    const { name } = own
    let done = false
    const read: ZipEntry['read'] = () => {
      done = true
      return readEntry(queue, own, nesting)
    }
    if (!/[/\\]$/.test(name)) yield { name, read }
    if (!done) await skipEntry(queue, own, nesting)
  }
}

async function nextHeader(queue: ByteQueue): Promise<LocalHeader | null> {
  const head = await queue.peek(HEADER)
  if (head.length < HEADER || head.readUInt32LE(0) !== LOCAL) return null
  await queue.skip(HEADER)
  const flags = head.readUInt16LE(6)
  const name = await queue.take(head.readUInt16LE(26))
  const extra = await queue.take(head.readUInt16LE(28))
  const size = head.readUInt32LE(18)
  const packed = size === IN_ZIP64 ? zip64Size(extra) : size
  return {
    // Old programs write names in the encoding of their country; what is not UTF-8 is kept letter by byte.
    name: flags & UTF8 ? name.toString('utf8') : legible(name),
    flags,
    method: head.readUInt16LE(8),
    sum: head.readUInt32LE(14),
    packed: flags & SIZES_BEHIND && size === 0 ? null : packed,
  }
}

function legible(name: Buffer): string {
  const text = name.toString('utf8')
  return text.includes('\ufffd') ? name.toString('latin1') : text
}

/** The packed size in the extra field of ZIP64 (4.5.3), behind the size of what is unpacked; null where there is none. */
function zip64Size(extra: Buffer): number | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length) return Number(extra.readBigUInt64LE(at + 12))
  return null
}

type Unpacked = { readonly bytes: Buffer } | { readonly problem: EntryProblem }

async function readEntry(queue: ByteQueue, header: LocalHeader, nesting: Nesting): Promise<Unpacked> {
  const { flags, method, packed, sum } = header
  const problem = problemOf(header)
  if (problem) {
    await skipEntry(queue, header, nesting)
    return { problem }
  }
  if (packed === null) return inflateOpen(queue, nesting)
  const bytes = await queue.take(packed)
  if (flags & SIZES_BEHIND) await skipDescriptor(queue)
  if (bytes.length < packed) return { problem: 'damaged' }
  const plain = method === STORED ? counted(bytes, nesting) : inflateWhole(bytes, nesting)
  return 'bytes' in plain && sum !== 0 && crc32(plain.bytes) !== sum ? { problem: 'damaged' } : plain
}

/** What keeps an entry from being read, by its header alone. */
function problemOf({ flags, method, packed }: LocalHeader): EntryProblem | null {
  if (flags & ENCRYPTED) return 'encrypted'
  if (method !== DEFLATED && (method !== STORED || packed === null)) return 'method'
  return (packed ?? 0) > LARGEST_INPUT ? 'too-large' : null
}

const counted = (bytes: Buffer, nesting: Nesting): Unpacked =>
  mayUnpack(nesting, bytes.length) ? { bytes } : { problem: 'bomb' }

function inflateWhole(packed: Buffer, nesting: Nesting): Unpacked {
  const plain = inflate(packed)
  return 'bytes' in plain ? counted(plain.bytes, nesting) : { problem: plain.problem === 'bomb' ? 'bomb' : 'damaged' }
}

/** Inflates data whose size is not known: the data itself says where it ends. Ever more of what follows is looked at. */
async function inflateOpen(queue: ByteQueue, nesting: Nesting): Promise<Unpacked> {
  for (let count = FIRST_LOOK; ; count *= 4) {
    const ahead = await queue.peek(count)
    const plain = inflate(ahead)
    if ('bytes' in plain) {
      await queue.skip(plain.used)
      await skipDescriptor(queue)
      return counted(plain.bytes, nesting)
    }
    if (plain.problem === 'cut' && ahead.length === count && count <= LARGEST_INPUT) continue
    await skipToHeader(queue)
    return { problem: plain.problem === 'bomb' ? 'bomb' : 'damaged' }
  }
}

/** `used`: how many of the packed bytes the data took. `cut`: it does not end in them. */
function inflate(
  packed: Buffer,
): { readonly bytes: Buffer; readonly used: number } | { readonly problem: 'bomb' | 'cut' | 'damaged' } {
  try {
    // Node gives the engine with `info`; its types do not know of it.
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: largestPart(packed.length),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
    return { bytes: buffer, used: engine.bytesWritten }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { problem: code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : code === 'Z_BUF_ERROR' ? 'cut' : 'damaged' }
  }
}

const FIRST_LOOK = 1 << 16

async function skipEntry(queue: ByteQueue, { flags, method, packed }: LocalHeader, nesting: Nesting): Promise<void> {
  if (packed !== null) {
    await queue.skip(packed)
    if (flags & SIZES_BEHIND) await skipDescriptor(queue)
  } else if (method === DEFLATED && !(flags & ENCRYPTED)) await inflateOpen(queue, nesting)
  else await skipToHeader(queue)
}

/** The checksum and sizes behind an entry, 12 to 24 bytes: up to the next header of any sort. */
async function skipDescriptor(queue: ByteQueue): Promise<void> {
  const head = await queue.peek(28)
  const marked = head.length >= 4 && head.readUInt32LE(0) === DESCRIPTOR
  const lengths = marked ? [16, 24] : [12, 20]
  const length = lengths.find(at => head.length === at || (head[at] === 0x50 && head[at + 1] === 0x4b))
  await queue.skip(length ?? lengths[0])
}

/** Passes over bytes up to what looks like the next entry. */
async function skipToHeader(queue: ByteQueue): Promise<void> {
  for (;;) {
    const bytes = await queue.peek(FIRST_LOOK)
    const at = bytes.indexOf(SIGNATURE)
    if (at >= 0) return queue.skip(at)
    if (bytes.length < FIRST_LOOK) return queue.skip(bytes.length)
    await queue.skip(bytes.length - SIGNATURE.length + 1)
  }
}

const SIGNATURE = Buffer.from([0x50, 0x4b, 3, 4])
