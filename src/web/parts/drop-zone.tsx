import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DragEvent, useId, useState } from 'react'
import type { Taken, TakenFile } from '../../views/api/reports.ts'
import { tell } from '../api.ts'
import { useWords } from '../language.tsx'
import { partWords } from '../words/parts.ts'
import css from './drop-zone.module.css'
import { Mark, type Tone } from './marks.tsx'
import { ErrorState } from './states.tsx'

const TONES: Readonly<Record<TakenFile['what'], Tone>> = {
  added: 'good',
  reread: 'good',
  screened: 'plain',
  known: 'plain',
  failed: 'bad',
}

/** By this name the last sending of files is found again on the next page that has a zone. */
const SENT = ['files']

interface Sending {
  readonly data: Taken | undefined
  readonly error: Error | null
  readonly status: string
  readonly variables: readonly File[] | undefined
}

const useLastSending = (): Sending | undefined =>
  useMutationState({ filters: { mutationKey: SENT }, select: ({ state }) => state as unknown as Sending }).at(-1)

interface DropZoneProps {
  /** Told when files were read. */
  readonly onTaken?: () => void
}

/** Takes files that are dropped or chosen, has them read, and tells what became of each. */
export function DropZone({ onTaken }: DropZoneProps) {
  const t = useWords(partWords).drop
  const queries = useQueryClient()
  const [over, setOver] = useState(false)
  const id = useId()
  const { mutate } = useMutation({
    mutationKey: SENT,
    mutationFn: (files: readonly File[]) => tell.addReports(files),
    onSuccess: () => {
      onTaken?.()
      return queries.invalidateQueries()
    },
  })
  const { data, error = null, status, variables = [] } = useLastSending() ?? {}
  const isPending = status === 'pending'
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) mutate([...event.dataTransfer.files])
  }
  const hold = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={css.zone}
      data-over={over || undefined}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={css.title}>{isPending ? t.reading(variables.length) : t.title}</p>
      <p className={css.hint}>{t.hint}</p>
      <label htmlFor={id} className={css.choose}>
        {t.choose}
        <input
          id={id}
          type="file"
          multiple
          className="aside"
          disabled={isPending}
          onChange={event => event.target.files?.length && mutate([...event.target.files])}
        />
      </label>
      <div role="status">{data && <TakenFiles files={data.files} />}</div>
      {error && <ErrorState error={error} />}
    </div>
  )
}

function TakenFiles({ files }: { readonly files: readonly TakenFile[] }) {
  const t = useWords(partWords).drop
  return (
    <ul className={css.files}>
      {files.map(({ file, what, doc, title, messages }, i) => (
        <li key={`${i} ${file}`}>
          <Mark tone={TONES[what]}>{t.outcomes[what]}</Mark>{' '}
          {doc ? (
            <Link to="/source/$doc" params={{ doc }}>
              {title ?? file}
            </Link>
          ) : (
            file
          )}
          {messages.map(message => (
            <p key={message} className={css.hint}>
              {message}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
