/** How far a run over many inputs has come. */
export interface Progress {
  /** One input is done; `name` is the next to be shown. */
  readonly step: (name: string) => void
  readonly stop: () => void
}

const SILENT: Progress = { step: () => {}, stop: () => {} }

/** Fewer inputs than these are done before anybody looks. */
const LEAST = 12

/** A bar on the error stream of a terminal, so that it never mixes with the results; nothing where that is no terminal. */
export async function startProgress(total: number, message: string): Promise<Progress> {
  if (!process.stderr.isTTY || total < LEAST) return SILENT
  const { progress } = await import('@clack/prompts')
  const bar = progress({ max: total, output: process.stderr })
  bar.start(message)
  let done = 0
  return {
    step: name => bar.advance(1, `${++done}/${total}  ${name}`),
    stop: () => bar.stop(`${done}/${total}`),
  }
}
