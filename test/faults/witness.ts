// Watches a desk at a fake exchange from outside: each order's request is held against the disk at the moment at which it
// arrives, and every word that the backend says is kept.

import path from 'node:path'
import type { Backend } from '../../electron/app/backend.ts'
import { type FakeVenue, type KeyedRequest, keyOf } from '../exchanges/server.ts'
import type { BareDesk } from '../support/start-backend.ts'
import { openDiskView } from './disk-view.ts'

const EVENTS = ['orders.changed', 'app.changed', 'accounts.changed', 'audit.changed', 'portfolio.changed']

export interface Witness {
  /** Requests for orders that arrived before their attempt was on the disk. */
  unwritten: string[]
  /** All that the backend answered and told, as JSON. */
  told: string[]
  /** Submits that were refused before anything was sent. */
  refused: { intentId: string; code: string }[]
  /** Keys whose orders a row has taken out of the ledger on purpose. */
  lost: Set<string>
  /** Other profiles from which orders come here. */
  others: string[]
  /** Where the profile lies by now. */
  dataDir(): string
  /** Rows of the profile as they are on the disk. */
  rows(sql: string, dataDir?: string): Record<string, unknown>[]
}

/** Watches from now on, also after restarts. */
export function witness(desk: BareDesk, venue: FakeVenue): Witness {
  const view = openDiskView(path.join(desk.dataDir, '..', 'seen'))
  let dataDir = desk.dataDir
  const seen: Witness = {
    unwritten: [],
    told: [],
    refused: [],
    lost: new Set(),
    others: [],
    dataDir: () => dataDir,
    rows: (sql, folder = dataDir) => view.rows(folder, sql),
  }
  venue.arrived = (request) => {
    const problem = unwritten(seen, venue, request)
    if (problem !== null) seen.unwritten.push(problem)
  }
  const watched = (backend: Backend): Backend => {
    for (const event of EVENTS) backend.on(event, (payload) => void seen.told.push(JSON.stringify(payload ?? null)))
    return {
      ...backend,
      call: async (operation, input) => {
        const result = await backend.call(operation, input)
        seen.told.push(JSON.stringify(result))
        if (operation === 'orders.submit' && !result.ok) {
          seen.refused.push({ intentId: (input as { intentId: string }).intentId, code: result.error.code })
        }
        return result
      },
    }
  }
  let current = watched(desk.backend)
  Object.defineProperty(desk, 'backend', {
    get: () => current,
    set: (backend: Backend) => {
      current = watched(backend)
    },
  })
  const { restart } = desk
  desk.restart = (options = {}) => {
    // What the old process still does, it does at the old place.
    return restart(options).finally(() => {
      dataDir = options.dataDir ?? desk.dataDir
    })
  }
  return seen
}

/** Why this request must not have left; `null` when its attempt is on the disk. */
function unwritten(seen: Witness, { sent }: FakeVenue, request: KeyedRequest): string | null {
  const key = keyOf(request)
  if (!/^[\w-]+$/.test(key)) return `a request without a key: ${request.path}`
  const query = `SELECT count(*) AS attempts FROM attempts JOIN orders USING (intent_id) WHERE venue_client_id = '${key}'`
  const requests = sent.filter((one) => keyOf(one) === key).length + 1
  try {
    const folders = [seen.dataDir(), ...seen.others]
    const attempts = folders.reduce((sum, folder) => sum + Number(seen.rows(query, folder)[0]?.['attempts']), 0)
    return attempts >= requests ? null : `request ${requests} of ${key} with ${attempts} attempts on the disk`
  } catch (error) {
    return `request ${requests} of ${key}, and the disk cannot be read: ${error}`
  }
}
