import type { BriefingQuery } from '../../../views/api/briefing.ts'

/** Languages in which a briefing can be had, the first language of the screen first. */
export const PAPER_LANGUAGES: readonly BriefingQuery['lang'][] = ['vi', 'en', 'zh']
