import { Names } from '../../../views/api/names.ts'
import { screenNames } from '../../packs.ts'
import { look } from '../route.ts'

export const NAMES = [
  look({
    path: '/api/names',
    says: 'What places, gates, links, mechanisms and fields of the gazetteer are called in each language, by their id.',
    answer: Names,
    ask: async () => screenNames(),
  }),
]
