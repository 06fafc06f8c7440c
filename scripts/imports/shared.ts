// The part of the import map for what everybody imports.

import type { Room } from './map.ts'

const SHARED = 'shared/**'
const KNOWS_NOBODY = 'shared/ knows nobody: everybody imports it, so whatever it imported would reach everywhere.'

const SHARED_PARTS = [
  ...[
    '',
    '/airdrops',
    '/catalog',
    '/catalog/coins',
    '/contract',
    '/contract/research',
    '/ledger',
    '/links',
    '/list',
    '/markets',
    '/notes',
  ],
  ...['/reasons', '/research', '/search', '/sources', '/undo', '/venues', '/venues/answers', '/venues/facts'],
]
export const SHARED_ROOMS: Room[] = [
  {
    in: SHARED_PARTS.map((part) => `shared${part}`),
    packages: [],
    packagesWhy:
      'shared/ runs in the page, the backend and the preload, so it knows nobody: no package, no Node, no Electron.',
    imports: [SHARED],
    importsWhy: KNOWS_NOBODY,
  },
  {
    in: ['shared/decimal.ts'],
    packages: ['bignumber.js'],
    packagesWhy: 'shared/decimal.ts may import bignumber.js alone: amounts are computed in one place.',
    imports: ['shared/*'],
    importsWhy: KNOWS_NOBODY,
  },
]
