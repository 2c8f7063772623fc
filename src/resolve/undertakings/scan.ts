import type { CompareWords, Role } from '../../lang/compare-words.ts'
import { type ItemWord, itemWords, Phrases } from './item.ts'
import type { FoundName, NameIndex } from './names.ts'

/** A phrase with a role in an item: words `from` to `to`. */
export interface FoundRole extends Role {
  readonly from: number
  readonly to: number
}

/** What was found in an item, from left to right; names and roles do not overlap, names win. */
export interface Scan {
  readonly words: readonly ItemWord[]
  readonly names: readonly FoundName[]
  readonly roles: readonly FoundRole[]
  /** Words that belong to neither. */
  readonly rest: readonly number[]
}

const ANY_MARK = /./

/** Takes items apart into names, phrases with roles, and the rest. */
export class Scanner {
  private readonly names: NameIndex
  private readonly roles: Phrases<Role>

  constructor(names: NameIndex, { roles }: CompareWords) {
    this.names = names
    this.roles = new Phrases(roles)
  }

  scan(text: string): Scan {
    const words = itemWords(text)
    const names = this.names.find(words)
    const inName = new Uint8Array(words.length)
    for (const { from, to } of names) inName.fill(1, from, to)
    const roles: FoundRole[] = []
    const rest: number[] = []
    for (let at = 0; at < words.length; at++) {
      if (inName[at] === 1) continue
      const match = this.roles.at(words, at, ANY_MARK)
      if (match && !inName.subarray(at, match.to).includes(1)) {
        roles.push({ ...match.means, from: at, to: match.to })
        at = match.to - 1
      } else rest.push(at)
    }
    return { words, names, roles, rest }
  }
}
