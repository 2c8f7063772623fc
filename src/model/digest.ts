/**
 * A short digest that is the same on every machine: 64 bits as 16 hexadecimal digits, two runs of MurmurHash3's 32-bit mixing
 * over UTF-16 units. It names things; it does not guard them (the ledger's log uses SHA-256). It is taken piece by piece:
 * pieces that are joined give the same digest as their whole.
 */
export class Digest {
  private first = 0x9747b28c | 0
  private second = 0x3c6ef372
  private length = 0

  add(text: string): this {
    let { first, second } = this
    for (let i = 0; i < text.length; i++) {
      const k = Math.imul(text.charCodeAt(i), 0xcc9e2d51)
      const mixed = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
      first = turned(first ^ mixed)
      second = turned(second ^ mixed)
    }
    this.first = first
    this.second = second
    this.length += text.length
    return this
  }

  /** Takes in the decimal digits of a whole number from 0 to 2^31 - 1, as `add(String(number))` does. */
  private addWhole(number: number): this {
    let unit = 1
    while (number >= unit * 10) unit *= 10
    let { first, second } = this
    let digits = 0
    for (let rest = number; unit >= 1; unit = (unit / 10) | 0, digits++) {
      const digit = (rest / unit) | 0
      rest -= digit * unit
      const k = Math.imul(ZERO + digit, 0xcc9e2d51)
      const mixed = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
      first = turned(first ^ mixed)
      second = turned(second ^ mixed)
    }
    this.first = first
    this.second = second
    this.length += digits
    return this
  }

  /** Takes in a value with all that it holds: strings, numbers, null, lists and records, in the order of their keys. */
  addValue(value: unknown): this {
    if (typeof value === 'string') return this.add('"').add(value)
    if (typeof value === 'number' && (value | 0) === value && value >= 0) return this.addWhole(value)
    if (value === null || typeof value !== 'object') return this.add(String(value))
    if (Array.isArray(value)) return this.addList(value)
    this.add('{')
    for (const key in value) this.add(key).addValue((value as Record<string, unknown>)[key])
    return this.add('}')
  }

  private addList(list: readonly unknown[]): this {
    this.add('[')
    for (let i = 0; i < list.length; i++) this.addWhole(i).addValue(list[i])
    return this.add('}')
  }

  get value(): string {
    return hex(avalanche(this.first ^ this.length)) + hex(avalanche(this.second ^ this.length))
  }

  /** The first six hexadecimal digits of `value`, as a number. */
  get bits24(): number {
    return avalanche(this.first ^ this.length) >>> 8
  }
}

const ZERO = 48

const turned = (hash: number): number => (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0

function avalanche(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const hex = (n: number): string => BYTES[n >>> 24] + BYTES[(n >>> 16) & 255] + BYTES[(n >>> 8) & 255] + BYTES[n & 255]
