// Histories of markets as nine exchanges would have told them, in the words of their own lists: of TEN, which opened in an auction and
// lost most of its price in minutes, and of MOVE, which became limit-only, was suspended and went.

import type { Entry, Step } from './scripted-lists.ts'

const MINUTE = 60_000

/** Steps of one market, `[minutes after the start, seconds, what the list says]`. */
const history = (start: number, market: string, ...steps: [minutes: number, seconds: number, entry: Entry][]): Step[] =>
  steps.map(([minutes, seconds, entry]) => ({ market, at: start + minutes * MINUTE + seconds * 1_000, entry }))

const binance = (status: string): Entry => ({ status, isSpotTradingAllowed: status !== 'BREAK' })
const kraken = (status: string): Entry => ({ status })
const coinbase = (...flags: string[]): Entry => ({
  ...{ status: 'online', trading_disabled: false },
  ...Object.fromEntries(flags.map((flag) => [flag, true])),
})
const bybit = (status: string, more: Record<string, unknown> = {}): Entry => ({ status, ...more })
const gate = (trade_status: string, more: Record<string, unknown> = {}): Entry => ({
  trade_status,
  type: 'normal',
  ...more,
})
const bitget = (status: string, offTime = ''): Entry => ({ status, offTime })
const okx = (state: string, more: Record<string, unknown> = {}): Entry => ({ state, ...more })

interface History {
  steps: Step[]
  /** That is known beforehand. */
  opening: number | null
  /** When an entry means another stage by its own times, without being another one. */
  moments: number[]
}

/** Every change at every exchange. */
export function histories(start: number): Record<string, History> {
  const opens = start + 60 * MINUTE
  const bybitPhases = (curAuctionPhase: string) => ({
    preListingInfo: { curAuctionPhase, phases: [{ phase: 'ContinuousTrading', startTime: String(opens) }] },
  })
  const auction = {
    ...{ callauctionIsEnabled: true, callauctionFirstStageStartTime: opens - 5 * MINUTE },
    ...{ callauctionThirdStageStartTime: opens - MINUTE, tradingStartTime: opens },
  }
  const ends = { delisting_time: (start + 105 * MINUTE) / 1_000 }
  const begins = { buy_start: opens / 1_000, sell_start: opens / 1_000 }
  return {
    // Never announced: the pair is there or it is not.
    binance: {
      opening: null,
      moments: [],
      steps: [
        ...history(
          start,
          'TEN/USDT',
          [12, 34, binance('TRADING')],
          [20, 1, binance('HALT')],
          [31, 7, binance('TRADING')],
        ),
        ...history(start, 'TEN/USDT', [75, 11, binance('CANCEL_ONLY')], [90, 0, null]),
      ],
    },
    // Opens at the time that the trader has planned.
    kraken: {
      opening: opens,
      moments: [],
      steps: [
        ...history(start, 'TEN/USD', [10, 3, kraken('work_in_progress')], [58, 40, kraken('post_only')]),
        ...history(start, 'TEN/USD', [59, 30, kraken('limit_only')], [60, 0, kraken('online')]),
        ...history(start, 'TEN/USD', [100, 9, kraken('cancel_only')], [105, 0, kraken('reduce_only')]),
        ...history(start, 'TEN/USD', [112, 0, kraken('delisted')], [115, 0, null]),
      ],
    },
    coinbase: {
      opening: opens,
      moments: [],
      steps: [
        ...history(start, 'MOVE/USD', [59, 0, coinbase('auction_mode')], [60, 2, coinbase()]),
        ...history(start, 'MOVE/USD', [85, 0, coinbase('limit_only')], [99, 59, coinbase('trading_disabled')]),
        ...history(start, 'MOVE/USD', [110, 0, null]),
      ],
    },
    // Tells its opening itself, and later its end.
    bybit: {
      opening: opens,
      moments: [start + 110 * MINUTE],
      steps: [
        ...history(start, 'TEN/USDT', [5, 0, bybit('PreLaunch', bybitPhases('NotStarted'))]),
        ...history(start, 'TEN/USDT', [58, 5, bybit('PreLaunch', bybitPhases('CallAuction'))]),
        ...history(start, 'TEN/USDT', [60, 1, bybit('Trading')]),
        ...history(start, 'TEN/USDT', [90, 30, bybit('Trading', { deliveryTime: String(start + 110 * MINUTE) })]),
        ...history(start, 'TEN/USDT', [112, 0, bybit('Closed')]),
      ],
    },
    okx: {
      opening: opens,
      moments: [opens - 2 * MINUTE],
      steps: [
        ...history(start, 'TEN/USDT', [
          3,
          0,
          okx('preopen', {
            listTime: String(opens - 2 * MINUTE),
            contTdSwTime: String(opens),
            openType: 'call_auction',
          }),
        ]),
        ...history(start, 'TEN/USDT', [
          60,
          0,
          okx('live', { listTime: String(opens - 2 * MINUTE), contTdSwTime: String(opens) }),
        ]),
        ...history(start, 'TEN/USDT', [80, 0, okx('suspend')], [81, 0, okx('something-new')], [85, 0, okx('live')]),
      ],
    },
    // Tells its opening and its end, both in seconds.
    gate: {
      opening: opens,
      moments: [start + 105 * MINUTE],
      steps: [
        ...history(start, 'TEN/USDT', [4, 2, gate('untradable', begins)], [60, 0, gate('tradable', begins)]),
        ...history(start, 'TEN/USDT', [85, 0, gate('tradable', { ...begins, ...ends })]),
        ...history(start, 'TEN/USDT', [110, 0, null]),
      ],
    },
    // Tells the phases of its auction, and no end.
    kucoin: {
      opening: opens,
      moments: [opens - 5 * MINUTE, opens - MINUTE],
      steps: [
        ...history(start, 'TEN/USDT', [6, 0, { enableTrading: false, ...auction }]),
        ...history(start, 'TEN/USDT', [60, 0, { enableTrading: true, ...auction }]),
        ...history(start, 'TEN/USDT', [95, 20, { enableTrading: false, ...auction }], [108, 0, null]),
      ],
    },
    mexc: {
      opening: opens,
      moments: [],
      steps: [
        ...history(start, 'TEN/USDT', [10, 5, { status: '2', isSpotTradingAllowed: true }]),
        ...history(start, 'TEN/USDT', [60, 0, { status: '1', isSpotTradingAllowed: true }]),
        ...history(start, 'TEN/USDT', [90, 30, { status: '3' }], [99, 0, null]),
      ],
    },
    // Tells its end alone.
    bitget: {
      opening: opens,
      moments: [start + 103 * MINUTE],
      steps: [
        ...history(start, 'TEN/USDT', [20, 0, bitget('gray')], [60, 0, bitget('online')]),
        ...history(start, 'TEN/USDT', [88, 30, bitget('online', String(start + 103 * MINUTE))]),
        ...history(start, 'TEN/USDT', [106, 0, null]),
      ],
    },
  }
}
