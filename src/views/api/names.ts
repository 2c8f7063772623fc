import { z } from 'zod'

/** What places, gates, links, mechanisms and fields of the gazetteer are called. Null: the gazetteer has no name in that language. */
export const GazetteerName = z
  .object({
    kind: z.enum(['place', 'gate', 'link', 'mechanism', 'field']),
    vi: z.string(),
    zh: z.string().nullable(),
    en: z.string().nullable(),
    /** Of places: ISO 3166-1 code of the country, and the id of the unit that it is part of. */
    country: z.string().nullable(),
    parent: z.string().nullable(),
  })
  .meta({ id: 'GazetteerName' })
export type GazetteerName = z.infer<typeof GazetteerName>

/** `GET /api/names`: by id (`vn-cao-bang`, `tra-linh`, `trade`). It changes only with the program. */
export const Names = z.record(z.string(), GazetteerName).meta({ id: 'Names' })
export type Names = z.infer<typeof Names>
