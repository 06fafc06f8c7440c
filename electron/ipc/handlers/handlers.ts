// Per operation: the shape of its input and the service that answers. Covers the contract, or it does not compile.

import { z } from 'zod'
import type { AppStatus, KeychainCheck } from '../../../shared/app.ts'
import type { Input, OperationName, Output } from '../../../shared/contract/contract.ts'
import type { Market } from '../../../shared/order.ts'
import type { ProfileStatus } from '../../../shared/profile.ts'
import type { GatewayIdentities } from '../../services/accounts/gateway-identities.ts'
import type { Preferences } from '../../services/common/preferences.ts'
import type { CoinMatches } from '../../services/markets/coin-matches.ts'
import type { OrderDesk } from '../../services/orders/order-desk.ts'
import type { OrderKeeper } from '../../services/orders/order-keeper.ts'
import type { OrderList } from '../../services/orders/order-list.ts'
import type { VenueSweep } from '../../services/orders/venue-sweep.ts'
import type { PortfolioService } from '../../services/portfolio/portfolio.ts'
import type { AirdropBook } from '../../services/research/airdrop-book.ts'
import type { CoinBook } from '../../services/research/coin-book.ts'
import * as s from '../schemas/schemas.ts'
import type { Sender } from '../trusted-sender.ts'
import { createVaultHandlers, type VaultServices } from './vault-handlers.ts'

interface Handler<K extends OperationName> {
  input: z.ZodType<Input<K>>
  run: (input: Input<K>, sender: Sender) => Output<K> | Promise<Output<K>>
}

export type Handlers = { [K in OperationName]: Handler<K> }

/** The profile as a whole: why it is not open, and what can be done. */
export interface ProfileActions {
  status(): ProfileStatus
  retry(): Promise<ProfileStatus>
  startNew(): Promise<ProfileStatus>
}

/** The services behind the operations. */
export interface Services extends VaultServices {
  coins: CoinBook
  airdrops: AirdropBook
  portfolio: PortfolioService
  desk: OrderDesk
  keeper: OrderKeeper
  orders: OrderList
  sweep: Pick<VenueSweep, 'foreign'>
  holdings: { save(row: Input<'holdings.save'>): void; remove(row: Input<'holdings.remove'>): void }
  saveRules(rules: Input<'rules.save'>): Promise<Output<'rules.save'>>
  listings: Pick<CoinMatches, 'list' | 'confirm'>
  markets(accountId: string, window: string): Promise<Market[]>
  gateways: GatewayIdentities
  profile: ProfileActions
  status(): AppStatus
  checkKeychain(): Promise<KeychainCheck>
  settings: Preferences
  now(): string
}

const forAccount = z.strictObject({ accountId: s.accountId.optional() })
const byCoin = z.strictObject({ coinId: s.coinId })
const byAccount = z.strictObject({ accountId: s.accountId })
const byIntent = z.strictObject({ intentId: s.intentId })
const byHolding = z.strictObject({ environment: s.environment, coinId: s.coinId })

/** Ties every operation to its service. */
export function createHandlers(services: Services): Handlers {
  const { coins, airdrops, portfolio, desk, keeper, orders, holdings, settings } = services
  return {
    'coins.list': { input: s.nothing, run: () => coins.list() },
    'coins.get': { input: byCoin, run: ({ coinId }) => coins.get(coinId) },
    'coins.save': { input: s.coinFields, run: (fields) => coins.save(fields) },
    'coins.remove': {
      input: byCoin,
      run: ({ coinId }) => {
        coins.remove(coinId)
        return null
      },
    },
    'watchlist.set': {
      input: byCoin.extend({ watched: z.boolean() }),
      run: ({ coinId, watched }) => coins.mark(coinId, { watched }),
    },
    'notes.save': {
      input: byCoin.extend({ text: s.note }),
      run: ({ coinId, text }) => coins.mark(coinId, { note: text === '' ? null : { text, updatedAt: services.now() } }),
    },
    'tags.set': {
      input: byCoin.extend({ tags: s.tags }),
      run: ({ coinId, tags }) => coins.mark(coinId, { tags: [...new Set(tags)] }),
    },
    'airdrops.list': { input: s.nothing, run: () => airdrops.list() },
    'airdrops.save': {
      input: byCoin.extend({
        progress: s.progress.optional(),
        note: s.note.optional(),
        deadline: s.deadline.nullable().optional(),
      }),
      run: (change) => airdrops.save(change),
    },
    'portfolio.get': {
      input: z.strictObject({ environment: s.environment }),
      run: ({ environment }) => portfolio.get(environment),
    },
    'portfolio.preview': {
      input: z
        .strictObject({
          accountId: s.accountId,
          coinId: s.coinId,
          side: s.side,
          size: s.size,
          price: s.positive.optional(),
          stopPrice: s.positive.optional(),
          timeInForce: s.timeInForce.optional(),
          market: s.market.optional(),
        })
        .refine(({ price, stopPrice }) => stopPrice === undefined || price !== undefined),
      run: (input) => desk.preview(input),
    },
    'holdings.save': {
      input: byHolding.extend({ amount: s.positive }),
      run: (row) => {
        coins.get(row.coinId)
        holdings.save(row)
        return portfolio.get(row.environment)
      },
    },
    'holdings.remove': {
      input: byHolding,
      run: (row) => {
        coins.get(row.coinId)
        holdings.remove(row)
        return portfolio.get(row.environment)
      },
    },
    'rules.get': { input: s.nothing, run: () => portfolio.rules() },
    'rules.save': { input: s.rules, run: (rules) => services.saveRules(rules) },
    'rules.override': {
      input: byIntent.extend({ reason: s.reason }),
      run: ({ intentId, reason }) => desk.override(intentId, reason),
    },
    'listings.list': {
      input: z.strictObject({ coinId: s.coinId.optional() }),
      run: (input) => {
        if (input.coinId !== undefined) coins.get(input.coinId)
        return services.listings.list(input)
      },
    },
    'listings.confirm': {
      input: z.strictObject({
        venue: s.venue,
        market: s.market,
        coinId: s.coinId,
        same: z.boolean(),
        accountId: s.accountId.optional(),
      }),
      run: (input) => services.listings.confirm(input),
    },
    'markets.list': {
      input: byAccount,
      run: ({ accountId }, sender) => services.markets(accountId, sender.window),
    },
    'orders.draft': {
      input: z.strictObject({ accountId: s.accountId, coinId: s.coinId, side: s.side, market: s.market.optional() }),
      run: (input, sender) => desk.draft(input, sender.window),
    },
    'orders.submit': { input: s.orderInput, run: (input) => desk.submit(input) },
    'orders.oneClick': {
      input: byIntent.extend({
        size: s.size,
        seen: s.positive,
        accountId: s.accountId.optional(),
        environment: s.environment.optional(),
      }),
      run: (input) => services.oneClick.place(input),
    },
    'orders.foreign': { input: byAccount, run: ({ accountId }) => services.sweep.foreign(accountId) },
    'orders.list': { input: s.orderFilter, run: (filter) => orders.list(filter) },
    'orders.page': { input: s.orderFilter, run: (filter) => orders.page(filter) },
    'orders.get': { input: byIntent, run: ({ intentId }) => orders.get(intentId) },
    'orders.cancel': { input: byIntent, run: ({ intentId }) => keeper.cancel(intentId) },
    'orders.decide': {
      input: byIntent.extend({ decision: z.enum(['not-placed', 'seen']), reason: s.reason }),
      run: (input) => desk.decide(input),
    },
    'orders.cancelAll': { input: forAccount, run: ({ accountId }) => keeper.cancelAll(accountId) },
    'orders.reconcile': { input: s.nothing, run: () => keeper.reconcile() },
    'orders.halt': { input: forAccount, run: ({ accountId }) => keeper.halt(accountId, true) },
    'orders.resume': { input: forAccount, run: ({ accountId }) => keeper.halt(accountId, false) },
    'gateway.identity': { input: byAccount, run: (input) => services.gateways.show(input) },
    'gateway.trust': {
      input: byAccount.extend({ fingerprint: s.fingerprint }),
      run: (input) => services.gateways.trust(input),
    },
    ...createVaultHandlers(services),
    'profile.status': { input: s.nothing, run: () => services.profile.status() },
    'profile.retry': { input: s.nothing, run: () => services.profile.retry() },
    'profile.startNew': { input: s.nothing, run: () => services.profile.startNew() },
    'app.status': { input: s.nothing, run: () => services.status() },
    'app.checkKeychain': { input: s.nothing, run: () => services.checkKeychain() },
    'settings.get': { input: s.nothing, run: () => settings.get() },
    'settings.save': { input: s.settings, run: (change) => settings.save(change) },
  }
}
