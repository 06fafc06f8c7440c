// How each exchange words a refusal, after its documents: the answers to an order that the stand-ins do not make of themselves.

import type { Fault, VenueReply } from './server.ts'

export type Refusal = 'key' | 'step' | 'would-cross' | 'halted'

interface Words extends VenueReply {
  /** False where this word stands in no list of ours: nothing is known of the order then. */
  isListed: boolean
}

const listed = (status: number, body: unknown): Words => ({ status, body, isListed: true })
const unlisted = (status: number, body: unknown): Words => ({ status, body, isListed: false })
const binance = (status: number, code: number, msg: string) => listed(status, { code, msg })
const kraken = (error: string) => listed(200, { error: [error] })
const bybit = (retCode: number, retMsg: string) => listed(200, { retCode, retMsg, result: {}, time: 0 })
const okx = (sCode: string, sMsg: string) => listed(200, { code: '1', msg: '', data: [{ sCode, sMsg, ordId: '' }] })
const coinbase = (error: string) =>
  listed(200, { success: false, error_response: { error, message: 'words', new_order_failure_reason: error } })

const WORDS: Readonly<Record<string, Readonly<Record<Refusal, Words>>>> = {
  binance: {
    key: binance(401, -2015, 'Invalid API-key, IP, or permissions for action.'),
    step: binance(400, -1013, 'Filter failure: LOT_SIZE'),
    'would-cross': binance(400, -2010, 'Order would immediately match and take.'),
    halted: binance(400, -1013, 'Market is closed.'),
  },
  kraken: {
    key: kraken('EAPI:Invalid key'),
    step: kraken('EOrder:Order minimum not met'),
    'would-cross': kraken('EOrder:Post only order'),
    halted: kraken('EService:Market in cancel_only mode'),
  },
  coinbase: {
    key: listed(401, { error: 'unauthorized', message: 'Unauthorized' }),
    step: coinbase('INVALID_SIZE_PRECISION'),
    'would-cross': coinbase('INVALID_LIMIT_PRICE_POST_ONLY'),
    halted: coinbase('ORDER_ENTRY_DISABLED'),
  },
  bybit: {
    key: bybit(10003, 'API key is invalid.'),
    step: bybit(170137, 'Order volume decimal too long.'),
    'would-cross': bybit(170193, 'Buy order price cannot be higher than the best ask.'),
    halted: bybit(170121, 'Invalid symbol.'),
  },
  okx: {
    key: listed(401, { code: '50111', msg: 'Invalid OK-ACCESS-KEY', data: [] }),
    step: okx('51121', 'Order quantity must be a multiple of the lot size.'),
    'would-cross': okx('51020', 'Order would cross.'),
    halted: okx('51022', 'Contract suspended.'),
  },
  mexc: {
    key: unlisted(401, { code: 10072, msg: 'Api key info invalid' }),
    step: unlisted(400, { code: 400, msg: 'amount scale is invalid' }),
    'would-cross': unlisted(400, { code: 30000, msg: 'Order would cross.' }),
    halted: unlisted(400, { code: 30016, msg: 'Trading disabled' }),
  },
}

function wordsOf(venue: string, refusal: Refusal): Words {
  const words = WORDS[venue]?.[refusal]
  if (words === undefined) throw new Error(`${venue} has no words for ${refusal}`)
  return words
}

/** True where a refusal in these words is believed. */
export const isBelieved = (venue: string, refusal: Refusal): boolean => wordsOf(venue, refusal).isListed

/** The venue's refusal as the answer to the next order; nothing is placed. */
export function refusedWith(venue: string, refusal: Refusal): Fault {
  const { status, body } = wordsOf(venue, refusal)
  return { kind: 'reply', when: 'before', status, body: JSON.stringify(body) }
}

/** The same for every look-up. */
export function closedWith(venue: string, refusal: Refusal): VenueReply {
  const { status, body } = wordsOf(venue, refusal)
  return { status, body }
}
