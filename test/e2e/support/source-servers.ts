// Every source of market data on 127.0.0.1, for the window: the same answers as the tests of the backend have, counted.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gecko, llama, metrics, otherState, rank } from '../../sources/others.ts'
import type { Handle } from '../../sources/server.ts'
import { VENUE_HANDLES, venueState } from '../../sources/venues.ts'

export interface SourceServers {
  /** As `dataHosts` of the backend. */
  hosts: Record<string, string>
  /** The sources that were asked, as often as they were. */
  asked: string[]
  /** While it is true none answers. */
  isSilent: boolean
  close(): Promise<void>
}

/** Starts them all. */
export async function startSources(): Promise<SourceServers> {
  const state = otherState()
  const handles: Record<string, Handle> = {
    ...Object.fromEntries(Object.entries(VENUE_HANDLES).map(([venue, handle]) => [venue, handle(venueState())])),
    ...{ defillama: llama(state), coingecko: gecko(state), cryptorank: rank(state) },
    'token-metrics': metrics({ ...state, style: 'v3', ambiguous: false }),
  }
  const stops: (() => Promise<void>)[] = []
  const sources: SourceServers = {
    ...{ hosts: {}, asked: [], isSilent: false },
    close: async () => {
      await Promise.all(stops.map((stop) => stop()))
    },
  }
  for (const [source, handle] of Object.entries(handles)) {
    const server = createServer((request, response) => {
      sources.asked.push(source)
      if (sources.isSilent) {
        request.destroy()
        return
      }
      const { url = '/', headers } = request
      const { pathname: path, searchParams: query } = new URL(url, 'http://source')
      const {
        status = 200,
        body,
        type = 'application/json',
      } = handle({
        ...{ path, query, url },
        headers: headers as Record<string, string | undefined>,
      })
      response.writeHead(status, { 'content-type': type })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    sources.hosts[source] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    stops.push(() => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    })
  }
  return sources
}
