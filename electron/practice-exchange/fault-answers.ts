// What a fault does to an answer that was already worked out: the order stands, only the telling goes wrong.

import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import { type Answer, type RawAnswer, toRaw } from './wire/answer.ts'

/** An HTML page as a proxy or a firewall in front of an exchange would send it. */
export function htmlPage(status: number): RawAnswer {
  const target: Record<string, string> = status < 400 ? { location: '/elsewhere' } : {}
  const headers = { 'content-type': 'text/html', ...target }
  return { status, headers, body: `<!doctype html><title>${status}</title><h1>${status}</h1>` }
}

const WRONG_VALUES = { key: 'another-key', market: 'OTHER/USDT', amount: '1234567', price: '7654321' } as const

type WrongField = Extract<Fault, { fault: 'wrong-order-after' }>['field']

function withWrongField(value: unknown, field: WrongField): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('order' in value) return { ...value, order: withWrongField(value.order, field) }
  if (field !== 'side') return { ...value, [field]: WRONG_VALUES[field] }
  return { ...value, side: 'side' in value && value.side === 'buy' ? 'sell' : 'buy' }
}

/** The answer as the fault lets it out, before it is sealed. */
function distort(answer: Answer, fault: Fault | null): Answer {
  if (fault?.fault === 'wrong-order-after') return { ...answer, value: withWrongField(answer.value, fault.field) }
  if (fault?.fault === 'wrong-seal-after' && answer.seal !== null) {
    return { ...answer, seal: { ...answer.seal, responseKey: randomBytes(32) } }
  }
  return answer
}

function rewrite(raw: RawAnswer, fault: Fault | null): RawAnswer {
  switch (fault?.fault) {
    case 'status-after':
      return htmlPage(fault.status)
    case 'malformed-json-after':
      return { ...raw, status: 200, body: '{"orderId":"order-1","status":"fil' }
    case 'empty-after':
      return { ...raw, status: 200, body: '' }
    case 'empty-object-after':
      return { ...raw, status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
    default:
      return raw
  }
}

/** Sends a finished answer. Does nothing when the client has gone. */
export function send(response: ServerResponse, raw: RawAnswer): void {
  if (response.destroyed) return
  const body = Buffer.from(raw.body)
  response.writeHead(raw.status, { ...raw.headers, 'content-length': body.length })
  response.end(body)
}

function sendHalf(response: ServerResponse, raw: RawAnswer, then: () => void): void {
  const body = Buffer.from(raw.body)
  response.writeHead(raw.status, { ...raw.headers, 'content-length': body.length })
  response.write(body.subarray(0, Math.ceil(body.length / 2)), then)
}

/** Sends an answer the way the fault wants it sent; without a fault, properly. */
export function deliver(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  const raw = rewrite(toRaw(distort(answer, fault)), fault)
  switch (fault?.fault) {
    case 'drop-after':
      response.destroy()
      return
    case 'hang-after':
      return
    case 'truncate-after':
      sendHalf(response, raw, () => response.destroy())
      return
    case 'stall-after':
      sendHalf(response, raw, () => {})
      return
    default:
      send(response, raw)
  }
}
