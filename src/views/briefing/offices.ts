import { skeleton } from '../../text/fold.ts'
import type { BriefingLanguage } from '../api/briefing.ts'
import type { OfficeName, Onomasticon } from './facts.ts'

/** An office of the list, where it stands in it, by which form a report calls it, and what the report has behind it. */
interface KnownOffice {
  readonly rank: number
  readonly known: OfficeName
  readonly form: string
  readonly rest: string
}

/** The office of the list with which some words begin, by the longest form; null where none does. */
function knownOffice(office: string, { offices }: Onomasticon): KnownOffice | null {
  const said = skeleton(office)
  let found: KnownOffice | null = null
  for (const [rank, known] of offices.entries())
    for (const form of known.written) {
      const start = skeleton(form)
      if (form.length <= (found?.form.length ?? 0) || !(said === start || said.startsWith(`${start} `))) continue
      found = { rank, known, form, rest: office.split(' ').slice(form.split(' ').length).join(' ') }
    }
  return found
}

/** Where an office stands in the order of precedence: less is higher. Those of a prefecture or a district come after those of the province. */
export function rankOf(office: string, onomasticon: Onomasticon): number {
  const { length } = onomasticon.offices
  const found = knownOffice(office, onomasticon)
  if (!found) return nearRank(office, onomasticon)
  const place = onomasticon.placeNamed(found.rest)
  return place !== null && onomasticon.isLocal(place) ? length + found.rank : found.rank
}

/**
 * The office of a province that begins alike and shares most words: the chairman of a government comes where that government's chairmen
 * come, whatever else a report calls it.
 */
function nearRank(office: string, { offices }: Onomasticon): number {
  const said = skeleton(office).split(' ')
  const shared = ({ written, level }: OfficeName): number => {
    const form = skeleton(written[0]).split(' ')
    if (level !== 'province' || form[0] !== said[0] || form[1] !== said[1]) return 0
    return form.filter(word => said.includes(word)).length
  }
  const best = Math.max(0, ...offices.map(shared))
  return best === 0 ? 2 * offices.length : offices.findIndex(known => shared(known) === best)
}

/** Offices of which there are several at a time. */
const SHARED = /^(?:pho|uy vien|thanh vien) /u

/** What makes two offices one seat, which one person holds at a time; null for offices that several hold. */
export function seatOf(office: string, onomasticon: Onomasticon): string | null {
  const found = knownOffice(office, onomasticon)
  if (!found || SHARED.test(`${skeleton(office)} `)) return null
  const place = onomasticon.placeNamed(found.rest)
  return `${found.rank} ${place !== null && onomasticon.isLocal(place) ? place : ''}`
}

/**
 * An office in the language of a paper: as the report has it, where it has no name in that language or holds more than a known office and
 * a known place.
 */
export function officeIn(office: string, lang: BriefingLanguage, onomasticon: Onomasticon): string {
  if (lang === 'vi') return office
  const found = knownOffice(office, onomasticon)
  const title = found?.known.names[lang] ?? ''
  if (!found || title === '' || isDeputy(found.form) !== isDeputy(found.known.written[0])) return office
  if (found.rest === '') return title
  const id = onomasticon.placeNamed(found.rest)
  if (id === null) return office
  const place = onomasticon.name(id, lang)
  return lang === 'zh' ? `${place}${title}` : `${title}, ${place}`
}

/** The list has some deputies among the forms of their superior. */
const isDeputy = (form: string): boolean => skeleton(form).startsWith('pho ')
