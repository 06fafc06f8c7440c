// The check before an opening: at each place where the coin is planned or listed, for each account there. It asks nothing over
// the network; what an account knows is kept fresh where one is in use.

import type { Account } from '../../../shared/accounts.ts'
import { add, type Decimal, divide } from '../../../shared/decimal.ts'
import type { Preflight, PreflightItem, PreflightTarget } from '../../../shared/markets/listing.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { AccountContext, Accounts } from '../accounts/accounts.ts'
import type { PortfolioService } from '../portfolio/portfolio.ts'
import { limitFor, shareOf } from '../portfolio/risk.ts'
import type { CoinService } from '../research/coin-service.ts'
import type { ListingPlans } from './listing-plans.ts'
import type { ListingView } from './listing-view.ts'
import * as checks from './preflight-checks.ts'

export interface PreflightService {
  /** Every place of this coin that has not opened yet, else every place where it is listed. */
  check(coinId: string): Preflight
  /** One place of it. */
  target(coinId: string, venue: string, market: string, opensAt: string | null): PreflightTarget[]
}

export interface PreflightParts {
  accounts: Pick<Accounts, 'list' | 'context'>
  coins: Pick<CoinService, 'some'>
  plans: Pick<ListingPlans, 'list'>
  view: Pick<ListingView, 'list'>
  portfolio: Pick<PortfolioService, 'riskBook' | 'rules'>
  journal: Pick<OrderJournal, 'halts'>
  clock: Pick<Clock, 'now' | 'monotonic'>
  isVaultOpen: () => boolean
  clockOffsetMs: (venue: string) => number | null
  /** Of one order, in USDT. */
  presetSize: () => Decimal
}

/** Builds it. */
export function createPreflight(parts: PreflightParts): PreflightService {
  const { accounts, coins, plans, view, portfolio, journal, clock } = parts
  const since = (ms: number | null) => (ms === null ? null : clock.monotonic() - ms)

  const balance = ({ view: account }: AccountContext, market: string) => {
    const quote = market.split('/')[1]?.split(':')[0] ?? 'USDT'
    const sheet = account.lastBalances()
    const rate = account.lastRate(quote)
    // An account that was read and holds none of it holds nothing of it.
    const free = sheet === null ? null : (sheet.balances.find(({ asset }) => asset === quote)?.free ?? '0')
    const wanted = rate === null ? null : divide(parts.presetSize(), rate.price)
    return checks.balanceItem(quote, free, wanted, since(sheet?.asOfMs ?? null))
  }
  /** As the account has measured it, which is what its orders are dated by; else as the public list tells. */
  const clockOffset = ({ view: account }: AccountContext, venue: string): number | null => {
    if (venue === 'practice') return 0
    const measured = account.lastClockOffset()
    const isOld = measured === null || clock.monotonic() - measured.asOfMs > checks.TOO_OLD_MS
    return isOld ? parts.clockOffsetMs(venue) : measured.offsetMs
  }
  const limit = ({ environment }: Account, coinId: string) => {
    const [coin] = coins.some([coinId])
    const book = portfolio.riskBook(environment, undefined, coinId)
    if (coin === undefined || book.exempt.includes(coinId)) return checks.limitItem(null, null)
    const held = book.exposures.filter((each) => each.coinId === coinId)
    const value = held.reduce((total, each) => add(total, each.value), '0')
    const share = book.unpriced.includes(coinId) ? null : shareOf(value, book.total)
    return checks.limitItem(limitFor(coin.early, portfolio.rules()), share)
  }
  const itemsOf = (account: Account, coinId: string, venue: string, market: string): PreflightItem[] => {
    const context = accounts.context(account.accountId)
    const { all, accounts: halted } = journal.halts()
    const { state, lastAnswerAt, lastAnswerMs } = context.view.status()
    const rows = view.list({ coinId }).filter((row) => row.venue === venue && row.market === market)
    const row = rows.find((each) => each.accountIds.includes(account.accountId)) ?? rows[0]
    const listed = row === undefined || row.source === 'plan' ? null : row.match
    return [
      { check: 'account', state: 'ok', reason: reason('PREFLIGHT_ACCOUNT', { account: account.label }), action: null },
      { check: 'vault', ...checks.vaultItem(account, parts.isVaultOpen()) },
      { check: 'key', ...checks.keyItem(account) },
      { check: 'balance', ...balance(context, market) },
      { check: 'market', ...checks.marketItem(market, listed) },
      { check: 'limits', ...limit(account, coinId) },
      { check: 'sending', ...checks.sendingItem(all || halted.includes(account.accountId)) },
      { check: 'clock', ...checks.clockItem(clockOffset(context, venue)) },
      { check: 'connection', ...checks.connectionItem(state, lastAnswerAt, since(lastAnswerMs)) },
    ]
  }
  const target: PreflightService['target'] = (coinId, venue, market, opensAt) => {
    const here = accounts.list().filter((account) => account.venue === venue)
    const place = { venue, market, opensAt }
    if (here.length === 0) {
      const why = reason('PREFLIGHT_NO_ACCOUNT', { venue: venueNameOf(venue) })
      const item: PreflightItem = { check: 'account', state: 'attention', reason: why, action: 'add-account' }
      return [{ ...place, accountId: null, items: [item] }]
    }
    return here.map((account) => ({
      ...place,
      accountId: account.accountId,
      items: itemsOf(account, coinId, venue, market),
    }))
  }
  return {
    target,
    check: (coinId) => {
      const planned = plans.list().filter((plan) => plan.coinId === coinId && plan.stage !== 'trading')
      const rows = view.list({ coinId }).filter(({ match }) => match !== 'refused')
      const places = new Map(
        [...planned, ...(planned.length > 0 ? rows.filter(({ opensAt }) => opensAt !== null) : rows)].map((each) => [
          JSON.stringify([each.venue, each.market]),
          each,
        ]),
      )
      return {
        coinId,
        checkedAt: new Date(clock.now()).toISOString(),
        targets: [...places.values()].flatMap(({ venue, market, opensAt }) => target(coinId, venue, market, opensAt)),
      }
    },
  }
}
