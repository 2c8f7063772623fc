import type { ComponentProps } from 'react'
import css from './button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `main`: what most people come for, once a page. `quiet`: text only. */
  readonly weight?: 'main' | 'plain' | 'quiet'
  /** The key that does the same, shown on it. */
  readonly keyHint?: string
}

/** A button; `buttonLook` gives a link the same look. */
export function Button({ weight = 'plain', keyHint, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={css[weight]}>
      {children}
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </button>
  )
}

/** The class of a link that looks like a button. */
export const buttonLook = (weight: 'main' | 'plain' = 'plain'): string => css[weight]
