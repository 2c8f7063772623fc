import { rungOf, STAGES } from '../../model/stage.ts'
import type { Portrait, Tallies } from '../mention.ts'

const TAGGED = ['side', 'field', 'object', 'by', 'must']

/** What an undertaking looks like: from how often, and from when to when, each thing was said of it. */
export function portraitOf(tallies: Tallies, labels: readonly string[]): Portrait {
  const { stage, stalled } = stageOf(tallies)
  const tags = valuesOf(tallies, TAGGED).map(({ name, value }) => `${name}:${value}`)
  const data = {
    stage,
    stalled,
    due:
      valuesOf(tallies, ['due'])
        .map(({ value }) => value)
        .toSorted()
        .at(-1) ?? null,
    must: valuesOf(tallies, ['must']).map(({ value }) => value),
    verifiable: 'verifiable:yes' in tallies,
    first: tallies['']?.first ?? null,
    last: tallies['']?.last ?? null,
    said: tallies['']?.n ?? 0,
  }
  return {
    label: labels[0] ?? '',
    tags: [...tags, `stage:${stage}`, ...(stalled ? ['stage:stalled'] : [])].toSorted(),
    data,
  }
}

/** The furthest stage that was said; late or hindered where that was said after it. */
function stageOf(tallies: Tallies): { stage: string; stalled: boolean } {
  const reached = STAGES.filter(stage => rungOf(stage) >= 0 && `stage:${stage}` in tallies)
  const stage = reached.at(-1) ?? 'wished'
  const [late, last] = [tallies['stage:stalled']?.last ?? '', tallies[`stage:${stage}`]?.last ?? '']
  return { stage, stalled: 'stage:stalled' in tallies && late >= last && stage !== 'done' }
}

function valuesOf(tallies: Tallies, names: readonly string[]): { name: string; value: string }[] {
  return Object.keys(tallies)
    .map(fact => ({ name: fact.slice(0, fact.indexOf(':')), value: fact.slice(fact.indexOf(':') + 1) }))
    .filter(({ name }) => names.includes(name))
}
