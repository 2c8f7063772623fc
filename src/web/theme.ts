import { recall, remember } from './memory.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
/** `auto` follows the machine. */
export type Theme = (typeof THEMES)[number]

export function theme(): Theme {
  const kept = recall('theme')
  return THEMES.find(name => name === kept) ?? 'auto'
}

/** Shows the theme, without keeping it. */
export function showTheme(chosen: Theme): void {
  if (chosen === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = chosen
}

export function chooseTheme(chosen: Theme): void {
  remember('theme', chosen)
  showTheme(chosen)
}
