import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLASSES } from './classes.ts'

/** All that may ask for a class: the reader, the languages' code, the rules. */
const askers = ['src/read', 'src/lang']
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`))
  .filter(file => /\.(ts|rules)$/.test(file) && !/(\.test|classes|check)\.ts$/.test(file))
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')

test('each class stands once, and something asks for it: what nothing reads is left out, with its words', () => {
  expect(new Set(CLASSES).size).toBe(CLASSES.length)
  const asked = new Set(askers.match(/\b[A-Z]{2,}\b/g))
  // The class of phrases that only keep the words inside them silent: nothing has to ask for it.
  expect(CLASSES.filter(name => !asked.has(name) && name !== 'SILENT')).toEqual([])
})
