// Sends a request with a source's key. Runs in the vault's process: the key is put into the one header that the source takes it
// in, on the way to the one host that it is for, and nothing that comes back holds it.

import { reason } from '../../../shared/reasons/reason.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { Clock } from '../../ports/system.ts'
import type { SourceCalls } from '../../ports/vault.ts'
import { createConnections } from '../connections.ts'
import { sendHttp } from '../http-request.ts'
import { systemClock } from '../system-clock.ts'

const DEADLINE_MS = 20_000
/** Path and query in plain characters: nothing that could leave the host, or hold a key unseen. */
const PATH = /^\/[A-Za-z0-9/_\-.~%]*(\?[A-Za-z0-9/_\-.~%=&,:]*)?$/

/** Builds the calls; connections stay open between requests. */
export function createKeyedRequests(clock: Clock = systemClock): SourceCalls {
  const connections = createConnections(clock)
  return {
    ask: async ({ source, plan, host, path, maxBytes }, apiKey, mayLeave) => {
      const { base, keyHeader } = sourceFacts(source).address(plan)
      const isSound = keyHeader !== null && PATH.test(path) && !path.includes(apiKey) && !path.includes('..')
      if (!isSound) return { phase: 'not-sent', detail: reason('REQUEST_NOT_BUILT', { system: null }) }
      const url = `${host === null ? base : `${host}${pathOf(base)}`}${path}`
      const headers = { accept: 'application/json', 'user-agent': 'Prelist', [keyHeader]: apiKey }
      const outcome = await sendHttp(
        { method: 'GET', url, headers, body: null, deadlineMs: DEADLINE_MS, maxBytes, mayLeave },
        clock,
        undefined,
        connections,
      )
      // Whoever sends the key back must not have it shown, nor logged.
      return outcome.phase === 'answered' ? { ...outcome, body: outcome.body.replaceAll(apiKey, '…') } : outcome
    },
  }
}

/** What of a base is no host: a stand-in for it has the same paths. */
const pathOf = (base: string): string => new URL(base).pathname.replace(/\/$/, '')
