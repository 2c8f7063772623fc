import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSearch, type Search, stringifySearch } from './address.ts'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => search as Search,
})
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path }) as const
const lazy = lazyRouteComponent

// One line a page: its address, and the module that is fetched when it is first opened.
const routes = root.addChildren([
  createRoute({ ...at('/'), component: lazy(() => import('./pages/home/page.tsx'), 'HomePage') }),
  createRoute({ ...at('/ledger'), component: lazy(() => import('./pages/ledger/page.tsx'), 'LedgerPage') }),
  createRoute({
    ...at('/ledger/$id'),
    component: lazy(() => import('./pages/undertaking/page.tsx'), 'UndertakingPage'),
  }),
  createRoute({ ...at('/meetings'), component: lazy(() => import('./pages/meetings.tsx'), 'MeetingsPage') }),
  createRoute({ ...at('/meetings/$id'), component: lazy(() => import('./pages/meeting.tsx'), 'MeetingPage') }),
  createRoute({ ...at('/mechanisms'), component: lazy(() => import('./pages/mechanisms.tsx'), 'MechanismsPage') }),
  createRoute({ ...at('/mechanisms/$id'), component: lazy(() => import('./pages/mechanism.tsx'), 'MechanismPage') }),
  createRoute({ ...at('/corridor'), component: lazy(() => import('./pages/corridor.tsx'), 'CorridorPage') }),
  createRoute({ ...at('/gates/$id'), component: lazy(() => import('./pages/gate.tsx'), 'GatePage') }),
  createRoute({ ...at('/links/$id'), component: lazy(() => import('./pages/link.tsx'), 'LinkPage') }),
  createRoute({ ...at('/people'), component: lazy(() => import('./pages/people.tsx'), 'PeoplePage') }),
  createRoute({ ...at('/people/$id'), component: lazy(() => import('./pages/person.tsx'), 'PersonPage') }),
  createRoute({ ...at('/bodies'), component: lazy(() => import('./pages/bodies.tsx'), 'BodiesPage') }),
  createRoute({ ...at('/bodies/$id'), component: lazy(() => import('./pages/body.tsx'), 'BodyPage') }),
  createRoute({ ...at('/figures'), component: lazy(() => import('./pages/figures.tsx'), 'FiguresPage') }),
  createRoute({ ...at('/source/$doc'), component: lazy(() => import('./pages/source/page.tsx'), 'SourcePage') }),
  createRoute({ ...at('/review'), component: lazy(() => import('./pages/review/page.tsx'), 'ReviewPage') }),
  createRoute({ ...at('/briefing'), component: lazy(() => import('./pages/briefing/page.tsx'), 'BriefingPage') }),
  createRoute({ ...at('/search'), component: lazy(() => import('./pages/search.tsx'), 'SearchPage') }),
])

/** The pages by their addresses. A page's module is fetched as soon as a link to it is pointed at. */
export const router = createRouter({
  routeTree: routes,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
