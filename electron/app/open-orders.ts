// Opens the orders: what must still be true when one leaves, what sends it, what looks after it until it is final, and
// what looks for those that were called dead.

import { randomUUID } from 'node:crypto'
import { createSerialQueue, type SerialQueue } from '../../shared/serial-queue.ts'
import { createOverrideStore } from '../adapters/sqlite/ledger/override-store.ts'
import { createTargetStore } from '../adapters/sqlite/ledger/target-store.ts'
import { createStagedStore } from '../adapters/sqlite/staged/staged-store.ts'
import type { OrderServices } from '../ipc/handlers/orders.ts'
import type { PortfolioServices } from '../ipc/handlers/portfolio.ts'
import type { OrderJournal } from '../ports/stores.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import { createPreTrade } from '../services/orders/checks/pre-trade.ts'
import { createExternalOrderScan } from '../services/orders/external-order-scan.ts'
import { createLateWatch } from '../services/orders/late-watch.ts'
import { createOneClick } from '../services/orders/one-click.ts'
import { createOrderExecutor, type OrderExecutor } from '../services/orders/order-executor.ts'
import { createOrderList } from '../services/orders/order-list.ts'
import { createOrderMonitor, type OrderMonitor } from '../services/orders/order-monitor.ts'
import { createOrderService, type OrderService } from '../services/orders/order-service.ts'
import { createStreamCover, type StreamCover } from '../services/orders/stream-cover.ts'
import { createTargets } from '../services/orders/target-service.ts'
import { createOverrides } from '../services/portfolio/overrides.ts'
import { mergedRules, ruleFacts } from '../services/portfolio/risk.ts'
import type { AccountsArea } from './open-accounts.ts'
import type { CoinArea } from './open-coins.ts'
import type { Core } from './open-core.ts'
import type { MarketArea } from './open-markets.ts'
import type { PortfolioArea } from './open-portfolio.ts'
import type { VaultArea } from './open-vault.ts'
import { diskFull } from './parts/notices.ts'

export interface OrderArea {
  queue: SerialQueue
  executor: OrderExecutor
  cover: StreamCover
  orderService: OrderService
  monitor: OrderMonitor
  /** As of `PreTrade`. */
  recheck(): Promise<void>
  operations: OrderServices & Pick<PortfolioServices, 'saveRules' | 'targets' | 'overrides' | 'endOverride'>
  /** Looks up the orders that a dead process left, and goes on looking after those that are not final. */
  start(): void
  /** Ends the loops; resolves when the look-ups under way are over. */
  stop(): Promise<void>
}

export interface OrderAreaParts {
  core: Core
  audit: AuditLog
  journal: OrderJournal
  vault: VaultArea
  coins: CoinArea
  accounts: AccountsArea
  markets: MarketArea
  portfolio: PortfolioArea
}

/** Opens it; nothing is sent or looked up before `start`. */
export function openOrders(parts: OrderAreaParts): OrderArea {
  const { core, audit, journal, accounts } = parts
  const { clock, trace, logger, notices, page, internal, tellStatus, preferences } = core
  const { coins, store } = parts.coins
  const { matches, questions } = parts.markets
  const { portfolio } = parts.portfolio
  const { modes } = accounts
  const contextOf = accounts.accounts.context
  const queue = createSerialQueue()
  const preTrade = createPreTrade({
    ...{ journal, clock, withdraw: parts.vault.keyService.withdraw },
    holdsMs: () => preferences.get().sendWithinSeconds * 1_000,
  })
  const cover = createStreamCover(clock)
  const executor = createOrderExecutor({
    ...{ journal, clock, trace, logger, notices, preTrade, cover },
    changed: (order) => internal.emit('order.changed', order),
    looked: (order) => page.emit('orders.changed', order),
    keyRefused: (accountId) => internal.emit('key.refused', { accountId }),
  })
  const overrides = createOverrides({
    ...{ store: createOverrideStore(core.db), journal, clock, audit: audit.append, newId: randomUUID },
  })
  const staged = createStagedStore(core.db)
  // Kept while nobody writes to them, so that a draft asks for nothing more.
  staged.open()
  const orderService = createOrderService({
    ...{ journal, queue, executor, portfolio, matches, questions, preTrade, contextOf, clock, trace, overrides },
    profileCheck: core.profileCheck,
    assertUsable: async (accountId) => {
      if (core.db.isFull()) throw diskFull()
      await accounts.checks.assertReady(accountId)
    },
    coinOf: coins.stage,
    farPrice: () => preferences.get().farPrice,
    newId: randomUUID,
    prepared: ({ accountId, coinId, side, market }) => {
      const row = staged
        .open()
        .find(
          (each) =>
            each.state === 'asking' &&
            each.accountId === accountId &&
            each.coinId === coinId &&
            each.side === side &&
            each.market === market,
        )
      return row?.intentId == null ? null : journal.findDraft(row.intentId)
    },
    decided: (order) => internal.emit('order.changed', order),
    // After its answer, which waits for neither.
    ended: (accountId) =>
      void setImmediate(() => {
        internal.emit('streams.wanted', null)
        internal.emit('submit.ended', { accountId })
      }),
    audit: audit.note,
  })
  const oneClick = createOneClick({
    ...{ journal, clock, contextOf, matches, modes },
    submit: orderService.submit,
    recheck: preTrade.recheck,
  })
  const shared = { journal, queue, executor, contextOf, clock, scheduler: core.scheduler, logger }
  const monitor = createOrderMonitor({ ...shared, orderService, preTrade, planned: tellStatus })
  const sweep = createExternalOrderScan({ ...shared, notices })
  const late = createLateWatch(shared)
  const reached = { portfolio, viewsOf: accounts.accounts.viewsOf, preview: orderService.preview }
  const targets = createTargets(createTargetStore(core.db), coins, reached, core.now)
  const saveRules: PortfolioServices['saveRules'] = async (input) => {
    const rules = mergedRules(portfolio.rules(), input, randomUUID)
    store.atomically(() => {
      store.saveRules(rules)
      audit.append({ kind: 'rule', event: 'rules-saved', detail: ruleFacts(rules) })
    })
    // A stricter rule also counts for an order that is on its way.
    await preTrade.recheck()
    return rules
  }

  const endOverride: PortfolioServices['endOverride'] = async (overrideId) => {
    const ended = overrides.end(overrideId)
    await preTrade.recheck()
    return ended
  }

  internal.on('order.changed', (order) => {
    contextOf(order.accountId).view.touchBalances()
    page.emit('orders.changed', order)
    page.emit('portfolio.changed', null)
    tellStatus()
    monitor.wake(order.intentId)
    late.wake()
  })
  internal.on('key.refused', ({ accountId }) =>
    monitor.halt(accountId, true).catch((error: unknown) => logger.error('account-not-halted', { accountId, error })),
  )
  internal.on('vault.locking', preTrade.end)
  internal.on('vault.locked', ({ wasOpen }) => {
    modes.endAll()
    if (wasOpen) void preTrade.end()
  })
  internal.on('vault.opened', () => {
    executor.askForTrades()
    monitor.wake()
    return sweep.lookForLate().then(late.lookNow)
  })
  return {
    ...{ queue, executor, cover, orderService, monitor, recheck: preTrade.recheck },
    operations: {
      ...{ monitor, oneClick, sweep, saveRules, targets, overrides, endOverride },
      orderService: {
        ...orderService,
        draft: (input, window) => {
          internal.emit('ticket.opened', { window, accountId: input.accountId })
          return orderService.draft(input, window)
        },
      },
      orders: createOrderList(journal, contextOf, coins.stage),
    },
    start: () => {
      core.atStart('recover', () => executor.recover())
      core.atStart('trades', () => executor.askForTrades())
      monitor.wake()
      late.wake()
    },
    stop: async () => {
      await Promise.all([monitor.stop(), late.stop()])
    },
  }
}
