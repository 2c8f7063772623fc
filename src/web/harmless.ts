/** Marks that turn the direction of what follows: shown as one harmless sign each, so that offsets stay. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu

/** The same text, its length unchanged, in which nothing turns the direction of what stands around it. */
export const harmless = (text: string): string => text.replace(TURNING, '\ufffd')
