import type { ReportDetail, Signatory } from '../../../views/api/reports.ts'
import { useWords } from '../../language.tsx'
import { paperWords } from '../../words/papers.ts'

/** What kind of paper a report is by its form, and who signed it for whom; nothing for an ordinary report. */
export function PaperLine({ paper }: { readonly paper: ReportDetail['paper'] }) {
  const t = useWords(paperWords)
  if (!paper) return null
  return (
    <>
      <p>{t.kinds[paper.kind]}</p>
      {paper.signatories.length > 0 && (
        <ul aria-label={t.signed}>
          {paper.signatories.map(signatory => (
            <li key={`${signatory.behalf} ${signatory.name} ${signatory.office}`}>
              {t.signed}: <Signature signatory={signatory} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Signature({ signatory: { name, office, behalf, instead } }: { readonly signatory: Signatory }) {
  const t = useWords(paperWords)
  const who = [name, office, instead && t.instead(instead)].filter(Boolean).join(', ')
  return (
    <>
      {who} ({t.behalf(behalf)})
    </>
  )
}
