import type { JudgedPair } from '../../../ledger/query/pairs.ts'
import { thingOf } from '../../../ledger/query/entities.ts'
import { lostDecisions, waitingPairs } from '../../../ledger/query/waiting.ts'
import { rankedLabels } from '../../../resolve/tallies.ts'
import { type Queue, queuePage } from '../../../views/ledger/queue.ts'
import { type Judged, whyPage } from '../../../views/ledger/why.ts'
import { judgementsOf } from '../../ledger/judgements.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

interface WhyFlags extends LedgerFlags {
  readonly limit: number
}

/** `bienban why`: the judgements that made an entity, or those between two. */
export const whyCommand = (ids: readonly string[], flags: WhyFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => {
      const { entities, pairs } = await judgementsOf(session, ids)
      const title = entities.map(({ label }) => label).join(' ≟ ')
      return { ids: entities.map(({ id }) => id), title, pairs: pairs.map(judgedOf) }
    },
    (why, tongue) => whyPage(why, flags.limit, tongue),
  )

function judgedOf({ a, b, judgement, ruled, decision }: JudgedPair): Judged {
  const [one, other] = [a, b].map(({ labels }) => rankedLabels(labels)[0] ?? '')
  return { one, other, judgement, ruled, decision }
}

/** `bienban queue`: what waits for a person. */
export const queueCommand = (flags: WhyFlags): Promise<number> =>
  viewCommand(
    flags,
    async (session): Promise<Queue> => ({
      pairs: (await waitingPairs(session, theResolvers(), flags.limit)).map(({ a, b, judged }) => ({
        a: thingOf(a),
        b: thingOf(b),
        judged: judgedOf(judged),
      })),
      ...(await lostDecisions(session)),
    }),
    (queue, tongue) => queuePage(queue, flags.limit, tongue),
  )
