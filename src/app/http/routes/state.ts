import { readHead } from '../../../ledger/log.ts'
import { AppState } from '../../../views/api/home.ts'
import { version } from '../../packs.ts'
import { look } from '../route.ts'

export const STATE = [
  look({
    path: '/api/state',
    says: 'What a page must know first: which ledger it is, its last row, the day, who decides.',
    answer: AppState,
    ask: async ({ session, today, context: { reader, writer, home, by } }) => {
      const { seq } = await readHead(session)
      const about = { version: version(), ledger: placeless(reader.location), today, home, by }
      return { ...about, seq, empty: seq === 0, readonly: writer === null }
    },
  }),
]

/** A file without its folders; a database as its store names it, without the password. */
const placeless = (location: string): string =>
  location.includes('://') ? location : (location.split(/[/\\]/).at(-1) ?? location)
