import type { z } from 'zod'
import type { Verdict } from '../../../ledger/judging.ts'
import { anchorsOf, undecidedClaims } from '../../../ledger/undecided.ts'
import { BulkAccept, BulkAccepted, Decided, NewDecision, Undoing } from '../../../views/api/decisions.ts'
import { decided, takeDecision, undoDecision } from '../../ledger/deciding.ts'
import type { AppContext } from '../context.ts'
import { Refusal } from '../problem.ts'
import { change, writerOf } from '../route.ts'

export const DECISIONS = [
  change({
    path: '/api/decisions',
    says: 'Appends what a person decides of claims or entities; the answer has the key by which it can be undone.',
    body: NewDecision,
    answer: Decided,
    ask: ({ body, context }) => takeDecision(writerOf(context), context.resolvers, verdictOf(body, context)),
  }),
  change({
    path: '/api/decisions/rule',
    says: 'Accepts at once all claims that fit and that nobody has decided on; with dryRun only tells how many there are.',
    body: BulkAccept,
    answer: BulkAccepted,
    ask: ({ body, context }) => acceptAll(body, context),
  }),
  change({
    path: '/api/decisions/:key/undo',
    says: 'Takes a decision back, by another one, which can be undone in turn.',
    body: Undoing,
    answer: Decided,
    ask: ({ ids, body, context }) =>
      undoDecision(writerOf(context), context.resolvers, ids.key, body.by ?? context.by, body.why),
  }),
]

function verdictOf(decision: z.output<typeof NewDecision>, context: AppContext): Omit<Verdict, 'made'> {
  const { act, why } = decision
  const ids = [...('ids' in decision ? decision.ids : []), ...('claims' in decision ? decision.claims : [])]
  const set = 'set' in decision ? Object.entries(decision.set ?? {}) : []
  const span = 'span' in decision ? decision.span : null
  return { act, ids, set, span, by: decision.by ?? context.by, why }
}

/** Claims of one decision: more would not be looked at by anybody. */
const MOST = 500

async function acceptAll(
  body: z.output<typeof BulkAccept>,
  context: AppContext,
): Promise<z.input<typeof BulkAccepted>> {
  const { dryRun, why, by, ...rule } = body
  if (Object.keys(rule).length === 0)
    throw new Refusal(422, 'rule-empty', 'Say which claims: by type, stage, outlet, doc or undertaking.')
  const counted = await context.reader.snapshot(session => undecidedClaims(session, rule, MOST + 1))
  if (dryRun || counted.length === 0) return { claims: counted.length, key: null }
  if (counted.length > MOST)
    throw new Refusal(422, 'rule-wide', `This would accept more than ${MOST} claims unseen. Add a condition.`)
  const store = writerOf(context)
  const { key } = await decided(store, context.resolvers, async (session, made) => {
    const on = await anchorsOf(session, await undecidedClaims(session, rule, MOST))
    return { act: 'accept', by: by ?? context.by, made, why, on, against: [], set: null, span: null, undoes: null }
  })
  return { claims: counted.length, key }
}
