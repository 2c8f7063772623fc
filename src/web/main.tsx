import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { api, ApiError } from './api.ts'
import './design/tokens.css'
import './design/base.css'
import './design/print.css'
import { LanguageProvider } from './language.tsx'
import { router } from './router.tsx'
import { showTheme, theme } from './theme.ts'

showTheme(theme())

/** What the server refuses it refuses again; only a server that was not reached is asked once more. */
const retry = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof ApiError && error.status === 0

const queries = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 30_000, refetchOnWindowFocus: false } },
})

// What things are called is on its way before the page that calls them so.
void queries.prefetchQuery(api.names())

/** How long the first page waits for its letters, in ms: words that change their letters move all that follows. */
const FONT_PATIENCE = 300

const fonts = Promise.all(['400', '600'].map(weight => document.fonts.load(`${weight} 1rem "Be Vietnam Pro"`, 'aẩ')))
await Promise.race([fonts.catch(() => {}), new Promise(resolve => setTimeout(resolve, FONT_PATIENCE))])

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)

// Chinese letters come after the page: their list alone is as long as the page.
void import('./design/fonts-zh.ts')
