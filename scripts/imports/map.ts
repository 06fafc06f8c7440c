// The import map: who may import whom, and why not more. `npm run imports` makes the linter's rules of it.
// A room is one or more folders, or single files. What it does not name is refused, in folders that are not listed here too.

import { EXCHANGES } from './exchanges.ts'
import { PAGE_ROOMS } from './page.ts'
import { SHARED_ROOMS } from './shared.ts'

export interface Room {
  /** Folders, or files that may do other things than the rest of their folder. */
  in: string[]
  /** Packages; `node:*` is all of Node. */
  packages: string[]
  packagesWhy: string
  /** Files, folders (`folder/*`), folders with all below (`folder/**`). */
  imports: string[]
  importsWhy: string
  /** What is refused although the lists above would take it. */
  never?: { what: string[]; why: string }[]
}

const SHARED = 'shared/**'
const PORTS = 'electron/ports/*'

const SQLITE = {
  what: ['node:sqlite'],
  why: 'electron/adapters/sqlite/database.ts alone imports node:sqlite, so that pragmas and errors are handled once.',
}
const KEYCHAIN = {
  what: ['electron/adapters/keychain.ts'],
  why: "The keychain is read in the vault's own process alone, so that no other process ever holds its key.",
}
const ELECTRON_IPC = {
  what: ['electron/ipc/electron-ipc.ts'],
  why: 'Only the Electron shell imports its own parts: the backend and the Chromium shell start without the package electron.',
}

const ONE_IMPORTER = 'Each outside package has one importer; import its adapter instead.'
const entries: Room[] = [
  {
    in: ['electron'],
    packages: [],
    packagesWhy:
      'electron/ itself holds the entries only; a new file belongs to one of its rooms, with a rule of its own.',
    imports: [SHARED],
    importsWhy:
      'electron/ itself holds the entries only; a new file belongs to one of its rooms, with a rule of its own.',
  },
  {
    in: ['electron/main.ts'],
    packages: ['electron', 'electron-store', 'node:*'],
    packagesWhy: 'electron/main.ts alone imports electron-store, which holds preferences only.',
    imports: ['electron/shell/*', 'electron/shell/electron/*', 'electron/app/**', 'electron/ipc/*', PORTS, SHARED],
    importsWhy:
      'main.ts puts the Electron shell together: its parts, the profile and the channels. No rules of the business.',
  },
  {
    in: ['electron/backend.ts'],
    packages: [],
    packagesWhy: 'The entry without a window only names the backend; what it is made of stands in app/.',
    imports: ['electron/app/backend.ts', 'electron/app/backend-options.ts'],
    importsWhy: 'The entry without a window only names the backend; what it is made of stands in app/.',
  },
  {
    in: ['electron/preload.ts'],
    packages: ['electron'],
    packagesWhy:
      'The preload runs in the sandbox: it can load electron alone, and everything it bundles is exposed next to the page.',
    imports: ['electron/bridge.ts', 'electron/ipc/channels.ts', SHARED],
    importsWhy: 'The preload bundles names and types only: the bridge and the channels.',
  },
  {
    in: ['electron/chromium.ts'],
    packages: ['playwright', 'node:*'],
    packagesWhy: 'The Chromium shell alone drives a browser; it knows nothing of Electron.',
    imports: ['electron/shell/*', 'electron/shell/chromium/*', 'electron/app/**', 'scripts/setup/machine.mjs', SHARED],
    importsWhy:
      'chromium.ts puts the Chromium shell together: its parts and the profile; it asks the set-up which browser is installed.',
    never: [SQLITE],
  },
]

const shells: Room[] = [
  {
    in: ['electron/shell'],
    packages: ['node:*'],
    packagesWhy:
      'What both shells share runs in plain Node: a part that needs a shell’s own package belongs to that shell.',
    imports: ['electron/shell/*', PORTS, SHARED],
    importsWhy: 'What both shells share knows ports and shared/; the shells and the backend stand above it.',
    never: [SQLITE],
  },
  {
    in: ['electron/shell/electron'],
    packages: ['electron', 'node:*'],
    packagesWhy: 'The Electron shell may import electron and Node; every other package has its one importer elsewhere.',
    imports: ['electron/shell/electron/*', 'electron/shell/*', PORTS, SHARED],
    importsWhy: 'A part of the Electron shell gets the backend from main.ts, and knows ports and shared/ alone.',
    never: [SQLITE],
  },
  {
    in: ['electron/shell/chromium'],
    packages: ['playwright', 'node:*'],
    packagesWhy: 'The Chromium shell alone drives a browser; it knows nothing of Electron.',
    imports: [
      'electron/shell/chromium/*',
      'electron/shell/*',
      'electron/app/backend.ts',
      'electron/ipc/trusted-sender.ts',
      'electron/bridge.ts',
      PORTS,
      SHARED,
    ],
    importsWhy:
      "The Chromium shell hands the page's calls on: it knows the backend's type, the sender's check and the bridge.",
    never: [SQLITE],
  },
]

const app: Room[] = [
  {
    in: [
      'electron/app',
      'electron/app/market-data',
      'electron/app/parts',
      'electron/app/research',
      'electron/app/staged',
    ],
    packages: ['node:*'],
    packagesWhy:
      'The backend runs and is tested in plain Node, and each outside package has one importer: use its port or its adapter.',
    imports: [
      'electron/app/**',
      'electron/shell/spawner.ts',
      'electron/shell/vault-environment.ts',
      'electron/ipc/*',
      'electron/ipc/handlers/**',
      'electron/services/**',
      'electron/adapters/**',
      'electron/exchanges/registry.ts',
      'electron/vault/**',
      PORTS,
      SHARED,
    ],
    importsWhy:
      'app/ puts services, adapters and the door together; of a shell it knows only how the vault’s process starts.',
    never: [KEYCHAIN, ELECTRON_IPC, SQLITE],
  },
  {
    in: ['electron/app/parts/english.ts'],
    packages: [],
    packagesWhy: 'It says in English what an error means, and does nothing else.',
    imports: ['renderer/messages/reasons/en.ts', SHARED],
    importsWhy:
      "Words stand in renderer/messages/ alone. Of the backend only this file knows them: an error's message is English for callers without a page.",
  },
  {
    in: ['electron/ports'],
    packages: [],
    packagesWhy: 'Ports are types: what services need of the outside, and nothing about how it is done.',
    imports: [PORTS, SHARED],
    importsWhy: 'Ports are types that services and adapters meet in, so they know neither of them.',
  },
]

const DOOR = 'The door knows the services it calls, the ports and shared/; adapters are chosen in app/.'
const door: Room[] = [
  {
    in: ['electron/ipc', 'electron/ipc/handlers', 'electron/ipc/handlers/list', 'electron/ipc/handlers/research'],
    packages: ['zod'],
    packagesWhy:
      "The door checks and hands on: it needs zod for shapes, and neither Node, Electron nor an adapter's package.",
    imports: ['electron/ipc/**', 'electron/services/**', PORTS, SHARED],
    importsWhy: DOOR,
  },
  {
    in: ['electron/ipc/schemas'],
    packages: ['zod'],
    packagesWhy:
      "The door checks and hands on: it needs zod for shapes, and neither Node, Electron nor an adapter's package.",
    imports: ['electron/ipc/schemas/*', SHARED],
    importsWhy: 'A shape is judged before anybody is asked: it knows constants of shared/ and other shapes.',
  },
  {
    in: ['electron/ipc/electron-ipc.ts'],
    packages: ['electron'],
    packagesWhy: "electron-ipc.ts alone imports ipcMain, so that no call can pass by the router's checks.",
    imports: ['electron/ipc/*', SHARED],
    importsWhy: DOOR,
  },
]

/** The boxes of services/, from the ground up: each may import those that it names, which stand before it. */
export const BOXES: [box: string, imports: string[]][] = [
  ['common', []],
  ['research', []],
  ['links', ['research']],
  ['airdrops', ['common', 'research']],
  ['notes', ['research']],
  ['search', []],
  ['undo', []],
  ['audit', ['common']],
  ['vault', ['common']],
  ['markets', ['common', 'research']],
  ['accounts', ['common', 'markets']],
  ['sources', ['common', 'research', 'markets', 'accounts']],
  ['ledger', ['common', 'research']],
  ['portfolio', ['markets', 'research']],
  ['listings', ['common', 'research', 'markets', 'accounts', 'portfolio']],
  ['alerts', ['common', 'research', 'markets', 'listings']],
  ['list', ['common', 'research', 'listings']],
  ['orders', ['common', 'research', 'markets', 'accounts', 'portfolio']],
  ['streams', ['common', 'accounts', 'orders']],
  ['staged', ['common', 'research', 'markets', 'accounts', 'portfolio', 'listings', 'alerts', 'orders']],
]
/** Folders within a box. */
const PARTS: Record<string, string[]> = {
  common: ['csv'],
  orders: ['checks', 'settling', 'submitting'],
  ledger: ['csv', 'csv/formats'],
}

const SERVICE_PACKAGES =
  'Services hold the rules of the business and know only ports and shared/; of Node only node:crypto.'
const services: Room[] = [
  {
    in: ['electron/services'],
    packages: [],
    packagesWhy: 'A service lies in one of the boxes of services/, each with a rule of its own.',
    imports: [],
    importsWhy: 'A service lies in one of the boxes of services/, each with a rule of its own.',
  },
  ...BOXES.map(([box, others]) => ({
    in: [`electron/services/${box}`, ...(PARTS[box] ?? []).map((part) => `electron/services/${box}/${part}`)],
    packages: ['node:crypto'],
    packagesWhy: SERVICE_PACKAGES,
    imports: [`electron/services/${box}/**`, ...others.map((other) => `electron/services/${other}/**`), PORTS, SHARED],
    importsWhy: `Services know only ports, shared/ and boxes below their own; ${box}/ builds on ${others.join(', ') || 'no other'}.`,
  })),
]

const ADAPTERS =
  'Adapters wrap one outside thing and hold no rules: they know ports, shared/ and the adapters they stand on.'
const HTTP = 'electron/adapters/http-request.ts'
const adapter = (room: Partial<Room> & Pick<Room, 'in' | 'imports'>): Room => ({
  packages: ['node:*'],
  packagesWhy: ONE_IMPORTER,
  importsWhy: ADAPTERS,
  never: [KEYCHAIN, SQLITE],
  ...room,
})
const CCXT = [
  'electron/adapters/ccxt/**',
  'electron/exchanges/registry.ts',
  'electron/exchanges/common/*',
  HTTP,
  'electron/adapters/connections.ts',
  'electron/adapters/open-socket.ts',
  PORTS,
  SHARED,
]
const MARKET_DATA = [
  'electron/adapters/market-data/**',
  'electron/exchanges/registry.ts',
  'electron/exchanges/common/*',
  HTTP,
  'electron/adapters/connections.ts',
  'electron/adapters/system-clock.ts',
  PORTS,
  SHARED,
]
const ROOT_ADAPTERS = ['electron/adapters/*', 'electron/adapters/sqlite/database.ts', PORTS, SHARED]
const GATEWAY = ['electron/adapters/gateway/*', 'electron/adapters/sealed-channel.ts', HTTP, PORTS, SHARED]
const TABLES = ['electron/adapters/sqlite/**', PORTS, SHARED]

const adapters: Room[] = [
  adapter({ in: ['electron/adapters'], imports: ROOT_ADAPTERS }),
  adapter({ in: ['electron/adapters/public-suffix.ts'], packages: ['node:*', 'tldts'], imports: ROOT_ADAPTERS }),
  adapter({ in: ['electron/adapters/keychain.ts'], packages: ['keytar'], imports: ROOT_ADAPTERS }),
  adapter({ in: ['electron/adapters/settings-file.ts'], packages: ['conf'], imports: ROOT_ADAPTERS }),
  adapter({
    in: ['electron/adapters/sealed-channel.ts'],
    packages: ['node:*', '@noble/**', '@panva/**', 'hpke'],
    imports: ROOT_ADAPTERS,
  }),
  adapter({
    in: ['ccxt', 'ccxt/markets', 'ccxt/orders', 'ccxt/requests', 'ccxt/streams'].map(
      (one) => `electron/adapters/${one}`,
    ),
    imports: CCXT,
  }),
  adapter({
    in: ['electron/adapters/ccxt/client.ts'],
    packages: ['node:*', 'ccxt'],
    packagesWhy: 'electron/adapters/ccxt/client.ts alone loads ccxt, an exchange at a time.',
    imports: CCXT,
  }),
  adapter({ in: ['electron/adapters/market-data', 'electron/adapters/market-data/readers'], imports: MARKET_DATA }),
  adapter({ in: ['electron/adapters/market-data/shapes.ts'], packages: ['node:*', 'zod'], imports: MARKET_DATA }),
  adapter({ in: ['electron/adapters/gateway'], imports: GATEWAY }),
  adapter({ in: ['electron/adapters/gateway/wire.ts'], packages: ['node:*', 'zod'], imports: GATEWAY }),
  adapter({
    in: ['electron/adapters/practice'],
    imports: ['electron/adapters/practice/*', 'electron/adapters/gateway/*', HTTP, PORTS, SHARED],
  }),
  adapter({
    in: ['', '/stores', '/ledger', '/list', '/research', '/staged'].map((part) => `electron/adapters/sqlite${part}`),
    imports: TABLES,
  }),
  adapter({
    in: ['row-shapes.ts', 'ledger/rule-shapes.ts', 'list/view-shapes.ts', 'research/research-shapes.ts'].map(
      (name) => `electron/adapters/sqlite/${name}`,
    ),
    packages: ['node:*', 'zod'],
    imports: TABLES,
  }),
  adapter({ in: ['electron/adapters/sqlite/database.ts'], imports: TABLES, never: [KEYCHAIN] }),
]

const VAULT_PACKAGES =
  "The vault's process holds the keys, so it loads as little as can be; each outside package has one importer."
const VAULT = [
  'electron/vault/**',
  ...['system', 'vault', 'accounts'].map((port) => `electron/ports/${port}.ts`),
  SHARED,
]
const inVault = (room: Partial<Room> & Pick<Room, 'in'>): Room => ({
  packages: ['node:*'],
  packagesWhy: VAULT_PACKAGES,
  imports: VAULT,
  importsWhy: 'The vault knows its ports and shared/, and nothing of the backend, which never holds a key.',
  never: [SQLITE],
  ...room,
})
const vault: Room[] = [
  inVault({ in: ['', '/backup', '/key-service', '/references', '/rpc'].map((room) => `electron/vault${room}`) }),
  inVault({ in: ['electron/vault/primitives.ts'], packages: ['node:*', '@noble/**'] }),
  inVault({
    in: ['electron/vault/argon2.ts'],
    packages: ['node:*', '@noble/hashes/argon2.js', '@node-rs/argon2'],
  }),
  inVault({
    in: ['rpc/rpc-shapes', 'rpc/venue-shapes', 'rpc/source-shapes', 'keychain-item', 'references/credentials'].map(
      (name) => `electron/vault/${name}.ts`,
    ),
    packages: ['node:*', 'zod'],
  }),
  inVault({ in: ['electron/vault/backup/backup-file.ts'], packages: ['node:*', 'age-encryption'] }),
  inVault({
    in: ['electron/vault/process.ts'],
    imports: [
      ...VAULT,
      ...['core-dump', 'keychain', 'system-clock', 'ccxt/venue-service', 'market-data/keyed-requests'].map(
        (name) => `electron/adapters/${name}.ts`,
      ),
    ],
    importsWhy:
      "Of the adapters the vault's process alone uses the keychain, the exchanges, the sources' keys, the clock and the switch for core dumps.",
  }),
]

const practice: Room[] = [
  {
    in: ['electron/practice-exchange', 'electron/practice-exchange/trading', 'electron/practice-exchange/wire'],
    packages: ['node:*', 'zod', 'hpke', '@panva/**', '@noble/**'],
    packagesWhy: 'The practice exchange may use Node, zod and the packages of its cipher.',
    imports: ['electron/practice-exchange/**', SHARED],
    importsWhy:
      'The practice exchange shares no code with the app but shared/, so that one error cannot hide on both sides.',
  },
]

export const ROOMS: Room[] = [
  ...SHARED_ROOMS,
  ...entries,
  ...shells,
  ...app,
  ...door,
  ...services,
  ...EXCHANGES,
  ...adapters,
  ...vault,
  ...practice,
  ...PAGE_ROOMS,
]
