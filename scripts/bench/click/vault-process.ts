// The vault's process of the benchmark: as the product's, but that it trusts the certificates of the benchmark's exchanges, and
// that its clock is moved with the backend's.

import { createVenueService } from '../../../electron/adapters/ccxt/venue-service.ts'
import { createKeyedRequests } from '../../../electron/adapters/market-data/keyed-requests.ts'
import type { SecretStore } from '../../../electron/ports/system.ts'
import { createKeyService } from '../../../electron/vault/key-service.ts'
import { serveKeyService } from '../../../electron/vault/rpc/rpc.ts'
import { createMovedClock } from './moved-clock.ts'

/** What the benchmark says besides; whatever serves the key service passes it over. */
export type ToBenchVault = { bench: 'trust'; pem: string } | { bench: 'move'; ms: number }

const clock = createMovedClock()
const trusted: string[] = []
const none = () => Promise.reject(new Error('no keychain here'))
const secretStore: SecretStore = { get: none, set: none, delete: none }

process.on('message', (message: Partial<ToBenchVault>) => {
  if (message.bench === 'trust' && message.pem !== undefined) trusted.push(message.pem)
  if (message.bench === 'move' && message.ms !== undefined) clock.move(message.ms)
})
process.on('disconnect', () => process.exit(0))
serveKeyService(
  {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  },
  (environment) => {
    const venues = createVenueService(clock, trusted, environment.reserveNumbers)
    return createKeyService({
      secretStore,
      build: 'product',
      probe: venues,
      venues,
      sources: createKeyedRequests(),
      environment,
    })
  },
)
