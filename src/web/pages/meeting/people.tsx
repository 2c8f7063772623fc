import { Link } from '@tanstack/react-router'
import type { MeetingDossier } from '../../../views/api/meetings.ts'
import { useWords } from '../../language.tsx'
import { useNames } from '../../names.tsx'
import { meetingWords } from '../../words/meetings.ts'
import css from './dossier.module.css'

type Present = MeetingDossier['people'][number]

type Role = 'chair' | 'head' | 'meets' | 'attends'

/** Whether it is what a person did there, and not an office. */
const isRole = (role: string): role is Role => ['chair', 'head', 'meets', 'attends'].includes(role)

/** Who met whom, ours beside theirs, each with the offices that reports name. */
export function People({ people }: { readonly people: readonly Present[] }) {
  const t = useWords(meetingWords)
  const { side } = useNames()
  if (people.length === 0) return null
  const of = (wanted: string) => people.filter(person => (person.side ? side(person.side) : 'other') === wanted)
  const others = of('other')
  return (
    <section>
      <h2>{t.people}</h2>
      <div className={css.columns}>
        <Group title={t.ours} side="ours" people={of('ours')} />
        <Group title={t.theirs} side="theirs" people={of('theirs')} />
      </div>
      {others.length > 0 && <Group side="other" people={others} />}
    </section>
  )
}

interface GroupProps {
  readonly title?: string
  readonly side: string
  readonly people: readonly Present[]
}

function Group({ title, side, people }: GroupProps) {
  const t = useWords(meetingWords)
  return (
    <div className={css.column} data-side={side}>
      {title && <h3>{title}</h3>}
      {people.length === 0 && <p className={css.none}>–</p>}
      <ul className={css.people}>
        {people.map(({ name, person, role, offices }) => (
          <li key={person ?? name}>
            {person ? (
              <Link to="/people/$id" params={{ id: person }}>
                {name}
              </Link>
            ) : (
              name
            )}
            {isRole(role) && <span className={css.role}> {t.roles[role]}</span>}
            {offices.length > 0 && <span className={css.offices}>{offices.join('; ')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
