// From movements to lots, holdings and results, one movement after another. Pure: prices of today are no part of it.
//
// Average cost is one pool an asset over all places; by the other methods each place has its own lots, and a transfer takes
// those along that the method would sell first, with their date and cost. What is sold beyond what came in is booked as a
// missing part. Money has amounts and no lots: a gain on a currency is no result of a coin.

import { add, compare, type Decimal, isZero, subtract } from '../../../shared/decimal.ts'
import { totalOf } from '../../../shared/ledger/amounts.ts'
import type { BookedPart, Booking, LedgerFee, Movement } from '../../../shared/ledger/ledger.ts'
import {
  type AssetBook,
  type AssetState,
  assetKey,
  booking,
  createAssetBook,
  type Named,
  type ReckonTerms,
  worth,
} from './asset-book.ts'
import { together } from './lots.ts'
import { scaled, shared } from './parts.ts'

export interface Reckoner {
  /** Movements come in the order of time; of one moment, in the order in which they were written down. */
  apply(movement: Movement): Booking[]
  assets(): AssetState[]
}

/** Builds a reckoner with nothing in it. */
export function createReckoner(terms: ReckonTerms): Reckoner {
  const book = createAssetBook(terms)
  const fees = createFees(terms, book)
  const steps = { ...createTrades(terms, book, fees), ...createMoves(terms, book, fees) }
  return {
    apply: (movement) => {
      book.next()
      // Of money only what was spent is a result: it is gone, and nothing was got for it.
      return steps[movement.kind](movement).filter((booked) => booked.outcome === 'spent' || !terms.isMoney(booked))
    },
    assets: book.assets,
  }
}

interface Fees {
  /** What a fee of a trade takes, in USDT: its money's worth, or what the lots that pay it had cost. */
  pay(movement: Movement, fee: LedgerFee | null): { cost: Decimal | null; booked: Booking[] }
  /** A fee that is no part of a trade is spent for nothing: what its lots had cost is its result. */
  spend(movement: Movement): Booking[]
  earn(movement: Movement, named: Named, amount: Decimal, value: Decimal | null): Booking
}
type Step = (movement: Movement) => Booking[]

function createFees(terms: ReckonTerms, book: AssetBook): Fees {
  const earn: Fees['earn'] = (movement, named, amount, value) => {
    const cost = terms.basis === 'zero' ? '0' : value
    book.gain(movement, named, amount, cost)
    const { entryId: lotId, at: acquiredAt } = movement
    const part: BookedPart = { lotId, acquiredAt, amount, cost, proceeds: null, result: cost, missing: false }
    return booking(movement, named, 'income', amount, [part], null)
  }
  const pay: Fees['pay'] = (movement, fee) => {
    if (fee === null || isZero(fee.amount)) return { cost: '0', booked: [] }
    if (terms.isMoney(fee)) {
      book.holds(fee, movement.accountId, subtract('0', fee.amount))
      return { cost: worth(terms, fee.amount, fee.asset), booked: [] }
    }
    // A rebate in a coin is a reward.
    if (isRebate(fee)) return { cost: '0', booked: [earn(movement, fee, subtract('0', fee.amount), null)] }
    const spent = book.leave(movement, fee, fee.amount, 'spent', null)
    // What the coins that paid it had cost goes over into the trade: the fee itself has neither gain nor loss.
    const parts = spent.parts.map((part) => ({ ...part, proceeds: part.cost, result: part.cost === null ? null : '0' }))
    const booked = booking(movement, fee, 'spent', fee.amount, parts, spent.cost)
    return { cost: spent.cost ?? '0', booked: [booked] }
  }
  return {
    pay,
    earn,
    spend: (movement) => {
      const { fee } = movement
      const isPaid = fee !== null && compare(fee.amount, '0') > 0
      return isPaid ? [book.leave(movement, fee, fee.amount, 'spent', '0')] : pay(movement, fee).booked
    },
  }
}

function createTrades(terms: ReckonTerms, book: AssetBook, fees: Fees): Record<'buy' | 'sell', Step> {
  /** What a trade is paid with leaves, or comes in: money by its amount, another coin by lots of a worth that nobody told. */
  const pay = (movement: Movement, sign: -1 | 1): Booking[] => {
    const total = totalOf(movement)
    if (total === null || isZero(total)) return []
    const paidWith = { coinId: movement.currencyCoinId, asset: movement.currency }
    // Of a dollar among the trader's coins the worth is known.
    const value = worth(terms, total, movement.currency)
    if (terms.isMoney(paidWith)) {
      book.holds(paidWith, movement.accountId, sign === 1 ? total : subtract('0', total))
      return []
    }
    if (sign === -1) return [book.leave(movement, paidWith, total, 'sold', value)]
    book.gain(movement, paidWith, total, value)
    return []
  }
  return {
    buy: (movement) => {
      const { amount, currency, fee } = movement
      const own = ownFee(movement)
      const paid = pay(movement, -1)
      const { cost, booked } = fees.pay(movement, own === '0' ? fee : null)
      const total = together(worth(terms, totalOf(movement), currency), cost)
      // What the exchange keeps of the coin itself never arrives; what arrives has cost all that was paid.
      if (compare(own, amount) < 0) {
        book.gain(movement, movement, subtract(amount, own), total)
        return [...paid, ...booked]
      }
      book.gain(movement, movement, amount, total)
      return [...paid, ...booked, book.leave(movement, movement, own, 'spent', '0')]
    },
    sell: (movement) => {
      const { amount, currency, fee } = movement
      const own = ownFee(movement)
      const { cost, booked } = fees.pay(movement, own === '0' ? fee : null)
      const gross = worth(terms, totalOf(movement), currency)
      const proceeds = gross === null || cost === null ? null : subtract(gross, cost)
      const sold = book.leave(movement, movement, add(amount, own), 'sold', proceeds)
      return [sold, ...booked, ...pay(movement, 1)]
    },
  }
}

function createMoves(
  terms: ReckonTerms,
  book: AssetBook,
  fees: Fees,
): Record<Exclude<Movement['kind'], 'buy' | 'sell'>, Step> {
  const leave: Step = (movement) => [
    book.leave(movement, movement, movement.amount, 'left', null),
    ...fees.spend(movement),
  ]
  const come: Step = (movement) => {
    const { amount, currency } = movement
    book.gain(movement, movement, amount, worth(terms, totalOf(movement), currency))
    return fees.spend(movement)
  }
  const earn: Step = (movement) => {
    const { amount, currency } = movement
    return [fees.earn(movement, movement, amount, worth(terms, totalOf(movement), currency)), ...fees.spend(movement)]
  }
  const move: Step = (movement) => {
    const { amount, to, at, accountId } = movement
    if (to === null) return leave(movement)
    const isTransfer = assetKey(movement) === assetKey(to)
    // Of a transfer what does not arrive went for its fee; a migration gives something for all that it takes.
    const moved = isTransfer && compare(to.amount, amount) < 0 ? to.amount : amount
    const lots = book.take(movement, accountId, moved, at)
    const more = isTransfer && compare(to.amount, amount) > 0 ? [book.missing(subtract(to.amount, amount), at)] : []
    book.put(to, to.accountId, isTransfer ? [...lots, ...more] : scaled(lots, amount, to.amount))
    const lost = subtract(amount, moved)
    return [
      booking(movement, movement, 'moved', moved, shared(lots, moved, null), null),
      ...(isZero(lost) ? [] : [book.leave(movement, movement, lost, 'spent', '0')]),
      ...fees.spend(movement),
    ]
  }
  return {
    deposit: come,
    withdrawal: leave,
    transfer: move,
    migration: move,
    fee: (movement) => [book.leave(movement, movement, movement.amount, 'spent', '0'), ...fees.spend(movement)],
    airdrop: earn,
    reward: earn,
    interest: earn,
    adjustment: (movement) =>
      compare(movement.amount, '0') < 0
        ? leave({ ...movement, amount: subtract('0', movement.amount) })
        : come(movement),
  }
}

const isRebate = ({ amount }: LedgerFee): boolean => compare(amount, '0') < 0

/** What of the traded asset itself went for the fee; a rebate is another matter. */
function ownFee({ fee, coinId, asset }: Movement): Decimal {
  const isOwn = fee !== null && assetKey(fee) === assetKey({ coinId, asset }) && !isRebate(fee)
  return isOwn && !isZero(fee.amount) ? fee.amount : '0'
}
