// What an account pays for its trades, by the exchange's own word. A tier, a discount or a tax belongs to the account, so the
// rates that everybody can read are no more than a guess.

import { add, compare, type Decimal, divide, multiply, subtract } from '../../../../shared/decimal.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Clock } from '../../../ports/system.ts'
import type { Venue } from '../client.ts'
import type { CallRules, Transport } from '../transport.ts'
import { signedOf } from './balances.ts'

/** Tiers are reckoned once a day. */
const FEES_FOR_MS = 3_600_000
/** A key that may not ask is not asked about it with every look. */
const RETRY_MS = 60_000
/** Binance tells them market by market. */
const MOST_MARKETS = 4

/** Fractions of the value that are charged at most. */
export interface Fees {
  taker: Decimal
  maker: Decimal
}

export type FeesBySymbol = ReadonlyMap<string, Fees>

interface Known {
  /** Which markets were asked about. */
  asked: string
  at: number
  fees: FeesBySymbol
}

const known = new WeakMap<Venue, Known>()

/** The rates of the account for these markets; those of which nothing is told are left out. Never rejects. */
export async function readFees(
  exchange: Venue,
  transport: Transport,
  rules: CallRules,
  clock: Pick<Clock, 'monotonic'>,
  symbols: readonly string[],
): Promise<FeesBySymbol> {
  const asked = JSON.stringify(symbols)
  const [before, now] = [known.get(exchange), clock.monotonic()]
  const lasts = before !== undefined && before.fees.size > 0 ? FEES_FOR_MS : RETRY_MS
  if (before !== undefined && before.asked === asked && now - before.at < lasts) return before.fees
  const ask = async (method: string, params: Record<string, unknown>): Promise<unknown> => {
    const { result } = await transport.watch(rules, () => {
      const call: unknown = Reflect.get(exchange, method)
      return typeof call === 'function' ? call.call(exchange, params) : Promise.reject(new Error('Not in the library.'))
    })
    return result.ok ? result.value : null
  }
  const told = symbols.length === 0 ? new Map<string, Fees>() : await feesOf(exchange, ask, symbols)
  // One that is silent for once still charges what it charged.
  const fees = told.size === 0 && before !== undefined ? before.fees : told
  known.set(exchange, { asked, at: now, fees })
  return fees
}

type Ask = (method: string, params: Record<string, unknown>) => Promise<unknown>

/** By ccxt 4.5.84 and what is known of each exchange's pages; not every page was found to check it against. */
async function feesOf(exchange: Venue, ask: Ask, symbols: readonly string[]): Promise<Map<string, Fees>> {
  const number = (value: unknown) => signedOf(exchange, value)
  const idOf = (symbol: string) => textOf(member(exchange.markets, symbol, 'id')) ?? ''
  const each = (of: (symbol: string) => Fees | null) =>
    new Map(
      symbols.flatMap((symbol) => {
        const fees = of(symbol)
        return fees === null ? [] : [[symbol, fees] as const]
      }),
    )
  switch (exchange.id) {
    case 'binance':
      return binanceFees(ask, number, symbols, idOf)
    // https://docs.kraken.com/api-reference/account-data/get-trade-volume, read 2026-11-29: both lists are in percent. It names
    // `schedules` without a word on what stands in it, so it is not read: without the lists the rate stays a guess.
    case 'kraken': {
      const pair = symbols.map(idOf).join(',')
      const result = member(await ask('privatePostTradeVolume', { pair, fee_schedule: true }), 'result')
      const percent = (list: string, symbol: string) => number(member(result, list, idOf(symbol), 'fee'))
      return each((symbol) => {
        const taker = percent('fees', symbol)
        // Where makers have no rate of their own they pay this one.
        return hundredth(feesFrom(taker, percent('fees_maker', symbol) ?? taker))
      })
    }
    // https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/fees/get-transaction-summary
    case 'coinbase': {
      const summary = await ask('v3PrivateGetBrokerageTransactionSummary', { product_type: 'SPOT' })
      const tier = member(summary, 'fee_tier')
      const fees = feesFrom(number(member(tier, 'taker_fee_rate')), number(member(tier, 'maker_fee_rate')))
      const tax = member(summary, 'goods_and_services_tax')
      const rate = member(tax, 'type') === 'EXCLUSIVE' ? number(member(tax, 'rate')) : null
      return each(() => (fees === null || rate === null ? fees : times(fees, add('1', rate))))
    }
    // https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-fee-rates
    case 'okx': {
      const row = member(await ask('privateGetAccountTradeFee', { instType: 'SPOT' }), 'data', 0)
      return each((symbol) => okxFees(row, number, member(exchange.markets, symbol)))
    }
    // https://bybit-exchange.github.io/docs/v5/account/fee-rate
    case 'bybit': {
      const list = member(await ask('privateGetV5AccountFeeRate', { category: 'spot' }), 'result', 'list')
      const rows: unknown[] = Array.isArray(list) ? list : []
      return each((symbol) => {
        const row = rows.find((one) => member(one, 'symbol') === idOf(symbol))
        return feesFrom(number(member(row, 'takerFeeRate')), number(member(row, 'makerFeeRate')))
      })
    }
    default:
      return new Map()
  }
}

type ToNumber = (value: unknown) => Decimal | null

/**
 * Commission, special commission and tax of a market, each with a part of buyers or sellers. The discount for paying in BNB holds
 * only while there is some, so it is not reckoned with. Beyond the first markets the account's own rates stand.
 * https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints (Query Commission Rates)
 */
async function binanceFees(
  ask: Ask,
  number: ToNumber,
  symbols: readonly string[],
  idOf: (symbol: string) => string,
): Promise<Map<string, Fees>> {
  const one = async (symbol: string): Promise<[string, Fees][]> => {
    const told = await ask('privateGetAccountCommission', { symbol: idOf(symbol) })
    const kinds = ['standardCommission', 'specialCommission', 'taxCommission'].map((kind) => member(told, kind))
    const fees = kinds.map((kind) => commission(kind, number)).filter((each) => each !== null)
    if (member(told, 'standardCommission') === undefined || fees.length === 0) return []
    return [
      [symbol, fees.reduce((all, each) => ({ taker: add(all.taker, each.taker), maker: add(all.maker, each.maker) }))],
    ]
  }
  const single = (await Promise.all(symbols.slice(0, MOST_MARKETS).map(one))).flat()
  const rest = symbols.slice(MOST_MARKETS)
  const account = rest.length === 0 ? null : await ask('privateGetAccount', {})
  const general = commission(member(account, 'commissionRates'), number)
  return new Map([...single, ...(general === null ? [] : rest.map((symbol): [string, Fees] => [symbol, general]))])
}

function commission(rates: unknown, number: ToNumber): Fees | null {
  const at = (name: string) => number(member(rates, name))
  const fees = feesFrom(at('taker'), at('maker'))
  const [buyer, seller] = [at('buyer') ?? '0', at('seller') ?? '0']
  const side = compare(buyer, seller) > 0 ? buyer : seller
  return fees === null ? null : { taker: add(fees.taker, side), maker: add(fees.maker, side) }
}

/** What is charged is told below nothing there, and a rebate above. A market belongs to a group of its own rate. */
function okxFees(row: unknown, number: ToNumber, market: unknown): Fees | null {
  const groups = member(row, 'feeGroup')
  const groupId = textOf(member(market, 'info', 'groupId'))
  const group = Array.isArray(groups) ? groups.find((one) => textOf(member(one, 'groupId')) === groupId) : undefined
  const suffix = textOf(member(market, 'quote')) === 'USDC' && textOf(member(row, 'takerUSDC')) !== null ? 'USDC' : ''
  const [taker, maker] = ['taker', 'maker'].map((name) => {
    const told = number(member(group, name)) ?? number(member(row, `${name}${suffix}`))
    return told === null ? null : subtract('0', told)
  })
  return feesFrom(taker ?? null, maker ?? null)
}

/** A rebate is no fee; that it comes is not reckoned with. */
function feesFrom(taker: Decimal | null, maker: Decimal | null): Fees | null {
  if (taker === null) return null
  const charged = (fee: Decimal) => (compare(fee, '0') < 0 ? '0' : fee)
  return { taker: charged(taker), maker: charged(maker ?? taker) }
}

const times = ({ taker, maker }: Fees, factor: Decimal): Fees => ({
  taker: multiply(taker, factor),
  maker: multiply(maker, factor),
})

const hundredth = (fees: Fees | null): Fees | null =>
  fees && { taker: divide(fees.taker, '100'), maker: divide(fees.maker, '100') }
