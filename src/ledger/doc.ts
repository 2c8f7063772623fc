/** The short name of a document within a ledger: the first 16 digits of the digest of its text. `id` is `sha256:…`. */
export const docOf = (id: string): string => id.slice('sha256:'.length, 'sha256:'.length + 16)
