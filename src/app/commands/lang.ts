import { runCases } from '../../evaluate/cases.ts'
import { parseCasesFile } from '../../lang/cases-file.ts'
import { checkPack } from '../../lang/check.ts'
import { createRuleReader } from '../../read/rule-reader.ts'
import { languageCodes, loadPack } from '../packs.ts'
import { write } from '../terminal.ts'

/** `bienban lang check`: validates language packs and runs their cases. Returns 1 where anything is wrong. */
export async function langCheckCommand(codes: readonly string[]): Promise<number> {
  let failed = false
  for (const code of codes.length > 0 ? codes : languageCodes()) if (!(await checkLanguage(code))) failed = true
  return failed ? 1 : 0
}

async function checkLanguage(code: string): Promise<boolean> {
  try {
    const pack = loadPack(code)
    if (!pack) throw new Error(`There is no language pack for "${code}". There is: ${languageCodes().join(', ')}.`)
    const cases = pack.cases.flatMap(parseCasesFile)
    const failures = runCases(cases, code, createRuleReader(pack, { assumeRelevant: true }))
    const problems = [...checkPack(pack), ...failures.map(({ file, line, what }) => `${file}:${line}: ${what}`)]
    for (const problem of problems) await write(process.stdout, `${code}: ${problem}\n`)
    const { entries } = pack.grammar.lexicon
    const counts = `${entries.length} words and names, ${pack.grammar.rules.length} rules, ${cases.length} cases`
    await write(
      process.stdout,
      `${code}: ${counts}: ${problems.length === 0 ? 'all fine' : `${problems.length} to mend`}\n`,
    )
    return problems.length === 0
  } catch (error) {
    process.stderr.write(`${code}: ${(error as Error).message}\n`)
    return false
  }
}
