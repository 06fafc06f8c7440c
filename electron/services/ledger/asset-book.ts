// What is held of each asset, by place, and of which lots it consists: what comes in, what leaves, and what that leaves booked.

import { add, type Decimal, isZero, multiply, subtract } from '../../../shared/decimal.ts'
import type {
  BookedPart,
  Booking,
  BookingOutcome,
  CostMethod,
  IncomeBasis,
  Movement,
} from '../../../shared/ledger/ledger.ts'
import { createLots, type Lot, type LotSums, type Lots, newLot } from './lots.ts'
import { shared } from './parts.ts'

export interface ReckonTerms {
  method: CostMethod
  basis: IncomeBasis
  /** USDT for one unit of a currency, at any time; `null` is unknown. */
  rateOf(currency: string): Decimal | null
  isMoney(named: Named): boolean
}

/** An asset as a movement names it. */
export interface Named {
  coinId: string | null
  asset: string
}

/** What the ledger holds of one asset. */
export interface AssetState extends Named {
  /** By place; below zero where more has left than came in. */
  held: ReadonlyMap<string, Decimal>
  /** By average cost the pool of all places, whichever is asked for. */
  lots(accountId: string): Lot[]
  allLots(): Lot[]
  /** What its lots come to, at each place or in the pool. */
  sums(): LotSums[]
  /** The same at one place; `null` where all places have one pool. */
  sumsAt(accountId: string): LotSums | null
}

export interface AssetBook {
  /** Changes the amount alone: for money, which has no lots. */
  holds(named: Named, accountId: string, change: Decimal): void
  /** The lots of `amount`, with one for what no movement has brought in. */
  take(named: Named, accountId: string, amount: Decimal, at: string): Lot[]
  put(named: Named, accountId: string, lots: readonly Lot[]): void
  /** What has come in by `movement`, at `cost`. */
  gain(movement: Movement, named: Named, amount: Decimal, cost: Decimal | null): void
  /** What leaves by it, as a booking. */
  leave(movement: Movement, named: Named, amount: Decimal, outcome: BookingOutcome, proceeds: Decimal | null): Booking
  /** A lot that stands for what came from nowhere. */
  missing(amount: Decimal, at: string): Lot
  /** The next movement begins. */
  next(): void
  assets(): AssetState[]
}

interface Asset extends Named {
  held: Map<string, Decimal>
  lots: Map<string, Lots>
}

const POOLED = ''
const NO_LOTS: LotSums = { amount: '0', cost: null, unknown: '0' }

/** What an asset is known by: a coin by its id, so that it stays itself under another ticker. */
export const assetKey = ({ coinId, asset }: Named): string => coinId ?? `asset:${asset}`

/** Builds an empty book. */
export function createAssetBook(terms: ReckonTerms): AssetBook {
  const { method, isMoney } = terms
  const assets = new Map<string, Asset>()
  let place = 0
  const assetOf = (named: Named): Asset => {
    const key = assetKey(named)
    const known = assets.get(key)
    if (known !== undefined) return known
    const created: Asset = { coinId: named.coinId, asset: named.asset, held: new Map(), lots: new Map() }
    assets.set(key, created)
    return created
  }
  const lotsAt = (asset: Asset, accountId: string): Lots => {
    const at = method === 'average' ? POOLED : accountId
    const known = asset.lots.get(at)
    if (known !== undefined) return known
    const created = createLots(method)
    asset.lots.set(at, created)
    return created
  }
  const change = (asset: Asset, accountId: string, by: Decimal) =>
    asset.held.set(accountId, add(asset.held.get(accountId) ?? '0', by))
  const unknown = (amount: Decimal, at: string): Lot =>
    newLot({ lotId: null, acquiredAt: at, place, amount, cost: null, missing: true })

  const take: AssetBook['take'] = (named, accountId, amount, at) => {
    const asset = assetOf(named)
    change(asset, accountId, subtract('0', amount))
    if (isMoney(asset)) {
      const cost = worth(terms, amount, asset.asset)
      return [newLot({ lotId: null, acquiredAt: at, place, amount, cost, missing: false })]
    }
    const taken = lotsAt(asset, accountId).take(amount)
    const left = taken.reduce((rest, one) => subtract(rest, one.amount), amount)
    return isZero(left) ? taken : [...taken, unknown(left, at)]
  }
  const put: AssetBook['put'] = (named, accountId, lots) => {
    const asset = assetOf(named)
    for (const one of lots) {
      change(asset, accountId, one.amount)
      if (!isMoney(asset)) lotsAt(asset, accountId).put(one)
    }
  }
  return {
    take,
    put,
    holds: (named, accountId, by) => change(assetOf(named), accountId, by),
    gain: (movement, named, amount, cost) =>
      put(named, movement.accountId, [
        newLot({ lotId: movement.entryId, acquiredAt: movement.at, place, amount, cost, missing: false }),
      ]),
    leave: (movement, named, amount, outcome, proceeds) => {
      const lots = take(named, movement.accountId, amount, movement.at)
      return booking(movement, named, outcome, amount, shared(lots, amount, proceeds), proceeds)
    },
    missing: unknown,
    next: () => {
      place += 1
    },
    assets: () => [...assets.values()].map(seen),
  }
}

/** USDT for so much of a currency; `null` where no rate is known. */
export function worth(
  { rateOf }: Pick<ReckonTerms, 'rateOf'>,
  amount: Decimal | null,
  currency: string,
): Decimal | null {
  const rate = amount === null ? null : rateOf(currency)
  return rate === null || amount === null ? null : multiply(amount, rate)
}

/** What a movement did to one asset; its sums are over what is known of its parts. */
export function booking(
  { entryId, at, accountId }: Movement,
  { coinId, asset }: Named,
  outcome: BookingOutcome,
  amount: Decimal,
  parts: BookedPart[],
  proceeds: Decimal | null,
): Booking {
  const hasResult = outcome !== 'left' && outcome !== 'moved'
  const unknown = parts.filter((part) => (hasResult ? part.result : part.cost) === null)
  return {
    ...{ entryId, at, accountId, coinId, asset, outcome, amount, proceeds },
    cost: known(parts.map(({ cost }) => cost)),
    result: hasResult ? known(parts.map(({ result }) => result)) : null,
    unknown: unknown.reduce((sum, part) => add(sum, part.amount), '0'),
    parts,
  }
}

/** The sum of what is known; `null` where nothing is. */
function known(values: readonly (Decimal | null)[]): Decimal | null {
  const told = values.filter((value) => value !== null)
  return told.length === 0 && values.length > 0 ? null : told.reduce(add, '0')
}

function seen({ coinId, asset, held, lots }: Asset): AssetState {
  return {
    ...{ coinId, asset, held },
    lots: (accountId) => (lots.get(accountId) ?? lots.get(POOLED))?.all() ?? [],
    allLots: () => [...lots.values()].flatMap((some) => some.all()),
    sums: () => [...lots.values()].map((some) => some.sums()),
    sumsAt: (accountId) => (lots.has(POOLED) ? null : (lots.get(accountId)?.sums() ?? NO_LOTS)),
  }
}
