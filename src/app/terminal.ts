import { styleText } from 'node:util'
import { plainStyle, type Style } from '../views/render/table.ts'

/** Colours where a person looks at a terminal and wants them (NO_COLOR asks for none). */
export function terminalStyle(stream: NodeJS.WriteStream): Style {
  if (!stream.isTTY || process.env['NO_COLOR'] || stream.getColorDepth() < 4) return plainStyle
  return {
    title: text => styleText('bold', text),
    section: text => styleText(['bold', 'cyan'], text),
    side: text => styleText('green', text),
    faint: text => styleText('dim', text),
    open: text => styleText('yellow', text),
    alarm: text => styleText('red', text),
    plain: text => text,
  }
}

/** Writes to a stream and waits where it is full. */
export async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise<void>(resolve => stream.once('drain', () => resolve()))
}
