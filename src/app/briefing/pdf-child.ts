import type { Briefing } from '../../views/api/briefing.ts'
import { fontFiles, paperTemplate } from './fonts.ts'
import { paperInput } from '../../views/briefing/pdf/input.ts'

/** The answer of the child: the bytes of the PDF, or what went wrong, for people. */
export type Typeset = { readonly pdf: Uint8Array } | { readonly problem: string }

process.once('message', (briefing: Briefing) => {
  void answer(briefing).then(typeset => process.send?.(typeset, () => process.disconnect()))
})

async function answer(briefing: Briefing): Promise<Typeset> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null)
  if (!typst)
    return {
      problem:
        'the package @myriaddreamin/typst-ts-node-compiler is not installed here; "npm install @myriaddreamin/typst-ts-node-compiler" adds it',
    }
  try {
    const compiler = typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles() }] })
    const { result, ...outcome } = compile(compiler, briefing)
    return result ? { pdf: compiler.pdf(result) } : { problem: outcome.problem }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

type Compiler = ReturnType<typeof import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler.create>

/** Only the data differs from paper to paper: no word of it is ever read as code. */
function compile(compiler: Compiler, briefing: Briefing) {
  const compiled = compiler.compile({
    mainFileContent: paperTemplate(),
    inputs: { paper: JSON.stringify(paperInput(briefing)) },
  })
  if (compiled.result) return { result: compiled.result, problem: '' }
  return { result: null, problem: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'unknown').slice(0, 500) }
}
