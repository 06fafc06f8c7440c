// Opens one exchange of ccxt: the only place that loads the package. Each exchange is loaded from its own file, which
// takes a third of the time and memory of all of them.

import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { VENUES } from '../../../shared/venues/list.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { Venue } from '../../exchanges/common/library.ts'
import { adapterOf } from '../../exchanges/registry.ts'
import type { Clock } from '../../ports/system.ts'
import type { Credentials } from '../../ports/vault.ts'
import { createConnections } from '../connections.ts'
import type { Budget, Purpose } from './budget.ts'
import { createTransport, type Transport } from './transport.ts'
import { createTurns, type Turns } from './turns.ts'

export interface Place {
  venue: string
  environment: Environment
  /** Base URL in place of the venue's own; `null` for its own. */
  host: string | null
}

export interface Client {
  exchange: Venue
  transport: Transport
  /** Whether an address belongs to the venue, with its scheme. */
  isOwn: (url: URL) => boolean
  /** The row in which its signed requests leave, where their numbers must rise. */
  turns: Turns | null
}

/** ccxt has a class for requests, and one that builds on it for streams. */
export type Kind = 'requests' | 'streams'

type Constructor = new (config: Record<string, unknown>) => Venue

async function load(venue: string, kind: Kind): Promise<Constructor> {
  // The name becomes part of a path: only names of the list do.
  if (!VENUES.some(({ id, keyPage }) => id === venue && keyPage !== null)) {
    throw new AppError('NOT_FOUND', reason('NO_SUCH_EXCHANGE'))
  }
  // Read by ws as it is loaded: its faster parts are native code, which has no place in the process that holds keys.
  process.env['WS_NO_BUFFER_UTIL'] = '1'
  process.env['WS_NO_UTF_8_VALIDATE'] = '1'
  const folder = kind === 'streams' ? 'src/pro' : 'src'
  const file = new URL(`.//${folder}/${venue}.js`, import.meta.resolve('ccxt'))
  const loaded = (await import(file.href)) as { default: Constructor }
  return loaded.default
}

/**
 * Opens the exchange for these credentials. Sends nothing. `turns`: of another client that signs with the same numbers.
 * @throws AppError `NOT_ALLOWED` where the venue has no test environment and no host was given for one, `KEY_UNAVAILABLE` for a
 * private key that cannot be read
 */
export async function openClient(
  place: Place,
  credentials: Credentials | null,
  clock: Clock,
  budget: Budget,
  trusted?: readonly string[],
  kind: Kind = 'requests',
  turns: Turns | null = recordOf(place.venue).strictNonce ? createTurns(clock) : null,
): Promise<Client> {
  const Opened = await load(place.venue, kind)
  const adapter = adapterOf(place.venue)
  const exchange = new Opened({
    ...(credentials === null
      ? {}
      : {
          apiKey: credentials.apiKey,
          secret: adapter.secret(credentials.apiSecret),
          ...(credentials.passphrase === null ? {} : { password: credentials.passphrase }),
        }),
    // Amounts stay texts; a number would lose digits. ccxt's books, though, know a level that is gone by the number 0.
    ...(kind === 'requests' && { number: String }),
    // The transport has its own deadline; a repeat of ccxt's would be a second order.
    timeout: 120_000,
    enableRateLimit: false,
    userAgent: 'Prelist',
    options: { ...adapter.options, maxRetriesOnFailure: 0 },
  })
  // The list of currencies needs a key at some venues and is of no use here.
  exchange.has['fetchCurrencies'] = false
  // What the library would add to every request of itself; the word for a test environment comes behind.
  exchange.headers = {}
  if (place.environment === 'test') toTest(exchange, place)
  if (place.host !== null) Object.assign(exchange.urls, { api: withHost(exchange.urls['api'], place.host) })
  const origins = originsOf(exchange.urls['api'], String(exchange.hostname ?? ''))
  const isOwn = (url: URL) => origins.has(url.origin)
  // A stream's few requests would only leave connections behind.
  const connections = kind === 'requests' ? createConnections(clock, trusted) : null
  const transport = createTransport(clock, budget, isOwn, trusted, connections)
  if (turns !== null) takeTurns(exchange, turns, transport.purpose)
  Object.assign(exchange, { fetchImplementation: transport.fetch, fetchImplementationLoading: Promise.resolve() })
  return { exchange, transport, isOwn, turns }
}

/** The call in which the library signs a request and sends it. */
type Signing = (path: string, api: unknown, ...rest: unknown[]) => Promise<unknown>

// What is read without a key carries no number.
function takeTurns(exchange: Venue, turns: Turns, purpose: () => Purpose): void {
  const signed = exchange.fetch2.bind(exchange) as Signing
  const inTurn: Signing = (path, api, ...rest) =>
    api === 'public' ? signed(path, api, ...rest) : turns(purpose(), () => signed(path, api, ...rest))
  Object.assign(exchange, { fetch2: inTurn })
}

function toTest(exchange: Venue, { venue, host }: Place): void {
  const { testing } = recordOf(venue)
  // Where the record knows no test environment the library's word for one is not believed: some are long gone.
  const hasTest = testing !== 'none' && exchange.urls['test'] !== undefined
  if (hasTest) {
    exchange.setSandboxMode(true)
    Object.assign(exchange.urls['api'] as object, adapterOf(venue).testUrls)
  } else if (testing !== 'none' && host === null) {
    throw new AppError('NOT_ALLOWED', reason('TEST_ENVIRONMENT_UNKNOWN'))
  } else if (host === null) {
    throw new AppError('NOT_ALLOWED', reason('NO_TEST_ENVIRONMENT', { venue }))
  }
}

const ORIGIN = /^(http|ws)s?:\/\/[^/]+/

function withHost(urls: unknown, host: string): unknown {
  if (typeof urls === 'string') {
    return urls.replace(ORIGIN, (_, scheme) => (scheme === 'ws' ? host.replace(/^http/, 'ws') : host))
  }
  if (typeof urls !== 'object' || urls === null) return urls
  return Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, withHost(url, host)]))
}

function originsOf(urls: unknown, hostname: string): Set<string> {
  if (typeof urls === 'string') {
    const url = URL.parse(urls.replace('{hostname}', hostname))
    return new Set(url === null ? [] : [url.origin])
  }
  if (typeof urls !== 'object' || urls === null) return new Set()
  return new Set(Object.values(urls).flatMap((url) => [...originsOf(url, hostname)]))
}
