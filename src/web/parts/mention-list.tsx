import type { Mention } from '../../views/api/words.ts'
import css from './mention-list.module.css'
import { Quote } from './quote.tsx'

/** The words of reports on one thing, each in its line, with where it stands. */
export function MentionList({ mentions }: { readonly mentions: readonly Mention[] }) {
  return (
    <div className={css.list}>
      {mentions.map(({ claim, doc, around, outlet, title, day }) => (
        <Quote key={`${doc} ${claim}`} quote={around} doc={doc} claim={claim} outlet={outlet} title={title} day={day} />
      ))}
    </div>
  )
}
