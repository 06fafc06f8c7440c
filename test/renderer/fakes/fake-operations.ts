// What the fake desktop answers to each operation: enough for the page, with none of the real rules.

import type { AppStatus } from '../../../shared/app.ts'
import { add, divide, multiply, sum } from '../../../shared/decimal.ts'
import type { Draft, Order, OrderFilter } from '../../../shared/order.ts'
import { isInDoubt } from '../../../shared/order-states.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { asText, reason } from '../../../shared/reasons/reason.ts'
import { airdropOperations } from './fake-airdrops.ts'
import { type Emit, type FakeOperations, refuse } from './fake-contract.ts'
import { ledgerOperations } from './fake-ledger.ts'
import { listingOperations } from './fake-listings.ts'
import { noteOperations } from './fake-notes.ts'
import { anOrder } from './fake-orders.ts'
import { researchOperations } from './fake-research.ts'
import { ruleOperations } from './fake-rules.ts'
import { quoteOperations, sourceOperations } from './fake-sources.ts'
import { stagedOperations } from './fake-staged.ts'
import type { FakeState } from './fake-state.ts'
import { vaultOperations } from './fake-vault.ts'
import { viewOperations } from './fake-views.ts'

/** A place in the list is the number of orders before it. */
function pageOf(orders: readonly Order[], filter: OrderFilter): Page<Order> {
  const { accountId, environment, coinId, status, before = 0, limit = PAGE_SIZE } = filter
  const statuses = status === undefined ? null : [status].flat()
  const all = orders
    .filter((order) => accountId === undefined || order.accountId === accountId)
    .filter((order) => environment === undefined || order.environment === environment)
    .filter((order) => coinId === undefined || order.coinId === coinId)
    .filter((order) => statuses?.includes(order.status) ?? true)
  const items = all.slice(before, before + limit).map((order) => ({ ...order }))
  return { items, next: all.length > before + limit ? before + limit : null }
}

function portfolioOf(state: FakeState, environment: Portfolio['environment']): Portfolio {
  if (!state.vault.accounts.some((account) => account.environment === environment)) {
    return {
      environment,
      asOf: null,
      asOfMs: null,
      accounts: [],
      total: null,
      limitTotal: null,
      unpriced: [],
      cash: [],
      holdings: [],
      assets: [],
      breaches: [],
      limits: [],
      kinds: [],
    }
  }
  const { holdings, rules } = state
  const total = add(state.cash, sum(holdings.flatMap(({ value }) => (value === null ? [] : [value]))))
  return {
    environment,
    asOf: new Date(Date.now() - 4_000).toISOString(),
    asOfMs: 6_000,
    accounts: [
      { accountId: 'practice', asOf: new Date(Date.now() - 4_000).toISOString(), asOfMs: 6_000, cash: state.cash },
    ],
    total,
    limitTotal: total,
    unpriced: holdings.filter(({ value }) => value === null).map(({ coinId }) => coinId),
    cash: [{ asset: 'USDT', amount: state.cash }],
    holdings,
    assets: [],
    breaches: holdings
      .filter(({ share, limit }) => share !== null && limit !== null && Number(share) > Number(limit))
      .map(({ coinId, share, limit }) => ({
        rule: 'project',
        limit: limit ?? '0',
        share: share ?? '0',
        level: rules.project.level,
        coinId,
      })),
    limits: state.limits,
    kinds: [],
  }
}

const marketOfCoin = (state: FakeState, coinId: string) =>
  state.markets.find((market) => market.coinId === coinId) ?? refuse('NO_MARKET', coinId)

const haltedOf = (state: FakeState) => ({ all: state.halted, accounts: [] })

type OrderOperation = Extract<keyof FakeOperations, `orders.${string}`>

function orderOperations(state: FakeState, emit: Emit): Pick<FakeOperations, OrderOperation> {
  let minted = 0
  const drafts = new Map<string, Draft>()
  const orderOf = (intentId: string) =>
    state.orders.find((order) => order.intentId === intentId) ?? refuse('NOT_FOUND', intentId)
  const change = (order: Order, patch: Partial<Order>) => {
    Object.assign(order, patch, { updatedAt: new Date().toISOString() })
    emit('orders.changed', { ...order })
    return { ...order }
  }

  return {
    'orders.draft': ({ accountId, coinId, side }) => {
      const { market, stage, opensAt, closesAt, rules, price } = marketOfCoin(state, coinId)
      const key = `${coinId} ${side}`
      const before = drafts.get(key)
      const order = state.orders.find(({ intentId }) => intentId === before?.intentId) ?? null
      if (before !== undefined && (order === null || isInDoubt(order))) return { ...before, order }
      minted += 1
      const draft: Draft = {
        intentId: `intent-${minted}`,
        accountId,
        environment: state.vault.accounts.find((account) => account.accountId === accountId)?.environment ?? 'practice',
        coinId,
        side,
        market,
        stage,
        opensAt,
        closesAt,
        rules,
        question: null,
        quote: price,
        free: { base: '1000', quote: '9000' },
        stageSince: null,
        sides: ['buy', 'sell'],
        orderTypes: ['market', 'limit'],
        timesInForce: ['gtc', 'ioc', 'post-only'],
        order: null,
      }
      drafts.set(key, draft)
      return draft
    },
    'orders.foreign': () => [],
    'orders.oneClick': () => refuse('ONE_CLICK_OFF', 'One-click orders are off.'),
    'orders.submit': ({ intentId, type, size, price }) => {
      const draft = [...drafts.values()].find((each) => each.intentId === intentId)
      if (draft === undefined) return refuse('DRAFT_NOT_FOUND', intentId)
      const now = new Date().toISOString()
      const limit = type === 'limit'
      const { accountId, environment, coinId, market, side } = draft
      const unit = draft.quote?.ask ?? '1'
      const amount = size.unit === 'quote' ? divide(size.value, unit) : size.value
      const order = anOrder({
        intentId,
        accountId,
        environment,
        coinId,
        market,
        side,
        type,
        size,
        amount,
        price: price ?? null,
        status: limit ? 'open' : 'filled',
        filled: limit ? '0' : amount,
        averagePrice: limit ? null : unit,
        createdAt: now,
        updatedAt: now,
      })
      state.orders = [order, ...state.orders]
      emit('orders.changed', { ...order })
      return { ...order }
    },
    'orders.list': (filter) => pageOf(state.orders, filter).items,
    'orders.page': (filter) => pageOf(state.orders, filter),
    'orders.get': ({ intentId }) => orderOf(intentId),
    'orders.decide': ({ intentId, decision }) =>
      change(orderOf(intentId), {
        status: decision === 'seen' ? 'conflict' : 'not-placed',
        decidedAt: new Date().toISOString(),
      }),
    'orders.cancel': ({ intentId }) => change(orderOf(intentId), { status: 'canceled' }),
    'orders.cancelAll': () =>
      state.orders.filter((order) => order.status === 'open').map((order) => change(order, { status: 'canceled' })),
    'orders.reconcile': () => state.orders.map((order) => ({ ...order })),
    'orders.halt': () => {
      state.halted = true
      return haltedOf(state)
    },
    'orders.resume': () => {
      state.halted = false
      return haltedOf(state)
    },
  }
}

/** The answers over one memory. */
export function operationsOf(state: FakeState, emit: Emit): FakeOperations {
  const coinOf = (coinId: string) => state.coins.find(({ id }) => id === coinId) ?? refuse('NOT_FOUND', coinId)
  const status = (): AppStatus => ({
    version: '0.1.0',
    shell: 'chromium',
    now: new Date().toISOString(),
    accounts: state.vault.accounts.map(({ accountId }) => ({
      accountId,
      state: 'reachable',
      lastAnswerAt: new Date(Date.now() - 2_000).toISOString(),
      lastAnswerMs: 8_000,
    })),
    monotonicMs: 10_000,
    nextLookAt: null,
    unsettledOrders: state.orders.filter(isInDoubt).length,
    halted: haltedOf(state),
    notices: [],
  })

  return {
    'coins.list': () => state.coins.map((coin) => ({ ...coin })),
    'coins.get': ({ coinId }) => ({ ...coinOf(coinId) }),
    'coins.save': ({ coinId = '', early }) => {
      const coin = coinOf(coinId)
      if (early !== undefined)
        Object.assign(coin, { early: early ?? false, earlySetBy: early === null ? 'evidence' : 'trader' })
      return { ...coin }
    },
    'coins.remove': () => null,
    'coins.markMany': ({ coinIds, watched, addTags = [], removeTags = [] }) =>
      coinIds.map((coinId) => {
        const coin = coinOf(coinId)
        const tags = [...new Set([...coin.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])]
        return { ...Object.assign(coin, { tags, watched: watched ?? coin.watched }) }
      }),
    'coins.removeMany': ({ coinIds }) => {
      const removed = coinIds.filter((coinId) => coinOf(coinId).origin === 'own')
      state.coins = state.coins.filter(({ id }) => !removed.includes(id))
      return { removed, kept: coinIds.filter((coinId) => !removed.includes(coinId)) }
    },
    'watchlist.set': ({ coinId, watched }) => ({ ...Object.assign(coinOf(coinId), { watched }) }),
    'notes.save': ({ coinId, text }) => ({
      ...Object.assign(coinOf(coinId), {
        note: { text, updatedAt: new Date().toISOString() },
        noteLine: text === '' ? null : text,
      }),
    }),
    'tags.set': ({ coinId, tags }) => ({ ...Object.assign(coinOf(coinId), { tags }) }),
    ...researchOperations(state, coinOf),
    'undo.list': () => [],
    'undo.run': () => refuse('NOT_FOUND', 'Nothing to undo.'),
    ...noteOperations(state),
    ...viewOperations(state),
    'search.query': ({ text }) =>
      state.coins
        .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
        .map(({ id, name, ticker }) => ({ kind: 'coin', id, coinId: id, title: name, detail: ticker ?? '', at: null })),
    ...airdropOperations(state, emit),
    'portfolio.get': ({ environment }) => portfolioOf(state, environment),
    'portfolio.preview': ({ coinId, size, price }) => {
      const quote = marketOfCoin(state, coinId).price
      const unit = price ?? quote?.ask ?? null
      if (unit === null) refuse('PRICE_UNKNOWN', 'No price was ever seen.')
      const value = size.unit === 'quote' ? size.value : multiply(size.value, unit)
      const share = divide(value, '10000')
      const over = Number(share) > 0.05
      return {
        price: quote,
        amount: divide(value, unit),
        value,
        fee: multiply(value, '0.001'),
        total: multiply(value, '1.001'),
        reserved: { asset: 'USDT', amount: multiply(value, '1.001') },
        free: { base: '1000', quote: '9000' },
        shareBefore: '0',
        shareAfter: share,
        unpriced: [],
        atCost: [],
        breaches: over ? [{ rule: 'project', limit: '0.05', share, level: 'block', coinId }] : [],
        largestAllowed: '500',
        estimate: null,
        problems: over
          ? [{ code: 'RULE_BREACH', reason: asText('The order would take the coin over your limit.') }]
          : [],
        warnings: [],
      }
    },
    'holdings.save': ({ environment }) => portfolioOf(state, environment),
    'holdings.remove': ({ environment, coinId }) => {
      state.holdings = state.holdings.filter((held) => held.coinId !== coinId)
      return portfolioOf(state, environment)
    },
    'targets.get': ({ environment = 'live' }) => ({ environment, items: [], band: '0.01', updatedAt: null }),
    'targets.save': ({ environment = 'live', items, band = '0.01' }) => ({
      ...{ environment, items, band, updatedAt: new Date().toISOString() },
    }),
    'rebalance.plan': ({ environment }) => ({
      ...{ environment, asOf: null, total: null, items: [], tickets: [], left: [] },
    }),
    ...ruleOperations(state),
    'markets.list': () => [...state.markets],
    ...sourceOperations(state, emit),
    ...quoteOperations(state),
    ...ledgerOperations(state),
    ...listingOperations(state, emit),
    ...stagedOperations(state, emit),
    ...orderOperations(state, emit),
    'gateway.identity': () => ({ ...state.gateway }),
    'gateway.trust': ({ fingerprint }) => {
      state.gateway = { known: fingerprint, offered: null }
      return { ...state.gateway }
    },
    ...vaultOperations(state.vault, emit),
    'profile.status': () => ({ ...state.profile }),
    'profile.retry': () => ({ ...state.profile }),
    'profile.startNew': () => refuse('NOT_ALLOWED', 'The profile is open.'),
    'app.status': status,
    'app.checkProfile': () => ({ state: 'sound', checkedAt: '2026-11-22T12:00:00.000Z' }),
    'app.checkKeychain': () => ({
      state: 'unreachable',
      detail: reason('KEYCHAIN_KEEPS'),
      checkedAt: new Date().toISOString(),
    }),
    'settings.get': () => state.settings,
    'settings.save': (patch) => {
      state.settings = { ...state.settings, ...(patch as Partial<FakeState['settings']>) }
      emit('settings.changed', state.settings)
      return state.settings
    },
  }
}
