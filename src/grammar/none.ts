/** No entry, no node, no edge, no state. */
export const NONE = -1
