// Times, shares and amounts, as English says them.

import { type Decimal, floorTo, multiply } from '../../../shared/decimal.ts'

const MOMENT = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** What a limit does to an order that breaks it. */
export const LEVELS: Readonly<Record<'block' | 'warn', string>> = { block: 'blocks orders', warn: 'warns only' }

/** Which coins the early-stage limit is for. */
export const BASES: Readonly<Record<'each' | 'together', string>> = {
  each: 'for each coin',
  together: 'for all of them combined',
}

/** `Nov 30, 14:13 UTC`. */
export const momentInWords = (at: string): string => `${MOMENT.format(new Date(at))} UTC`

/** `10,000.5`: as a price or an amount stands everywhere else. */
export function amountInWords(amount: Decimal): string {
  const [whole = '', ...rest] = amount.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}

/** Four decimals, so that a share just above its limit does not read like the limit. */
export const percentOf = (share: Decimal): string => `${floorTo(multiply(share, '100'), '0.0001')}%`
