/** Bytes that come in chunks, taken in the pieces that a format is made of. */
export interface ByteQueue {
  /** The next bytes, so many, without taking them; fewer at the end. */
  readonly peek: (count: number) => Promise<Buffer>
  /** Takes the next bytes, so many; fewer at the end. */
  readonly take: (count: number) => Promise<Buffer>
  /** Passes over bytes without holding them. */
  readonly skip: (count: number) => Promise<void>
}

/** `onRead` hears of each chunk's size as it comes. */
export function byteQueue(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onRead: (bytes: number) => void = () => {},
): ByteQueue {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let parts: Buffer[] = []
  let held = 0
  const fill = async (count: number): Promise<void> => {
    while (held < count) {
      const next = await source.next()
      if (next.done) return
      const bytes = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length)
      onRead(bytes.length)
      parts.push(bytes)
      held += bytes.length
    }
  }
  const putBack = (bytes: Buffer): void => {
    if (bytes.length === 0) return
    parts.unshift(bytes)
    held += bytes.length
  }
  const take = async (count: number): Promise<Buffer> => {
    await fill(count)
    if (parts.length > 0 && parts[0].length >= count) {
      const [first] = parts
      if (first.length === count) parts.shift()
      else parts[0] = first.subarray(count)
      held -= count
      return first.subarray(0, count)
    }
    const all = Buffer.concat(parts)
    parts = []
    held = 0
    putBack(all.subarray(count))
    return all.subarray(0, count)
  }
  const takeAny = async (): Promise<Buffer | null> => {
    await fill(1)
    const first = parts.shift() ?? null
    held -= first?.length ?? 0
    return first
  }
  return {
    take,
    peek: async count => {
      const bytes = await take(count)
      putBack(bytes)
      return bytes
    },
    skip: async count => {
      for (let left = count; left > 0;) {
        const bytes = await takeAny()
        if (!bytes) return
        if (bytes.length > left) putBack(bytes.subarray(left))
        left -= bytes.length
      }
    },
  }
}
