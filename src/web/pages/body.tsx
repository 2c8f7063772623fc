import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { BodyDetail } from '../../views/api/things.ts'
import { api } from '../api.ts'
import { useLedgerWords, useWords } from '../language.tsx'
import { MentionList } from '../parts/mention-list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SideLabel } from '../parts/sides.tsx'
import { Answer } from '../parts/states.tsx'
import { UndertakingTable } from '../parts/undertaking-table.tsx'
import { useAddress } from '../use-address.ts'
import { shellWords } from '../words/shell.ts'
import { thingWords } from '../words/things.ts'
import css from './thing.module.css'

/** A body: undertakings that are named with it, and what reports say of it. */
export function BodyPage() {
  const { id } = useParams({ from: '/bodies/$id' })
  const [search] = useAddress()
  const at = typeof search['at'] === 'string' ? search['at'] : undefined
  return (
    <Answer page of={useQuery(api.body(id, { at }))}>
      {body => <Body body={body} />}
    </Answer>
  )
}

function Body({ body: { row, undertakings, mentions } }: { readonly body: BodyDetail }) {
  const t = useWords(thingWords)
  const { kinds } = useLedgerWords()
  const { pages } = useWords(shellWords)
  return (
    <>
      <PageHead
        title={row.label}
        kind={kinds.organization}
        crumbs={[{ label: pages.bodies, to: '/bodies' }]}
        lead={row.place === null ? null : <SideLabel id={row.place} both />}
      />
      {undertakings.length > 0 && (
        <section className={css.part}>
          <h2>{t.undertakings}</h2>
          <UndertakingTable caption={t.undertakings} rows={undertakings} />
        </section>
      )}
      <section className={css.part}>
        <h2>{t.words}</h2>
        <MentionList mentions={mentions} />
      </section>
    </>
  )
}
