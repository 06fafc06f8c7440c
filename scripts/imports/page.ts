// The part of the import map for the page: state below the views, and no feature that knows another.

import type { Room } from './map.ts'

const SHARED = 'shared/**'

/** The features of the page, with folders within them. None imports another: what one offers another, App hands over. */
const FEATURES: Record<string, string[]> = {
  accounts: [],
  activity: [],
  airdrops: ['tasks'],
  listings: ['alerts', 'coin', 'staged'],
  market: [],
  notes: [],
  orders: ['listing', 'ticket'],
  palette: [],
  portfolio: ['imports', 'movements', 'results', 'spread', 'targets', 'transfers', 'limits', 'value'],
  recovery: [],
  settings: [],
  shell: [],
  sources: [],
  undo: [],
  vault: [],
  watchlist: ['coin', 'coin/facts', 'criteria', 'tools'],
}
const STATE = [
  '',
  '/activity',
  '/alerts',
  '/coins',
  '/ledger',
  '/links',
  '/listings',
  '/markets',
  '/notes',
  '/orders',
  '/portfolio',
  '/profile',
  '/quotes',
  '/research',
  '/search',
  '/session',
  '/sources',
  '/ticket',
  '/undo',
  '/vault',
]
/** Tools and words that every part of the page uses. */
const PAGE = ['renderer/*', 'renderer/messages/**', SHARED]
const PAGE_PACKAGES =
  'The page is React and shared/: no Node, no Electron, and no zod, whose code generation its policy forbids.'
const STORE_PACKAGES =
  'Only a store may import zustand; like the rest of the page it knows no Node, no Electron and no zod.'
const UI_PACKAGES =
  'Base UI and d3 are wrapped in renderer/ui, one file a component, so that each looks and speaks the same on every screen.'
const STATE_IMPORTS =
  'State stands below the views: it imports no feature and nothing of ui/, and reaches the backend through renderer/api.ts.'
const OF_STATE = ['renderer/state/**', ...PAGE]
const FEATURE_IMPORTS =
  'No feature imports another: they meet in state/ and ui/, and renderer/app/App.tsx hands one the parts of another.'
const ofFeature = (feature: string) => [`renderer/features/${feature}/**`, 'renderer/ui/**', ...OF_STATE]
const OF_UI = [
  'renderer/ui/**',
  ...['clock-store', 'links/*', 'loadable', 'route', 'status-store'].map((name) =>
    name.endsWith('*') ? `renderer/state/${name}` : `renderer/state/${name}.ts`,
  ),
  ...PAGE,
]
const UI_IMPORTS =
  'ui/ draws what it is given, for any feature: of state it knows the clock, the last message, the addresses of screens, what links are worth, and Loadable.'
const TABLE_PACKAGES: Record<string, string[]> = {
  'use-columns.ts': ['@tanstack/react-table'],
  'use-row-range.ts': ['@tanstack/react-virtual', 'react-dom'],
  'use-virtualizer.ts': ['@tanstack/react-virtual'],
}

export const PAGE_ROOMS: Room[] = [
  {
    in: ['renderer'],
    packages: [],
    packagesWhy: PAGE_PACKAGES,
    imports: PAGE,
    importsWhy: 'What lies in renderer/ itself serves every part of the page, so it knows none of them, and no Node.',
  },
  {
    in: ['renderer/main.tsx'],
    packages: ['react-dom', 'react-dom/client', '@fontsource-variable/inter/wght.css'],
    packagesWhy: PAGE_PACKAGES,
    imports: ['renderer/app/*', 'renderer/state/*', 'renderer/state/session/*', 'renderer/ui/**'],
    importsWhy: 'main.tsx mounts the app and starts its state; what the page is made of stands in renderer/app/.',
  },
  {
    in: ['renderer/document'],
    packages: ['react-dom/server'],
    packagesWhy: 'What a shell loads to draw the first screen is React’s server side and the page’s own components.',
    imports: ['renderer/app/Page.tsx', 'renderer/state/first-answers.ts'],
    importsWhy:
      'The document shows what the page shows, so it is drawn by the page itself, from the answers it is given.',
  },
  {
    in: ['renderer/app/Page.tsx'],
    packages: ['react', '@base-ui/react/csp-provider'],
    packagesWhy: PAGE_PACKAGES,
    imports: ['renderer/app/*', 'renderer/ui/**'],
    importsWhy: 'Page.tsx stands around the app, in the window as in the document.',
  },
  {
    in: ['renderer/app'],
    packages: ['react'],
    packagesWhy: PAGE_PACKAGES,
    imports: ['renderer/app/*', 'renderer/features/**', 'renderer/ui/**', ...OF_STATE],
    importsWhy:
      'app/ puts the page together out of features, state and ui; it reaches the backend through these alone.',
  },
  {
    in: [
      'renderer/messages',
      'renderer/messages/actions',
      'renderer/messages/late',
      'renderer/messages/orders',
      'renderer/messages/reasons',
      'renderer/messages/research',
    ],
    packages: [],
    packagesWhy: PAGE_PACKAGES,
    imports: ['renderer/messages/**', 'renderer/format.ts', SHARED],
    importsWhy: 'Messages are words and how numbers are written: they know nothing of what shows them.',
  },
  {
    in: STATE.map((part) => `renderer/state${part}`),
    packages: [],
    packagesWhy: STORE_PACKAGES,
    imports: OF_STATE,
    importsWhy: STATE_IMPORTS,
  },
  {
    in: STATE.map((part) => `renderer/state${part}/*-store.ts`),
    packages: ['zustand'],
    packagesWhy: STORE_PACKAGES,
    imports: OF_STATE,
    importsWhy: STATE_IMPORTS,
  },
  {
    in: [
      '',
      '/chart',
      '/fields',
      '/late',
      '/links',
      '/moments',
      '/notes',
      '/overlay',
      '/pictures',
      '/quotes',
      '/styles',
      '/table',
    ].map((part) => `renderer/ui${part}`),
    packages: ['react', '@base-ui/react/*', 'd3-shape'],
    packagesWhy: UI_PACKAGES,
    imports: OF_UI,
    importsWhy: UI_IMPORTS,
  },
  ...Object.entries(TABLE_PACKAGES).map(
    ([file, packages]): Room => ({
      in: [`renderer/ui/table/${file}`],
      packages: ['react', ...packages],
      packagesWhy: 'Each package behind the tables has one importer; what the app calls a column is its own type.',
      imports: OF_UI,
      importsWhy: UI_IMPORTS,
    }),
  ),
  {
    in: ['renderer/features'],
    packages: [],
    packagesWhy: 'A view lies in the folder of a feature, each with a rule of its own in scripts/imports/map.ts.',
    imports: [],
    importsWhy: 'A view lies in the folder of a feature, each with a rule of its own in scripts/imports/map.ts.',
  },
  ...Object.entries(FEATURES).flatMap(([feature, parts]): Room[] => {
    const folders = ['', ...parts.map((part) => `/${part}`)].map((part) => `renderer/features/${feature}${part}`)
    const rule = { imports: ofFeature(feature), importsWhy: FEATURE_IMPORTS }
    return [
      { in: folders, packages: ['react'], packagesWhy: PAGE_PACKAGES, ...rule },
      {
        in: folders.map((folder) => `${folder}/*-store.ts`),
        packages: ['zustand'],
        packagesWhy: STORE_PACKAGES,
        ...rule,
      },
    ]
  }),
]
