import { Link } from '@tanstack/react-router'
import type { Briefing, BriefingLine, BriefingSection } from '../../../views/api/briefing.ts'
import { useWords } from '../../language.tsx'
import { briefingWords } from '../../words/briefing.ts'
import css from './paper.module.css'

/** The paper as it will be printed: the same words as the DOCX and the PDF. */
export function Paper({ briefing }: { readonly briefing: Briefing }) {
  const t = useWords(briefingWords)
  const { head, title, subtitle, director, annex, sections, notes, lang } = briefing
  return (
    <article className={css.paper} lang={lang === 'zh' ? 'zh-Hans' : lang}>
      {head.secrecy && <p className={css.secrecy}>{head.secrecy}</p>}
      <div className={css.head}>
        {[head.left, head.right].map((lines, i) => (
          <p key={i}>
            {lines.map(line => (
              <span key={line}>{line}</span>
            ))}
          </p>
        ))}
      </div>
      <h2 className={css.title}>{title}</h2>
      <p className={css.subtitle}>{subtitle}</p>
      {director.map(section => (
        <Section key={section.title} section={section} />
      ))}
      <h2 className={css.title}>{annex}</h2>
      {sections.map(section => (
        <Section key={section.title} section={section} />
      ))}
      {notes.length > 0 && (
        <section className={css.notes} aria-label={t.notes}>
          <ol>
            {notes.map(({ n, quote, source, doc }) => (
              <li key={n} id={`note-${n}`}>
                “{quote}”{' '}
                <Link to="/source/$doc" params={{ doc }}>
                  {source}
                </Link>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  )
}

function Section({ section }: { readonly section: BriefingSection }) {
  const { level, title, intro, counts, lines, drawing, table } = section
  const Head = level === 1 ? 'h3' : 'h4'
  return (
    <section>
      <Head>{title}</Head>
      {counts.length > 0 && (
        <dl className={css.counts}>
          {counts.map(({ value, label, tone }) => (
            <div key={label} data-tone={tone}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {intro && <p className={css.intro}>{intro}</p>}
      {lines.map((line, i) => (
        <Line key={i} line={line} />
      ))}
      {drawing && (
        <figure>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(drawing.svg)}`}
            alt={drawing.alt}
            width={drawing.width}
            height={drawing.height}
          />
          <figcaption>{drawing.caption}</figcaption>
        </figure>
      )}
      {table && <Table table={table} />}
    </section>
  )
}

function Line({ line }: { readonly line: BriefingLine }) {
  const { number, subject, text, why, mark, tone, undertaking, notes } = line
  return (
    <div className={css.line}>
      {number !== null && <span className={css.number}>{number}.</span>}
      <p>
        {subject && <strong>{subject}: </strong>}
        {undertaking ? (
          <Link to="/ledger/$id" params={{ id: undertaking }}>
            {text}
          </Link>
        ) : (
          text
        )}
        {why && <span className={css.why}>{why}</span>}
        <Notes of={notes} />
      </p>
      {mark && (
        <span className={css.mark} data-tone={tone}>
          {mark}
        </span>
      )}
    </div>
  )
}

const Notes = ({ of }: { readonly of: readonly number[] }) => (
  <sup>
    {of.map(n => (
      <a key={n} href={`#note-${n}`}>
        {n}{' '}
      </a>
    ))}
  </sup>
)

function Table({ table: { head, rows } }: { readonly table: NonNullable<BriefingSection['table']> }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {head.map(cell => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, notes }, r) => (
          <tr key={r}>
            {cells.map((cell, c) => (
              <td key={c}>
                {cell}
                {c === cells.length - 1 && <Notes of={notes} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
