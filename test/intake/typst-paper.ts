// PDFs of papers, set by Typst: justified lines over several pages, with page numbers.

const SOURCE = `
#set page(paper: "a4", numbering: "1")
#set text(font: ("Noto Serif", "Noto Sans SC"), size: 12pt, lang: "vi", hyphenate: false)
#set par(justify: true, spacing: 1.4em)
#set smartquote(enabled: false)
#for line in json(bytes(sys.inputs.lines)) [#par(text(line))]
`

/** Sets lines as a PDF; null where the optional compiler is not installed. */
export async function pdfMaker(): Promise<((lines: readonly string[]) => Uint8Array) | null> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const compiler = NodeCompiler.create({
      fontArgs: [
        { fontPaths: ['noto-serif', 'noto-sans-sc'].map(name => `node_modules/@expo-google-fonts/${name}/400Regular`) },
      ],
    })
    return lines => compiler.pdf({ mainFileContent: SOURCE, inputs: { lines: JSON.stringify(lines) } })
  } catch {
    return null
  }
}
