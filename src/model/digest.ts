/**
 * A short digest that is the same on every machine: 64 bits as 16 hexadecimal digits, two runs of MurmurHash3's 32-bit mixing
 * over UTF-16 units. It names things; it does not guard them (the ledger's log uses SHA-256).
 */
export function digestOf(text: string): string {
  return hex(murmur(text, 0x9747b28c)) + hex(murmur(text, 0x3c6ef372))
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0')

function murmur(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51)
    k = (k << 15) | (k >>> 17)
    hash ^= Math.imul(k, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= text.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
