// Sends a request with a source's key. Runs in the vault's process: the key is put into the one header that the source takes it
// in, on the way to the one host that it is for, and nothing that comes back holds it.

import { reason } from '../../../shared/reasons/reason.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { Clock } from '../../ports/system.ts'
import type { SourceCalls, SourceReply } from '../../ports/vault.ts'
import { createConnections } from '../connections.ts'
import { type HttpAnswer, sendHttp } from '../http-request.ts'
import { systemClock } from '../system-clock.ts'

const DEADLINE_MS = 20_000
/** Characters of a header that anybody reads; what is longer would not pass the border of this process. */
const MOST_OF_HEADER = 300
/** Path and query in plain characters: nothing that could leave the host, or hold a key unseen. */
const PATH = /^\/[A-Za-z0-9/_\-.~%]*(\?[A-Za-z0-9/_\-.~%=&,:]*)?$/

/** Builds the calls; connections stay open between requests. */
export function createKeyedRequests(clock: Clock = systemClock): SourceCalls {
  const connections = createConnections(clock)
  return {
    ask: async ({ source, plan, host, path, maxBytes }, apiKey, mayLeave) => {
      const { base, keyHeader } = sourceFacts(source).address(plan)
      const isSound = keyHeader !== null && PATH.test(path) && !path.includes(apiKey) && !path.includes('..')
      if (!isSound || (host !== null && !isAllowed(host)))
        return { phase: 'not-sent', detail: reason('REQUEST_NOT_BUILT', { system: null }) }
      const url = `${host === null ? base : `${host}${pathOf(base)}`}${path}`
      const headers = { accept: 'application/json', 'user-agent': 'Prelist', [keyHeader]: apiKey }
      const outcome = await sendHttp(
        { method: 'GET', url, headers, body: null, deadlineMs: DEADLINE_MS, maxBytes, mayLeave },
        clock,
        undefined,
        connections,
      )
      return outcome.phase === 'answered' ? withoutKey(outcome, apiKey) : outcome
    },
  }
}

/** Looked at again here, where the key is: whoever asks may have been taken over. */
function isAllowed(host: string): boolean {
  const url = URL.parse(host)
  if (url === null || url.origin !== host) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1')
}

/** Whoever sends the key back, in whatever part and spelling, must not have it shown, nor logged. */
function withoutKey({ status, contentType, retryAfter, date, body }: HttpAnswer, apiKey: string): SourceReply {
  const spellings = [apiKey, JSON.stringify(apiKey).slice(1, -1), encodeURIComponent(apiKey)]
  const clean = (text: string) => spellings.reduce((left, spelling) => left.replaceAll(spelling, '…'), text)
  // Cleaned first: a key that is cut is found no more.
  const header = (text: string) => clean(text).slice(0, MOST_OF_HEADER)
  return {
    ...{ phase: 'answered', status, contentType: header(contentType), body: clean(body) },
    ...{
      retryAfter: retryAfter === null ? null : header(retryAfter),
      ...(date !== undefined && { date: header(date) }),
    },
  }
}

/** What of a base is no host: a stand-in for it has the same paths. */
const pathOf = (base: string): string => new URL(base).pathname.replace(/\/$/, '')
