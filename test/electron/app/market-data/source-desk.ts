// A backend beside stand-ins of every source of market data, each on its own machine, all counted.

import type { BackendOptions } from '../../../../electron/app/backend-options.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { gecko, llama, metrics, otherState, rank } from '../../../sources/others.ts'
import { type SourceServer, startSource } from '../../../sources/server.ts'
import { VENUE_HANDLES, venueState } from '../../../sources/venues.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'

export interface SourceDesk extends Desk {
  servers: Record<SourceId, SourceServer>
  /** What every stand-in was asked so far, by source. */
  asked(): Record<string, number>
  /** Switches these on and asks each once. */
  on(...sources: SourceId[]): Promise<void>
}

/** Opens it; every source is off. */
export async function startSourceDesk(options: Partial<BackendOptions> = {}): Promise<SourceDesk> {
  const servers: Record<string, SourceServer> = {}
  for (const [venue, handle] of Object.entries(VENUE_HANDLES)) servers[venue] = await startSource(handle(venueState()))
  const state = otherState()
  servers['defillama'] = await startSource(llama(state))
  servers['coingecko'] = await startSource(gecko(state))
  servers['token-metrics'] = await startSource(metrics({ ...state, style: 'v3', ambiguous: false }))
  servers['cryptorank'] = await startSource(rank(state))
  const dataHosts = Object.fromEntries(Object.entries(servers).map(([source, { url }]) => [source, url]))
  const desk = await startDesk([], { dataHosts, ...options })
  return {
    ...desk,
    // The backend may be another one after a restart.
    get backend() {
      return desk.backend
    },
    restart: (more = {}) => desk.restart({ dataHosts, ...more }),
    servers: servers as SourceDesk['servers'],
    asked: () =>
      Object.fromEntries(
        Object.entries(servers).flatMap(([source, { requests }]) =>
          requests.length === 0 ? [] : [[source, requests.length]],
        ),
      ),
    on: async (...sources) => {
      for (const source of sources) {
        await desk.ok('sources.save', { source, enabled: true })
        await desk.ok('sources.refresh', { source })
      }
    },
  }
}
