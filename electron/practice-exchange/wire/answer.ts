// An answer before and after it becomes bytes: plain JSON, or sealed for whoever sealed the request.

import type { ExchangeError } from './errors.ts'
import { SEALED_CONTENT_TYPE, sealAnswer } from './sealing.ts'

export interface Answer {
  status: number
  value: unknown
  /** True when the stored result of an earlier request is told again. */
  replayed: boolean
  /** Set when the answer must be sealed. */
  seal: { responseKey: Uint8Array; idempotencyKey: string } | null
}

export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** A plain answer with status 200. */
export function plain(value: unknown): Answer {
  return { status: 200, value, replayed: false, seal: null }
}

/** The answer that tells an error in plain JSON. */
export function refusal(error: ExchangeError): Answer {
  const { code, message, status } = error
  return { status, value: { error: { code, message } }, replayed: false, seal: null }
}

/** Status, headers and text of an answer. */
export function toRaw(answer: Answer): RawAnswer {
  const { status, value, replayed, seal } = answer
  const headers: Record<string, string> = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  if (replayed) headers['idempotent-replayed'] = 'true'
  if (seal === null) return { status, headers, body: JSON.stringify(value) }
  headers['content-type'] = SEALED_CONTENT_TYPE
  return { status, headers, body: sealAnswer(seal.responseKey, status, seal.idempotencyKey, value) }
}
