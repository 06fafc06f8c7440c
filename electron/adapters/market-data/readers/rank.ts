// Reads CryptoRank v3: its status call, which is free and tells the plan's limits and what is used of them. docs.cryptorank.io
// (2026-05); errors are `{ error: { code, message, status } }`.

import { reason } from '../../../../shared/reasons/reason.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import { type ReadTrouble, wordsOf } from '../answers.ts'
import { keyedTrouble } from './common.ts'
import type { Reader } from './reader.ts'

const PLAN_CODES: readonly string[] = ['NO_ACTIVE_SUBSCRIPTION', 'ENDPOINT_NOT_AVAILABLE', 'PLAN_LIMIT_EXCEEDED']

const trouble: ReadTrouble = (body, status) => {
  const code = textOf(member(body, 'error', 'code'))
  const words = wordsOf(member(body, 'error', 'message'))
  if (code !== null && PLAN_CODES.includes(code))
    return { why: reason('SOURCE_NOT_IN_PLAN', { words }), kind: 'refused' }
  return keyedTrouble(status, words)
}

const countOf = (value: unknown): number | null => {
  const text = textOf(value)
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null
}

export const rankUsage: Reader<'rank-usage'> = {
  isExact: true,
  isNoneAt404: false,
  maxBytes: 64 * 1024,
  trouble: () => trouble,
  path: () => '/v3/status',
  rows: (told) => {
    // With or without an envelope.
    const body = member(told, 'data') ?? told
    const of = (name: string) => countOf(member(body, 'credits', name))
    const perMinute = countOf(member(body, 'rateLimitPerMinute'))
    if (perMinute === null && member(body, 'credits') === undefined) return null
    const limits = { perMinute, perDay: of('dailyLimit'), perMonth: of('monthlyLimit') }
    return { rows: [{ ...limits, usedToday: of('dailyUsed'), usedThisMonth: of('monthlyUsed') }], at: null }
  },
}
