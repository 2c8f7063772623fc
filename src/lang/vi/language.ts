import type { Language } from '../pack.ts'
import { scanNumbers } from './numbers.ts'

/** Vietnamese. Its words, rules and cases stand beside this file. */
export const vietnamese: Language = {
  lang: 'vi',
  home: 'VN',
  tiers: ['atoms', 'places', 'mechanisms', 'bodies', 'offices', 'people', 'gates', 'links', 'papers', 'meetings'],
  scanNumbers,
}
