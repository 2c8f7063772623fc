import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BriefingQuery } from '../../../views/api/briefing.ts'
import { many, one, type Search } from '../../address.ts'
import { api, fileAddress } from '../../api.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Answer, EmptyState } from '../../parts/states.tsx'
import { useAddress } from '../../use-address.ts'
import { briefingWords } from '../../words/briefing.ts'
import { shellWords } from '../../words/shell.ts'
import { BriefingChoices } from './choices.tsx'
import { PAPER_LANGUAGES } from './languages.ts'
import { Paper } from './paper.tsx'

/** The paper for talks: choose, look, download. All choices are in the address. */
export function BriefingPage() {
  const t = useWords(briefingWords)
  const { pages } = useWords(shellWords)
  const { language } = useLanguage()
  const [search] = useAddress()
  const query = queryOf(search, language)
  return (
    <>
      <PageHead title={pages.briefing} lead={t.lead} actions={query.partner && <Downloads query={query} />} />
      <BriefingChoices />
      {query.partner ? <Preview query={query} /> : <EmptyState title={t.askPartner} />}
    </>
  )
}

type Query = Partial<BriefingQuery>

function queryOf(search: Search, language: BriefingQuery['lang']): Query {
  const { ours, partner, since, at, secrecy } = Object.fromEntries(
    ['ours', 'partner', 'since', 'at', 'secrecy'].map(name => [name, one(search, name)]),
  )
  const lang = PAPER_LANGUAGES.find(each => each === one(search, 'lang')) ?? language
  return { ours, partner, since, at, secrecy, lang, field: [...many(search, 'field')], id: [...many(search, 'id')] }
}

function Downloads({ query }: { readonly query: Query }) {
  const t = useWords(briefingWords)
  return (
    <>
      <a className={buttonLook('main')} href={fileAddress('briefing.docx', query)} download>
        {t.docx}
      </a>
      <a className={buttonLook()} href={fileAddress('briefing.pdf', query)} download>
        {t.pdf}
      </a>
    </>
  )
}

function Preview({ query }: { readonly query: Query }) {
  const answer = useQuery({ ...api.briefing(query), placeholderData: keepPreviousData })
  return <Answer of={answer}>{briefing => <Paper briefing={briefing} />}</Answer>
}
