// What is typed of a staged order, what is wrong with it, and what it will do in one sentence.

import type { Account } from '../../../../shared/accounts.ts'
import type { StagedInput, StagedTrigger } from '../../../../shared/markets/staged.ts'
import { MARKET_PATTERN } from '../../../../shared/markets/ticker.ts'
import type { Side } from '../../../../shared/order.ts'
import { text } from '../../../messages/late/en.ts'
import { momentInWords } from '../../../messages/reasons/en-figures.ts'
import { sentences } from '../../../messages/reasons/sentences.ts'
import { readNumber } from '../../../typed-number.ts'
import { marketOf, momentOf, type Zone } from '../coin/plan-input.ts'

const words = text.listings.staged
const MINUTE_MS = 60_000
/** A year: what is further away is no plan. */
const MAX_MINUTES = 525_600

export interface TypedStaged {
  accountId: string
  market: string
  side: Side
  trigger: StagedTrigger
  size: string
  maxPrice: string
  maxValue: string
  day: string
  time: string
  zone: Zone
  minutes: string
}

export type StagedFaults = Readonly<
  Record<'market' | 'size' | 'maxPrice' | 'maxValue' | 'time' | 'minutes', string | null>
>

export const NO_FAULTS: StagedFaults = {
  ...{ market: null, size: null, maxPrice: null, maxValue: null, time: null, minutes: null },
}

/** The decimal that was typed; `null` where it is none, or zero. */
function numberIn(typed: string): string | null {
  const read = readNumber(typed)
  return read.kind === 'number' && !/^0(\.0*)?$/.test(read.value) ? read.value : null
}

/** Its two assets, as they are typed so far. */
export function assetsOf(typed: Pick<TypedStaged, 'market'>): { base: string; quote: string } {
  const [base = '', quote = ''] = marketOf(typed).split('/')
  return { base, quote: quote === '' ? 'USDT' : quote }
}

/** The window in UTC; `null` where it is not complete. */
function windowOf(typed: TypedStaged): { from: string; until: string } | null {
  const from = momentOf(typed)
  const minutes = Number(typed.minutes)
  if (from === null || !Number.isInteger(minutes) || minutes < 1 || minutes > MAX_MINUTES) return null
  return { from, until: new Date(Date.parse(from) + minutes * MINUTE_MS).toISOString() }
}

/** What is wrong with it at this moment. The backend checks again. */
export function stagedFaults(typed: TypedStaged, now: number): StagedFaults {
  const window = windowOf(typed)
  const isTell = typed.trigger === 'tell'
  const needed = (value: string) => (isTell || numberIn(value) !== null ? null : words.numberNeeded)
  const minutes = Number(typed.minutes)
  const isMinutes = Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES
  return {
    market: MARKET_PATTERN.test(marketOf(typed)) ? null : text.listings.pairInvalid,
    size: needed(typed.size),
    maxPrice: needed(typed.maxPrice),
    maxValue: needed(typed.maxValue),
    time: momentOf(typed) === null ? text.listings.timeInvalid : null,
    minutes: !isMinutes ? words.minutesInvalid : window !== null && Date.parse(window.until) <= now ? words.over : null,
  }
}

/** What is saved; `null` while something is missing or wrong. */
export function stagedInput(
  typed: TypedStaged,
  coinId: string,
  account: Pick<Account, 'accountId' | 'venue'>,
): StagedInput | null {
  const window = windowOf(typed)
  if (window === null) return null
  const isTell = typed.trigger === 'tell'
  const [size, maxPrice, maxValue] = [typed.size, typed.maxPrice, typed.maxValue].map(numberIn)
  if (!isTell && (size == null || maxPrice == null || maxValue == null)) return null
  const { side, trigger } = typed
  return {
    ...{
      accountId: account.accountId,
      venue: account.venue,
      coinId,
      market: marketOf(typed),
      side,
      trigger,
      ...window,
    },
    // A word needs no size; the smallest that there is stands for it.
    size: { unit: side === 'buy' ? 'quote' : 'base', value: size ?? '1' },
    maxPrice: isTell ? null : (maxPrice ?? null),
    maxValue: isTell ? null : (maxValue ?? null),
  }
}

/** What will happen, in one sentence; `null` while it is not complete. */
export function sentenceOf(input: StagedInput | null, exchange: string, needsVault: boolean): string | null {
  if (input === null) return null
  const { market, side, size, maxPrice, maxValue, trigger } = input
  const [base = '', quote = ''] = market.split('/')
  const [from, until] = [momentInWords(input.from), momentInWords(input.until)]
  if (trigger === 'tell') return words.willTell(market, exchange, from, until)
  const amount = size.unit === 'quote' ? words.worth(size.value, quote, base) : `${size.value} ${base}`
  const order = `${words.toOrder[side]} ${amount}`
  if (trigger === 'ask') return words.willAsk(market, exchange, from, until, order)
  const [price, value] = [`${maxPrice ?? ''} ${quote}`, `${maxValue ?? ''} USDT`]
  const sends = words.willSend(market, exchange, from, until, order, price, value)
  return needsVault ? sentences(sends, words.needsVault) : sends
}
