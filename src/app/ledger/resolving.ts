import { createResolvers, type Resolvers } from '../../resolve/resolvers.ts'
import { loadPack } from '../packs.ts'

/** Language of the names that are compared. The gazetteer's ids are those of all languages. */
const NAMES = 'vi'

let resolvers: Resolvers | undefined

/** The resolvers, made at their first use. */
export const theResolvers = (): Resolvers => (resolvers ??= createResolvers(loadPack(NAMES)!))
