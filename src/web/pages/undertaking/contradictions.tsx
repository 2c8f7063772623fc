import type { Contradiction } from '../../../views/api/undertakings.ts'
import { useWords } from '../../language.tsx'
import { undertakingWords } from '../../words/undertaking.ts'
import css from './contradictions.module.css'
import { TellingEntry } from './telling-entry.tsx'

/** Words of reports that cannot both be so, side by side: nobody chooses between them but a person. */
export function Contradictions({ contradictions }: { readonly contradictions: readonly Contradiction[] }) {
  const t = useWords(undertakingWords)
  return (
    <ul className={css.list}>
      {contradictions.map(({ kind, tellings }) => (
        <li key={tellings.map(({ doc }) => doc).join()}>
          <p className={css.kind}>{t.kinds[kind]}</p>
          <div className={css.pair}>
            {tellings.map(telling => (
              <TellingEntry key={telling.doc} telling={telling} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
