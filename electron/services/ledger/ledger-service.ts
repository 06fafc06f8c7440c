// The trader's ledger: what he enters, changes and takes away by hand.

import type { MovementInput } from '../../../shared/contract/ledger.ts'
import { compare, normalize } from '../../../shared/decimal.ts'
import type { LedgerFee, LedgerFilter, LedgerTarget, Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import type { Page } from '../../../shared/page.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { LedgerStore } from '../../ports/ledger.ts'
import { type CoinService, onlyCoinOf } from '../research/coin-service.ts'
import { assetKey } from './asset-book.ts'

export interface LedgerService {
  page(filter: LedgerFilter): Page<Movement>
  /** @throws AppError `NOT_FOUND`, `NOT_EDITABLE`, `BAD_INPUT` */
  save(input: MovementInput): Movement
  /** @throws AppError `NOT_FOUND`, `NOT_EDITABLE` */
  remove(entryId: string): void
}

/** Builds it; `environmentOf` is that of an exchange account, `null` for a place of the trader's own. */
export function createLedgerService(
  store: LedgerStore,
  coins: Pick<CoinService, 'get' | 'byTicker'>,
  environmentOf: (accountId: string) => Environment | null,
  newId: () => string,
): LedgerService {
  const tickerOf = (coinId: string) => {
    const { ticker, id } = coins.get(coinId)
    return ticker ?? id
  }
  const named = (coinId: string | null | undefined, asset: string | undefined) => {
    if (coinId != null) {
      const ticker = tickerOf(coinId)
      return { coinId, asset: asset ?? ticker }
    }
    if (asset === undefined) throw new AppError('BAD_INPUT', reason('LEDGER_ASSET_MISSING'))
    return { coinId: null, asset }
  }
  const targetOf = (input: MovementInput, from: { coinId: string | null; asset: string }): LedgerTarget | null => {
    const { kind, to, amount, accountId } = input
    if (kind !== 'transfer' && kind !== 'migration') return null
    const isSame = to?.coinId === undefined && to?.asset === undefined
    const target = {
      ...(isSame ? from : named(to?.coinId, to?.asset)),
      accountId: to?.accountId ?? accountId,
      amount: normalize(to?.amount ?? amount),
    }
    const isMoved = kind === 'transfer' ? target.accountId !== accountId : assetKey(target) !== assetKey(from)
    if (!isMoved || (kind === 'transfer' && assetKey(target) !== assetKey(from))) {
      throw new AppError('BAD_INPUT', reason('LEDGER_TARGET_MISSING'))
    }
    return target
  }
  const made = (input: MovementInput, before: Movement | null): Movement => {
    const asset = named(input.coinId, input.asset)
    const { kind, amount, accountId, price, total, fee, note = '', currency = 'USDT' } = input
    if (compare(amount, '0') === 0 || (compare(amount, '0') < 0 && kind !== 'adjustment')) {
      throw new AppError('BAD_INPUT', reason('LEDGER_AMOUNT_SIGN'))
    }
    const entryId = before?.entryId ?? newId()
    return {
      ...{ entryId, groupId: before?.groupId ?? entryId, sequence: before?.sequence ?? 0, kind, accountId, ...asset },
      environment: environmentOf(accountId) ?? input.environment ?? before?.environment ?? 'live',
      at: new Date(input.at).toISOString(),
      amount: normalize(amount),
      price: normal(price),
      currency,
      currencyCoinId: onlyCoinOf(coins)(currency),
      total: normal(total),
      fee: fee == null ? null : feeOf(fee, asset, coins),
      to: targetOf(input, asset),
      source: before?.source ?? 'manual',
      note,
      ...(before?.tradeId !== undefined && { tradeId: before.tradeId }),
    }
  }
  const found = (entryId: string): Movement => {
    const entry = store.find(entryId)
    if (entry === null) throw new AppError('NOT_FOUND', reason('LEDGER_NO_ENTRY'))
    // It follows from an order, and comes again with it.
    if (entry.source === 'fill') throw new AppError('NOT_EDITABLE', reason('LEDGER_ENTRY_FIXED'))
    return entry
  }
  return {
    page: store.page,
    save: (input) => {
      const before = input.entryId === undefined ? null : found(input.entryId)
      const movement = made(input, before)
      if (before === null) store.add(movement)
      else store.replace(before.source.startsWith('import:') ? priced(before, movement) : movement)
      return store.find(movement.entryId) ?? movement
    },
    remove: (entryId) => store.remove(found(entryId).entryId),
  }
}

/** A fee in the asset itself is one in its coin. */
function feeOf(
  fee: NonNullable<MovementInput['fee']>,
  of: { coinId: string | null; asset: string },
  coins: Pick<CoinService, 'get' | 'byTicker'>,
): LedgerFee {
  if (fee.coinId != null) coins.get(fee.coinId)
  const byName = () => (fee.asset === of.asset ? of.coinId : onlyCoinOf(coins)(fee.asset))
  return { asset: fee.asset, coinId: fee.coinId === undefined ? byName() : fee.coinId, amount: normalize(fee.amount) }
}

const normal = (value: string | null | undefined) => (value == null ? null : normalize(value))

/** Of an imported row the trader says what its file does not: price and note. The rest is the file's word. */
function priced(before: Movement, now: Movement): Movement {
  const { price, currency, currencyCoinId, total, note } = now
  const after = { ...before, price, currency, currencyCoinId, total, note }
  // Two texts are the same only with their fields in one order; those of a fee and a target are among a movement's.
  const inOrder = (movement: Movement) => JSON.stringify(movement, Object.keys(before))
  if (inOrder(after) !== inOrder(now)) {
    throw new AppError('NOT_EDITABLE', reason('LEDGER_ENTRY_FIXED'))
  }
  return after
}
