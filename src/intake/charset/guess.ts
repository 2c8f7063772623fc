import iconv from 'iconv-lite'
import { likeness } from './score.ts'
import { tcvnText } from './tcvn.ts'
import { vniText } from './vni.ts'

/** A character set that is not Unicode, and how its bytes become text. */
interface Charset {
  /** As people know it. */
  readonly name: string
  /** As headers and pages call it, in small letters. */
  readonly labels: readonly string[]
  readonly decode: (bytes: Buffer) => string
}

/** Those that papers of the region are found in. Of two that fit alike the first is taken. */
const CHARSETS: readonly Charset[] = [
  {
    name: 'windows-1258',
    labels: ['windows-1258', 'cp1258', 'x-cp1258'],
    // It writes tones as combining marks; they are composed, as everybody writes them today.
    decode: bytes => iconv.decode(bytes, 'windows-1258').normalize('NFC'),
  },
  {
    name: 'TCVN3',
    labels: ['tcvn3', 'tcvn', 'x-viet-tcvn5712'],
    decode: bytes => tcvnText(iconv.decode(bytes, 'tcvn')),
  },
  { name: 'VNI', labels: ['vni', 'x-viet-vni'], decode: bytes => vniText(iconv.decode(bytes, 'windows-1252')) },
  { name: 'VISCII', labels: ['viscii', 'csviscii'], decode: bytes => iconv.decode(bytes, 'viscii') },
  {
    name: 'GB18030',
    labels: ['gb18030', 'gbk', 'gb2312', 'x-gbk', 'gb_2312-80', 'cp936'],
    decode: bytes => iconv.decode(bytes, 'gb18030'),
  },
  {
    name: 'Big5',
    labels: ['big5', 'big5-hkscs', 'x-x-big5', 'cp950'],
    decode: bytes => iconv.decode(bytes, 'big5hkscs'),
  },
  {
    name: 'windows-1252',
    labels: ['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii'],
    decode: bytes => iconv.decode(bytes, 'windows-1252'),
  },
]

/** What bytes that are not UTF-8 were taken for. */
export interface Guess {
  readonly charset: string
  readonly text: string
}

/** Bytes that are looked at: enough for any language, and soon done for a file of any size. */
const SAMPLE = 48 * 1024
/** A lower likeness is no language. */
const LEAST = 0.35
/** With a declaration that fits, less will do. */
const LEAST_DECLARED = 0.02
/** What a declaration adds: pages that call themselves something else are common, so that it never decides alone. */
const DECLARED_BONUS = 0.2
/** One damaged character in so many is a slip in a UTF-8 file. */
const DAMAGED = 0.02

/**
 * Bytes that are neither UTF-8 nor UTF-16: decoded with each character set of the region, and the one taken whose words are most like
 * words. `declared` is what the header or the page says, null for nothing. Returns null where none of them gives language.
 */
export function guessCharset(bytes: Buffer, declared: string | null): Guess | null {
  const label = declared?.trim().toLowerCase() ?? null
  const sample = sampleOf(bytes)
  const damaged = damagedUtf8(sample)
  if (damaged) return { charset: 'UTF-8', text: bytes.toString('utf8') }
  let best: { charset: Charset; score: number; declared: boolean } | null = null
  for (const charset of CHARSETS) {
    const isDeclared = label !== null && charset.labels.includes(label)
    const found = likeness(cleaned(charset.decode(sample)))
    const score = (found ?? 0) + (isDeclared ? DECLARED_BONUS : 0)
    if (!best || score > best.score) best = { charset, score, declared: isDeclared }
  }
  if (!best || best.score < (best.declared ? LEAST_DECLARED : LEAST)) return null
  return { charset: best.charset.name, text: best.charset.decode(bytes) }
}

/** Whether all but a few characters beyond ASCII are UTF-8. */
function damagedUtf8(sample: Buffer): boolean {
  const text = sample.toString('utf8')
  const wrong = text.match(/\ufffd/gu)?.length ?? 0
  const right = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return right > 0 && wrong <= Math.max(1, right * DAMAGED) && (likeness(text.replaceAll('\ufffd', '')) ?? -1) > 0
}

/** The bytes from the first line on that goes beyond ASCII: the head of a page may hold nothing but scripts. */
function sampleOf(bytes: Buffer): Buffer {
  const first = bytes.findIndex(byte => byte >= 0x80)
  const from = Math.max(0, bytes.lastIndexOf(10, first) + 1)
  return bytes.subarray(Math.max(from, first - 200), first + SAMPLE)
}

/** Without tags, whose names and values are no words of the text. */
const cleaned = (text: string): string => text.replace(/<[^<>]{0,2000}>/gu, ' ')
