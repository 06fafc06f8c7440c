// What the fake desktop remembers.

import type { GatewayIdentity } from '../../../shared/accounts.ts'
import type { Airdrop, AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/app.ts'
import type { CoinDetail } from '../../../shared/coin.ts'
import type { Views } from '../../../shared/list/views.ts'
import type { Staged } from '../../../shared/markets/staged.ts'
import type { Market, Order } from '../../../shared/order.ts'
import {
  DEFAULT_RULES,
  type Holding,
  type LimitState,
  type RuleOverride,
  type Rules,
} from '../../../shared/portfolio.ts'
import type { ProfileStatus } from '../../../shared/profile.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { Source } from '../../../shared/sources/sources.ts'
import { catalogueDetails } from './fake-coins.ts'
import type { FakeLedger } from './fake-ledger.ts'
import { type FakeListings, noListings } from './fake-listings.ts'
import { anOrder, marketOf } from './fake-orders.ts'
import { allSourcesOff } from './fake-sources.ts'
import { type FakeVault, noVault } from './fake-vault.ts'
import { noViews } from './fake-views.ts'

export interface FakeState {
  coins: CoinDetail[]
  airdrops: Record<string, Partial<Airdrop>>
  tasks: AirdropTask[]
  /** Where the calendar's feed lies. */
  feed: string | null
  markets: Market[]
  sources: Source[]
  orders: Order[]
  holdings: Holding[]
  cash: string
  rules: Rules
  limits: LimitState[]
  overrides: RuleOverride[]
  settings: Settings
  halted: boolean
  profile: ProfileStatus
  gateway: GatewayIdentity
  vault: FakeVault
  views: Views
  ledger: FakeLedger
  listings: FakeListings
  staged: Staged[]
}

const PRICES: Record<string, string> = {
  gravity: '0.1244',
  nillion: '0.3412',
  'my-pet-hooligan': '0.0381',
  parcl: '0.1127',
  nibiru: '0.0194',
  dolomite: '0.0719',
  movement: '0.4420',
  ten: '0.0052',
  peaq: '0.2000',
}

function holding(coinId: string, name: string, patch: Partial<Holding>): Holding {
  const at = new Date(Date.now() - 4_000).toISOString()
  const base: Holding = {
    coinId,
    name,
    amount: '250',
    price: PRICES[coinId] ?? null,
    priceAt: PRICES[coinId] === undefined ? null : at,
    priceAsOfMs: PRICES[coinId] === undefined ? null : 9_000,
    value: null,
    valuedAt: null,
    share: null,
    limit: '0.05',
    kind: 'project',
    match: 'certain',
    early: false,
    priceFrom: PRICES[coinId] === undefined ? null : 'practice',
    parts: [],
  }
  const { amount, value } = { ...base, ...patch }
  return { ...base, parts: [{ source: 'venue', accountId: 'practice', amount, value }], ...patch }
}

function someHoldings(): Holding[] {
  return [
    holding('peaq', 'peaq', {
      amount: '3105',
      value: '621',
      share: '0.0621',
    }),
    holding('movement', 'Movement', { amount: '950.25', value: '420.01', share: '0.042' }),
    holding('dolomite', 'Dolomite', { amount: '1800', value: '129.42', share: '0.0129' }),
    holding('ola', 'Ola', {
      amount: '1000',
      early: true,
      limit: '0.01',
      parts: [{ source: 'manual', accountId: null, amount: '1000', value: null }],
    }),
  ]
}

function someOrders(): Order[] {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
  const order = (number: number, seconds: number, patch: Partial<Order>) =>
    anOrder({
      intentId: `5f0c6d2e-0000-4000-8000-00000000000${number}`,
      createdAt: ago(seconds),
      updatedAt: ago(seconds - 1),
      ...patch,
    })
  return [
    order(1, 40, {
      coinId: 'nillion',
      market: 'NIL/USDT',
      status: 'unknown',
      amount: '146.54',
      filled: '0',
      averagePrice: null,
      fee: null,
      venueOrderId: null,
      attempts: [
        {
          number: 1,
          startedAt: ago(40),
          outcome: 'unknown',
          sent: 'whole',
          detail: reason('CONNECTION_BROKE', { system: null }),
          words: null,
          validUntil: null,
        },
      ],
    }),
    order(2, 300, {
      type: 'limit',
      timeInForce: 'gtc',
      price: '0.1812',
      status: 'open',
      filled: '0',
      averagePrice: null,
      fee: null,
    }),
    order(3, 900, {}),
    order(4, 5000, { coinId: 'movement', market: 'MOVE/USDT', side: 'sell', amount: '10.25', filled: '10.25' }),
    order(5, 9000, {
      coinId: 'ten',
      market: 'TEN/USDT',
      status: 'rejected',
      reason: reason('EXCHANGE_SAID', { words: 'The size is below the smallest that the market takes.' }),
      filled: '0',
      averagePrice: null,
      fee: null,
    }),
  ]
}

/** A new memory. */
export function fakeState(filled: boolean): FakeState {
  const coins = catalogueDetails()
  const at = new Date(Date.now() - 3_000).toISOString()
  if (filled) {
    const peaq = coins.find(({ id }) => id === 'peaq')
    if (peaq)
      Object.assign(peaq, { tags: ['depin', 'hold'], note: { text: 'Read the tokenomics again.', updatedAt: at } })
  }
  return {
    coins,
    tasks: [],
    feed: null,
    airdrops: filled ? { gravity: { progress: 'in-progress', deadline: '2026-12-01' } } : {},
    sources: allSourcesOff(),
    markets: coins.map(({ id, ticker, name }) =>
      marketOf(id, ticker ?? name.toUpperCase().replaceAll(' ', ''), PRICES[id] ?? null, at),
    ),
    orders: filled ? someOrders() : [],
    holdings: filled ? someHoldings() : [],
    cash: filled ? '8829.57' : '10000',
    rules: DEFAULT_RULES,
    limits: [],
    overrides: [],
    profile: { state: 'open', reason: null, folder: '/profile', kept: [] },
    gateway: { known: null, offered: null },
    vault: noVault(),
    settings: { ...DEFAULT_SETTINGS, welcomed: true, sourcesAsked: true },
    ledger: { movements: [], results: {}, bookings: [], preview: {}, imports: [], transfers: {} },
    listings: noListings(),
    staged: [],
    views: noViews(),
    halted: false,
  }
}
