/** More names than any portal has. */
const MOST_KNOWN = 5000
/** Names that are looked at of one element, in units. */
const LONGEST = 400

/** A page, and a portal, uses the same few names all over. */
const known = new Map<string, readonly string[]>()
const NONE: readonly string[] = []

/** The words of an element's class, id, role and itemprop in small letters: `box-tinLienQuan` is box, tin, lien, quan, and boxtinlienquan. */
export function namesOf({ class: classes, id, role, itemprop }: Readonly<Record<string, string>>): readonly string[] {
  if (classes === undefined && id === undefined && role === undefined && itemprop === undefined) return NONE
  const names = `${classes ?? ''} ${id ?? ''} ${role ?? ''} ${itemprop ?? ''}`.slice(0, LONGEST)
  const found = known.get(names)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const words = names.split(/\s+/u).flatMap(partsOf)
  known.set(names, words)
  return words
}

function partsOf(name: string): string[] {
  const parts = name
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  return parts.length > 1 ? [...parts, parts.join('')] : parts
}
