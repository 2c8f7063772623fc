import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { shellWords } from '../words/shell.ts'
import css from './dialog.module.css'

interface AppDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: string
  readonly children: ReactNode
}

/** A dialog in front of the page: focus goes in and back, Escape closes. */
export function AppDialog({ open, onOpenChange, title, description, children }: AppDialogProps) {
  const t = useWords(shellWords)
  return (
    <Dialog.Root open={open} onOpenChange={next => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup className={css.popup}>
          <header className={css.head}>
            <Dialog.Title className={css.title}>{title}</Dialog.Title>
            <Dialog.Close className={css.close} aria-label={t.close}>
              ×
            </Dialog.Close>
          </header>
          {description && <Dialog.Description className={css.description}>{description}</Dialog.Description>}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
