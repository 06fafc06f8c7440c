// The fourteen practice markets and their rules. All figures are made up for practice; none is a quote of a real
// market. Real prices come from outside, see real-prices.ts.

import type { MarketRules } from '../../../shared/order.ts'

export const QUOTE_ASSET = 'USDT'

const DAY_MS = 86_400_000

export interface PracticeMarket extends MarketRules {
  market: string
  coinId: string
  base: string
  /** Price around which the process moves, in ticks. */
  baseTicks: number
  /** Distance of bid and ask from the middle, in ticks. */
  halfSpread: number
  /** Milliseconds from the creation of the data folder to the opening; `null` when it trades from the first day. */
  opensAfter: number | null
}

type Figures = Pick<PracticeMarket, 'tick' | 'step' | 'minAmount' | 'maxAmount' | 'baseTicks' | 'halfSpread'>

function defineMarket(coinId: string, base: string, opensAfterDays: number | null, figures: Figures): PracticeMarket {
  return {
    ...figures,
    market: `${base}/${QUOTE_ASSET}`,
    coinId,
    base,
    minNotional: '5',
    takerFee: '0.001',
    makerFee: '0.0008',
    opensAfter: opensAfterDays === null ? null : opensAfterDays * DAY_MS,
  }
}

function figures(
  tick: string,
  baseTicks: number,
  halfSpread: number,
  step: string,
  minAmount: string,
  maxAmount: string,
): Figures {
  return { tick, baseTicks, halfSpread, step, minAmount, maxAmount }
}

export const MARKETS: readonly PracticeMarket[] = [
  defineMarket('gravity', 'GRVT', null, figures('0.00001', 8_500, 2, '0.1', '10', '2000000')),
  defineMarket('nillion', 'NIL', null, figures('0.0001', 3_120, 1, '0.1', '1', '500000')),
  defineMarket('my-pet-hooligan', 'KARRAT', null, figures('0.00001', 2_460, 1, '1', '10', '5000000')),
  defineMarket('parcl', 'PRCL', null, figures('0.00001', 5_830, 1, '0.5', '5', '3000000')),
  defineMarket('nibiru', 'NIBI', null, figures('0.000001', 11_750, 3, '1', '50', '10000000')),
  defineMarket('dolomite', 'DOLO', null, figures('0.00001', 4_390, 1, '0.01', '1', '4000000')),
  defineMarket('movement', 'MOVE', null, figures('0.0001', 2_150, 1, '0.01', '0.1', '800000')),
  defineMarket('ten', 'TEN', null, figures('0.000001', 9_240, 2, '1', '100', '12000000')),
  defineMarket('peaq', 'PEAQ', null, figures('0.00001', 14_620, 3, '0.001', '0.5', '1000000')),
  defineMarket('readygg', 'RDYX', 1, figures('0.01', 2_405, 1, '0.0001', '0.01', '10000')),
  defineMarket('ola', 'OLA', 2, figures('0.0001', 2_880, 1, '0.1', '1', '600000')),
  defineMarket('lurk', 'LURK', 4, figures('0.001', 5_120, 2, '0.01', '0.1', '40000')),
  defineMarket('nimble', 'NIMBLE', 7, figures('0.00001', 7_310, 2, '0.1', '5', '3000000')),
  defineMarket('dojima', 'DOJIMA', 14, figures('0.0000001', 45_100, 10, '10', '1000', '50000000')),
]

/** The market of that name, or `undefined`. */
export function findMarket(name: string): PracticeMarket | undefined {
  return MARKETS.find((entry) => entry.market === name)
}
