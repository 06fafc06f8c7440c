// Which exchanges can be probed, how each is reached, and why some are not: the list that `npm run probe` prints.

import type { Probe, Topic } from './plan.ts'
import { PROBES } from './probes.ts'

export interface ProbeVenue {
  id: string
  name: string
  /** `live`: it has no test environment that Prelist reaches. `none`: Prelist cannot trade there. */
  reach: 'test' | 'live' | 'none'
  /** Where it is asked, or why it is not. */
  where: string
  needsPassphrase: boolean
  /** What the documents leave open there. */
  open: string
  topics: readonly Topic[]
}

const KEYS: readonly Topic[] = ['key-open', 'key-canceled', 'look-open', 'look-canceled', 'look-trades', 'key-filled']
const WITH_LIMIT: readonly Topic[] = [...KEYS, 'late']
const REAL_MONEY = 'no test environment that takes orders: real money, so only with --live'
const NOT_THERE = 'Prelist does not trade there'

const tradable = (
  id: string,
  name: string,
  reach: 'test' | 'live',
  open: string,
  more: Partial<ProbeVenue> = {},
): ProbeVenue => ({ id, name, reach, open, where: REAL_MONEY, needsPassphrase: false, topics: KEYS, ...more })

const absent = (id: string, name: string, open: string, where = NOT_THERE): ProbeVenue => ({
  id,
  name,
  reach: 'none',
  where,
  needsPassphrase: false,
  open,
  topics: [],
})

export const PROBE_VENUES: readonly ProbeVenue[] = [
  tradable('binance', 'Binance', 'test', 'reuse of a client id after a cancel, on which its documents disagree', {
    where: 'its spot test net, money that is not real',
    topics: WITH_LIMIT,
  }),
  tradable(
    'bybit',
    'Bybit',
    'test',
    'reuse of a client id after the end of its order; weeks later cannot be asked here',
    {
      where: 'its test net, money that is not real',
      topics: WITH_LIMIT,
    },
  ),
  tradable('okx', 'OKX', 'test', 'reuse of clOrdId after the end of its order; whether expTime is kept', {
    where: 'its demo trading, money that is not real; the key is one for demo trading',
    needsPassphrase: true,
    topics: WITH_LIMIT,
  }),
  tradable('gate', 'Gate', 'test', 'whether a second order with the same text comes about; for how long it is found', {
    where: 'its test net, money that is not real',
  }),
  tradable('kraken', 'Kraken', 'live', 'whether deadline is kept', { topics: WITH_LIMIT }),
  tradable('coinbase', 'Coinbase Advanced', 'live', 'whether a duplicate is answered with the first order or refused', {
    where: `its sandbox gives fixed answers; ${REAL_MONEY}`,
  }),
  tradable(
    'mexc',
    'MEXC',
    'live',
    'what a duplicate is answered; how long a client id may be; whether recvWindow is kept',
    {
      topics: [...WITH_LIMIT, 'key-length'],
    },
  ),
  tradable('kucoin', 'KuCoin', 'live', 'what a duplicate is answered, and until when', { needsPassphrase: true }),
  tradable('bitget', 'Bitget', 'live', 'what a duplicate is answered, and until when', {
    where: `its demo trading needs a header that Prelist does not send; ${REAL_MONEY}`,
    needsPassphrase: true,
  }),
  absent('bitstamp', 'Bitstamp', 'the text of a duplicate’s refusal; for how long an order is found'),
  absent('gemini', 'Gemini', 'what a duplicate is answered; look-ups after a fill'),
  absent('hyperliquid', 'Hyperliquid', 'the same cloid twice; what a repeated nonce is answered'),
  absent('alpaca', 'Alpaca', 'what a duplicate is answered after a fill'),
  absent(
    'grvt',
    'GRVT',
    'its cancel with a time to live',
    'it has no spot markets, and its sign-in by cookie and signing key is none that Prelist’s client makes',
  ),
]

/** The probes of a venue, those that spend nothing first. */
export const probesOf = (venue: ProbeVenue): Probe[] => PROBES.filter(({ id }) => venue.topics.includes(id))
