/** What was answered, ready to be sent again. */
export interface Answer {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Name under which a browser keeps it as a file; null: it is shown. */
  readonly name: string | null
}

/** Answers that are kept for those who ask the same. */
export interface Answers {
  /** The answer to an address as of a moment (the last row of the log, and the day); made where it is not there. */
  at(moment: string, address: string, make: () => Promise<Answer>): Promise<Answer>
  /** Bytes that are kept. */
  readonly size: () => number
}

/** Bytes that an entry takes beside its body, roughly. */
const ENTRY = 400

/**
 * Keeps answers of one moment, up to so many bytes: what was not asked for longest goes first. Who asks while an answer is made waits
 * for that one. A new moment makes all answers old.
 */
export function createAnswers(most: number): Answers {
  const kept = new Map<string, Answer>()
  const making = new Map<string, Promise<Answer>>()
  let now = ''
  let size = 0
  const drop = (address: string, { body }: Answer): void => {
    kept.delete(address)
    size -= body.byteLength + ENTRY
  }
  const keep = (address: string, answer: Answer): void => {
    kept.set(address, answer)
    size += answer.body.byteLength + ENTRY
    for (const [oldest, old] of kept) {
      if (size <= most) return
      drop(oldest, old)
    }
  }
  const made = async (moment: string, address: string, make: () => Promise<Answer>): Promise<Answer> => {
    try {
      const answer = await make()
      if (moment === now) keep(address, answer)
      return answer
    } finally {
      making.delete(`${moment} ${address}`)
    }
  }
  return {
    size: () => size,
    async at(moment, address, make) {
      if (moment !== now) {
        kept.clear()
        size = 0
        now = moment
      }
      const answer = kept.get(address)
      if (answer) {
        kept.delete(address)
        kept.set(address, answer)
        return answer
      }
      const running = making.get(`${moment} ${address}`) ?? made(moment, address, make)
      making.set(`${moment} ${address}`, running)
      return await running
    },
  }
}
