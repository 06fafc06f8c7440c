// What is asked of a staged order when it is saved: what can be told now is told now, and all of it is asked again at the moment.

import type { Input } from '../../../shared/contract/contract.ts'
import { compare, multiply, normalize } from '../../../shared/decimal.ts'
import type { StagedTerms } from '../../../shared/markets/staged.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import { CASH } from '../markets/rates.ts'
import { afterTrade, breachesOf, projectsIn } from '../portfolio/risk.ts'
import { worthAtMost } from './commitments.ts'
import type { StagedLook } from './staged-look.ts'
import type { StagedParts } from './staged-parts.ts'

/** More than anybody waits for, and few enough to look at all of them at once. */
const MAX_OPEN = 100

/** The terms in one spelling. */
export function termsOf(input: Input<'staged.save'>): StagedTerms & { note: string } {
  const { accountId, coinId, venue, market, side, size, trigger, maxPrice, maxValue, from, until, note = '' } = input
  const at = (time: string) => new Date(time).toISOString()
  return {
    ...{ accountId, coinId, venue, market, side, trigger, note, from: at(from), until: at(until) },
    size: { unit: size.unit, value: normalize(size.value) },
    maxPrice: maxPrice === null ? null : normalize(maxPrice),
    maxValue: maxValue === null ? null : normalize(maxValue),
  }
}

/** Whether two say the same: a second press of the same button is no second staged order. */
export const isSameTerms = (row: StagedRow, terms: StagedTerms & { note: string }): boolean =>
  JSON.stringify(termsOf({ ...row })) === JSON.stringify(terms)

/**
 * Refuses what can never be sent, or must not be staged.
 * @throws AppError `NOT_FOUND`, `BAD_INPUT`, `NOT_ALLOWED`, `LISTING_UNCONFIRMED`, `SIZE_LIMIT`, `RULE_BREACH`
 */
export function assertStageable(
  terms: StagedTerms,
  context: AccountContext,
  parts: StagedParts,
  look: StagedLook,
  before: StagedRow | null,
): void {
  const { coins, clock, store, isKeyOwn } = parts
  const { account } = context
  if (coins.some([terms.coinId]).length === 0) throw new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))
  if (account.venue !== terms.venue) throw new AppError('BAD_INPUT', reason('STAGED_OTHER_EXCHANGE'))
  if (terms.until <= terms.from || Date.parse(terms.until) <= clock.now()) {
    throw new AppError('BAD_INPUT', reason('STAGED_BAD_WINDOW'))
  }
  if (before === null && store.open().length >= MAX_OPEN) {
    throw new AppError('NOT_ALLOWED', reason('TOO_MANY_STAGED', { most: MAX_OPEN }))
  }
  if (terms.trigger === 'tell') return
  if (terms.maxPrice === null || terms.maxValue === null) {
    throw new AppError('BAD_INPUT', reason('STAGED_LIMITS_NEEDED'))
  }
  const sight = look.at({ ...rowOf(terms), state: 'waiting' }, context)
  if (sight.isOpen === true) {
    throw new AppError('NOT_ALLOWED', reason('STAGED_MARKET_OPEN', { market: terms.market }))
  }
  assertWithinValue({ ...terms, maxPrice: terms.maxPrice, maxValue: terms.maxValue }, context)
  assertWithinLimits(terms, context, parts, before)
  if (terms.trigger !== 'send') return
  if (!isKeyOwn(account)) throw new AppError('NOT_ALLOWED', reason('STAGED_KEY_NOT_READY'))
  if (sight.match !== 'contract' && sight.match !== 'confirmed') {
    throw new AppError('LISTING_UNCONFIRMED', reason('STAGED_UNCONFIRMED', { market: terms.market }))
  }
}

const rowOf = (terms: StagedTerms): StagedRow => ({
  ...{ ...terms, stagedId: '', note: '', state: 'waiting', intentId: null, reason: null, place: '' },
  ...{ createdAt: terms.from, updatedAt: terms.from },
})

type Limited = StagedTerms & { maxPrice: string; maxValue: string }

function assertWithinValue({ size, maxPrice, maxValue, market }: Limited, { view }: AccountContext): void {
  const rate = view.lastRate(market.split('/')[1] ?? '')?.price ?? null
  if (rate === null) return
  const value = multiply(size.unit === 'quote' ? size.value : multiply(size.value, maxPrice), rate)
  if (compare(value, maxValue) <= 0) return
  throw new AppError('SIZE_LIMIT', reason('STAGED_OVER_VALUE', { max: maxValue, asset: CASH }))
}

/** A limit that it would break by what is known now. What is not known is asked at the moment. */
function assertWithinLimits(
  terms: StagedTerms,
  { account, view }: AccountContext,
  parts: StagedParts,
  before: StagedRow | null,
): void {
  if (terms.side !== 'buy') return
  const value = worthAtMost(terms, view.lastRate(terms.market.split('/')[1] ?? '')?.price ?? null)
  const [coin] = parts.coins.some([terms.coinId])
  if (value === null || coin === undefined) return
  const book = parts.portfolio.riskBook(account.environment, before?.stagedId, coin.id)
  if (book.exempt.includes(coin.id)) return
  const after = afterTrade(book, { coinId: coin.id, early: coin.early }, 'buy', value)
  const broken = breachesOf(after.total, projectsIn(after), parts.portfolio.rules()).find(
    ({ level, coinId }) => level === 'block' && (coinId === coin.id || (coinId === null && coin.early)),
  )
  if (broken === undefined) return
  const { rule, share, limit } = broken
  // The limits of groups and of the reserve are asked at the moment, with all others.
  if (rule !== 'project' && rule !== 'early-stage') return
  throw new AppError('RULE_BREACH', reason('LIMIT_BROKEN', { rule, share, limit }))
}
