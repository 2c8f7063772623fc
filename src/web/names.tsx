import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GazetteerName, Names } from '../views/api/names.ts'
import type { ScreenLanguage } from '../views/wording.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'

/** What a thing is called. */
export interface Called {
  /** In the reader's language, where the gazetteer knows it. */
  readonly name: string
  /** As its own country writes it; null where that is the same. */
  readonly original: { readonly text: string; readonly lang: string } | null
}

/** Which accent a side has: ours, theirs, or none where it is neither. */
export type Sided = 'ours' | 'theirs' | 'other'

/** Names by id: of places, gates, links, mechanisms and fields. */
export interface NameBook {
  /** `id`: of the gazetteer, with or without the kind before it (`gate:tra-linh`). `label`: what it is called where the gazetteer does not know it. */
  readonly call: (id: string, label?: string) => Called
  readonly name: (id: string, label?: string) => string
  readonly side: (id: string) => Sided
  readonly known: (id: string) => GazetteerName | undefined
}

/** `gate:tra-linh` without its kind. */
export const bareId = (id: string): string => id.slice(id.indexOf(':') + 1)

/** Until the names have come from the server. */
const NOT_YET: Names = {}

/** Names in a language. `home`: ISO 3166-1 code of the country, or id of the side, that is ours. */
export function nameBook(names: Names, language: ScreenLanguage, home: string): NameBook {
  const known = (id: string): GazetteerName | undefined => names[bareId(id)]
  const call = (id: string, label?: string): Called => {
    const found = known(id)
    if (!found) return { name: label ?? (names === NOT_YET ? '…' : readable(id)), original: null }
    const name = found[language] ?? found.vi
    const own =
      found.country === 'CN' && found.zh ? { text: found.zh, lang: 'zh-Hans' } : { text: found.vi, lang: 'vi' }
    return { name, original: own.text === name ? null : own }
  }
  return {
    call,
    name: (id, label) => call(id, label).name,
    known,
    side: id => sideOf(names, bareId(id), home),
  }
}

function sideOf(names: Names, id: string, home: string): Sided {
  const country = names[id]?.country
  for (let at: string | null | undefined = id; at; at = names[at]?.parent) if (at === home) return 'ours'
  if (!country) return 'other'
  return country === countryOf(names, home) ? 'ours' : 'theirs'
}

const countryOf = (names: Names, home: string): string | null => names[home]?.country ?? home

/** An id that the gazetteer does not have was made of words: they are better than nothing. */
const readable = (id: string): string => bareId(id).replaceAll('-', ' ')

/** Whether the names are there, or will not come: what is drawn before moves when they do. */
export const useNamesReady = (): boolean => !useQuery(api.names()).isPending

/** The names in the language of the screen; dots until they have come. */
export function useNames(): NameBook {
  const { language } = useLanguage()
  const { data: names } = useQuery(api.names())
  const { data: state } = useQuery(api.state())
  const home = state?.home ?? 'VN'
  return useMemo(() => nameBook(names ?? NOT_YET, language, home), [names, language, home])
}
