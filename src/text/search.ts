/** The first of `count` things in ascending order whose key is `least` or more, by halving; `count` where none is. */
export function firstAtLeast(count: number, keyAt: (index: number) => number, least: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyAt(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}
