/** What the browser keeps of a person's choices, on this machine only. */
export type Remembered = 'language' | 'theme' | 'seen' | 'by' | 'density'

const keyOf = (what: Remembered): string => `bienban.${what}`

/** Null where nothing was kept, or where the browser keeps nothing. */
export function recall(what: Remembered): string | null {
  try {
    return localStorage.getItem(keyOf(what))
  } catch {
    return null
  }
}

export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(keyOf(what), value)
  } catch {
    // A browser that keeps nothing still works: the choice holds until the page is left.
  }
}
