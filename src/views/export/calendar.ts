import { addDays } from '../../model/calendar.ts'

/** A day or some days on which something takes place. */
export interface CalendarEvent {
  readonly id: string
  /** ISO days, the last one included. */
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly location: string | null
  readonly description: string
}

/** Octets of a line, without its break. */
const LONGEST_LINE = 75

/** An iCalendar file (RFC 5545). `stamp`: when it was made. */
export function calendarOf(events: readonly CalendarEvent[], stamp: Date): string {
  const made = stamp.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bienban//Ledger//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(event => eventLines(event, made)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function eventLines({ id, start, end, summary, location, description }: CalendarEvent, made: string): string[] {
  const day = (iso: string): string => iso.replaceAll('-', '')
  return [
    'BEGIN:VEVENT',
    `UID:${id}@bienban`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day(start)}`,
    `DTEND;VALUE=DATE:${day(addDays(end, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(location === null ? [] : [`LOCATION:${escaped(location)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'END:VEVENT',
  ]
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines longer than 75 octets go on behind a space in the next; never inside a character. */
function folded(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const char of line) {
    const size = new TextEncoder().encode(char).length
    if (octets + size > LONGEST_LINE) {
      parts.push(' ')
      octets = 1
    }
    parts[parts.length - 1] += char
    octets += size
  }
  return parts.join('\r\n')
}
