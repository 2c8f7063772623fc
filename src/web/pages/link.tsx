import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { PlaceHistory } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { useLedgerWords, useWords } from '../language.tsx'
import { useNames } from '../names.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PlaceSections } from '../parts/place-page.tsx'
import { StageTrack } from '../parts/stage-track.tsx'
import { Answer } from '../parts/states.tsx'
import { useAddress } from '../use-address.ts'
import { corridorWords } from '../words/corridor.ts'
import { shellWords } from '../words/shell.ts'
import css from './corridor.module.css'

/** A road, railway or bridge: how far undertakings about it have come, what reports say. */
export function LinkPage() {
  const { id } = useParams({ from: '/links/$id' })
  const [search] = useAddress()
  const at = typeof search['at'] === 'string' ? search['at'] : undefined
  return (
    <Answer page of={useQuery(api.link(id, { at }))}>
      {history => <LinkHistory history={history} />}
    </Answer>
  )
}

function LinkHistory({ history }: { readonly history: PlaceHistory }) {
  const t = useWords(corridorWords)
  const { pages } = useWords(shellWords)
  const { kinds } = useLedgerWords()
  const { name } = useNames()
  const { link } = history
  if (!link) return null
  const modes: Readonly<Record<string, string>> = t.modes
  return (
    <>
      <PageHead
        title={link.ref === null ? link.label : name(link.ref, link.label)}
        kind={kinds.link}
        crumbs={[{ label: pages.corridor, to: '/corridor' }]}
      />
      <PlaceSections history={history}>
        <dl className={css.facts}>
          {link.mode && (
            <>
              <dt>{t.mode}</dt>
              <dd>{modes[link.mode] ?? link.mode}</dd>
            </>
          )}
          {link.ends.length > 0 && (
            <>
              <dt>{t.ends}</dt>
              <dd>{link.ends.join(' – ')}</dd>
            </>
          )}
          {link.stage && (
            <>
              <dt>{t.stage}</dt>
              <dd>
                <StageTrack stage={link.stage} />
              </dd>
            </>
          )}
        </dl>
      </PlaceSections>
    </>
  )
}
