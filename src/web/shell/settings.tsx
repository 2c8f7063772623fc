import { useState } from 'react'
import type { ScreenLanguage } from '../../views/wording.ts'
import { LANGUAGES, useLanguage, useWords } from '../language.tsx'
import { chooseTheme, theme, THEMES } from '../theme.ts'
import { shellWords } from '../words/shell.ts'
import css from './settings.module.css'

const ORDER = Object.keys(LANGUAGES) as ScreenLanguage[]

/** The reader's choices: language, light or dark, and the keys. All are kept in the browser. */
export function Settings({ onKeys }: { readonly onKeys: () => void }) {
  const t = useWords(shellWords)
  return (
    <div className={css.settings}>
      <Languages />
      <Themes />
      <button type="button" className={css.keys} onClick={onKeys}>
        {t.keys} <kbd>?</kbd>
      </button>
    </div>
  )
}

function Languages() {
  const t = useWords(shellWords)
  const { language, speak } = useLanguage()
  return (
    <div role="group" aria-label={t.language} className={css.choices}>
      {ORDER.map(code => (
        <button
          key={code}
          type="button"
          lang={code === 'zh' ? 'zh-Hans' : code}
          aria-pressed={code === language}
          onClick={() => speak(code)}
        >
          {LANGUAGES[code]}
        </button>
      ))}
    </div>
  )
}

function Themes() {
  const t = useWords(shellWords)
  const [chosen, setChosen] = useState(theme)
  return (
    <div role="group" aria-label={t.theme} className={css.choices}>
      {THEMES.map(name => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          onClick={() => {
            chooseTheme(name)
            setChosen(name)
          }}
        >
          {t.themes[name]}
        </button>
      ))}
    </div>
  )
}
