/** Syllables that stand together: two reports that share enough of them have one text. */
const TOGETHER = 6

/** Hashes that a text is known by, the least ones. */
const SKETCH = 64

/** Share of the lesser hashes of two texts that both have: edited copies share most, other reports on one meeting few. */
const ALIKE = 0.5

/**
 * Reports whose text is that of another one, word for word or nearly, by their key; each with the first of those that it repeats, in
 * the order given. A text is known by the least hashes of its runs of syllables (Broder's MinHash, bottom-k).
 */
export function copiesAmong(texts: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const copies = new Map<string, string>()
  const originals: { key: string; sketch: readonly number[] }[] = []
  for (const [key, text] of texts) {
    const sketch = sketchOf(text)
    const original = originals.find(other => alike(other.sketch, sketch) >= ALIKE)
    if (original) copies.set(key, original.key)
    else if (sketch.length > 0) originals.push({ key, sketch })
  }
  return copies
}

function sketchOf(text: string): readonly number[] {
  const syllables = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  const hashes = new Set<number>()
  for (let i = 0; i + TOGETHER <= syllables.length; i++) hashes.add(hashOf(syllables.slice(i, i + TOGETHER).join(' ')))
  return [...hashes].toSorted((a, b) => a - b).slice(0, SKETCH)
}

/** FNV-1a, 32 bits. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The share of the least hashes of both together that stand in both: an estimate of Jaccard's index. */
function alike(a: readonly number[], b: readonly number[]): number {
  const both = new Set([...a, ...b])
  const least = [...both].toSorted((x, y) => x - y).slice(0, Math.min(SKETCH, both.size))
  const [inA, inB] = [new Set(a), new Set(b)]
  return least.filter(hash => inA.has(hash) && inB.has(hash)).length / Math.max(1, least.length)
}
