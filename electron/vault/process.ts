// Entry of the vault's process: the only one that loads keytar and holds keys. It starts on first need and is killed to
// lock. The first argument is the build; the channel is that of a fork or of a utility process.

import { createVenueService } from '../adapters/ccxt/venue-service.ts'
import { keepOutOfCoreDumps } from '../adapters/core-dump.ts'
import { createKeychain } from '../adapters/keychain.ts'
import { createKeyedRequests } from '../adapters/market-data/keyed-requests.ts'
import { systemClock } from '../adapters/system-clock.ts'
import type { Build } from '../ports/vault.ts'
import { createKeyService } from './key-service.ts'
import { type Channel, serveKeyService } from './rpc/rpc.ts'

/** What a utility process of Electron has in place of a fork's channel. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

const SERVICE: Readonly<Record<Build, string>> = { product: 'Prelist', development: 'Prelist development' }

function channelOf(port: ParentPort | undefined): Channel {
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    }
  }
  // A parent that is gone can ask for nothing, and must not leave keys behind in a process that nobody ends.
  process.on('disconnect', () => process.exit(0))
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  }
}

// What goes wrong unseen could hold a secret in its text, and standard error belongs to the terminal.
process.on('uncaughtException', () => process.exit(1))
process.on('unhandledRejection', () => process.exit(1))

keepOutOfCoreDumps()

const build: Build = process.argv[2] === 'development' ? 'development' : 'product'
const { parentPort } = process as unknown as { parentPort?: ParentPort }
serveKeyService(channelOf(parentPort), (environment) => {
  const venues = createVenueService(systemClock, undefined, environment.reserveNumbers)
  const secretStore = createKeychain(SERVICE[build])
  return createKeyService({ secretStore, build, probe: venues, venues, sources: createKeyedRequests(), environment })
})
