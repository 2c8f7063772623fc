import { Outlet } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useWords } from '../language.tsx'
import { ToastProvider } from '../parts/toast.tsx'
import { shellWords } from '../words/shell.ts'
import { KeyboardHelp } from './keyboard-help.tsx'
import { Rail, TopBar } from './navigation.tsx'
import css from './shell.module.css'

/** The frame around every page: the rail, or on a phone a bar; and the page. */
export function Shell() {
  const t = useWords(shellWords)
  const [help, setHelp] = useState(false)
  const openHelp = (): void => setHelp(true)
  return (
    <ToastProvider>
      <a className={css.skip} href="#content">
        {t.skip}
      </a>
      <div className={css.frame}>
        <TopBar onKeys={openHelp} />
        <Rail onKeys={openHelp} />
        <main id="content" className={css.content} tabIndex={-1}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <KeyboardHelp open={help} onOpenChange={setHelp} />
    </ToastProvider>
  )
}
