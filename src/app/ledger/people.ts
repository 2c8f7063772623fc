import { thingOf } from '../../ledger/query/entities.ts'
import { mentionsBy } from '../../ledger/query/mentions.ts'
import { quotesAt } from '../../ledger/query/quotes.ts'
import { spokenBy } from '../../ledger/query/spoken.ts'
import type { Session } from '../../ledger/store.ts'
import { STAGES } from '../../model/stage.ts'
import { isNameOf } from '../../ledger/query/evidence.ts'
import { entitiesIn } from '../../ledger/query/things.ts'
import type { StoredMention } from '../../ledger/query/mentions.ts'
import { skeleton } from '../../text/fold.ts'
import { sourceIn } from '../../views/answers/mentions.ts'
import { namedOf } from '../../views/answers/named.ts'
import type { PersonDetail } from '../../views/api/things.ts'

/** Words of a person that a page shows, the latest. */
const MOST = 60

/** What a person said by a day, the latest first, each with the undertaking that it is about. */
export async function saidBy(session: Session, person: string, at: string): Promise<PersonDetail['said']> {
  const spoken = (await spokenBy(session, person)).filter(({ day }) => day === null || day <= at).slice(0, MOST)
  const claims = new Set(spoken.map(({ claim }) => claim))
  const mentions = (await mentionsBy(session, [...claims])).filter(({ kind }) => kind === 'undertaking')
  const quotes = await quotesAt(session, mentions)
  const labels = new Map(
    (await session.selectIn('entity', 'id', [...new Set(mentions.map(({ entity }) => entity))])).map(
      ({ id, label }) => [id, label],
    ),
  )
  return mentions
    .map((mention, i) => ({
      ...sourceIn(mention),
      claim: mention.claim,
      quote: quotes[i],
      start: mention.start,
      end: mention.end,
      day: mention.day,
      stage: stageIn(mention),
      undertaking: mention.entity,
      label: labels.get(mention.entity) ?? mention.label,
    }))
    .toReversed()
}

/** The stage that a mention gives; `wished` where an older reading gave none. */
const stageIn = ({ facts }: StoredMention) =>
  STAGES.find(stage => stage !== 'stalled' && facts.includes(`stage:${stage}`)) ??
  (facts.includes('stage:stalled') ? 'stalled' : 'wished')

/** Meetings that a page shows, the latest. */
const MEETINGS = 40

/** Meetings at which reports name a person, the latest first. */
export async function meetingsOf(session: Session, docs: readonly string[], names: readonly string[], at: string) {
  const rows = await session.selectIn('entity', 'id', await entitiesIn(session, docs, 'meeting', MEETINGS * 5))
  const own = names.map(skeleton)
  return rows
    .map(thingOf)
    .filter(({ first, data }) => {
      const people = (data['people'] as readonly { value: string }[]).map(({ value }) => skeleton(value.split('|')[0]))
      return (first === null || first <= at) && people.some(each => own.some(name => isNameOf(each, name)))
    })
    .map(thing => ({ ...namedOf(thing), day: (thing.data['start'] as string | null) ?? thing.first }))
    .toSorted((a, b) => ((b.day ?? '') < (a.day ?? '') ? -1 : 1))
    .slice(0, MEETINGS)
}
