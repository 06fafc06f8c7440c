// One click is one order, whatever the hand and the network do.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useMarkets } from '../../../../renderer/state/markets/markets-store.ts'
import { blockedBy } from '../../../../renderer/state/orders/in-flight-guard.ts'
import { COOL_DOWN_MS } from '../../../../renderer/state/orders/one-click-actions.ts'
import { loadOrders, noteOrder } from '../../../../renderer/state/orders/orders-actions.ts'
import { ledgerOf, useOrders } from '../../../../renderer/state/orders/orders-store.ts'
import { useSession } from '../../../../renderer/state/session/session-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import { useTicket } from '../../../../renderer/state/ticket/ticket-store.ts'
import { click } from '../../fakes/click.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { anOrder } from '../../fakes/fake-orders.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const TARGET = { accountId: 'practice', coinId: 'peaq', side: 'buy' } as const
const disarmed = () => blockedBy(ledgerOf(useOrders.getState()), TARGET)

let desktop: FakeDesktop

function submits() {
  return desktop.calls.filter(({ name }) => name === 'orders.submit')
}

beforeEach(async () => {
  vi.useFakeTimers()
  desktop = setUpPage()
  await loadOrders()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('one click', () => {
  test('sends the preset size at the market, once, and says what became of it', async () => {
    const done = click('peaq', 'buy')
    await vi.runAllTimersAsync()
    await done
    expect(submits()).toHaveLength(1)
    expect(submits()[0]?.input).toMatchObject({ type: 'market', size: { unit: 'quote', value: '50' } })
    expect(useStatus.getState().message).toMatchObject({ tone: 'good' })
  })

  test('a second click in the same moment finds the button disarmed', async () => {
    void click('peaq', 'buy')
    expect(disarmed()).toBe('working')
    void click('peaq', 'buy')
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect(submits()).toHaveLength(1)
  })

  test('the button stays disarmed for a double click although the order has long filled', async () => {
    void click('peaq', 'buy')
    await vi.advanceTimersByTimeAsync(COOL_DOWN_MS - 1)
    expect(useOrders.getState().orders.value?.[0]?.status).toBe('filled')
    await click('peaq', 'buy')
    expect(submits()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(disarmed()).toBeNull()
  })

  test('another coin is free while one is under way', async () => {
    void click('peaq', 'buy')
    void click('ten', 'buy')
    await vi.runAllTimersAsync()
    expect(submits()).toHaveLength(2)
  })

  test('does nothing before the ledger was read', async () => {
    desktop = setUpPage()
    await click('peaq', 'buy')
    expect(desktop.calls).toEqual([])
  })
})

describe('after a lost answer', () => {
  test('the button stays disarmed until news settles the order', async () => {
    const unknown = anOrder({ status: 'unknown' })
    desktop.answer('orders.submit', () => unknown)
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect(disarmed()).toBe('unsettled')
    expect(useStatus.getState().message?.detail).toContain('Don’t place it again')
    noteOrder({ ...unknown, status: 'filled', updatedAt: '2030-01-01T00:00:00.000Z' })
    expect(disarmed()).toBeNull()
    expect(useStatus.getState().message?.tone).toBe('good')
  })

  test('an order that is still under way from before a reload is shown, and nothing is sent', async () => {
    const pending = anOrder({ intentId: 'intent-1', status: 'submitting' })
    desktop.answer('orders.draft', () => ({ order: pending, intentId: 'intent-1' }) as never)
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect(submits()).toHaveLength(0)
    expect(disarmed()).toBe('unsettled')
  })

  test('a failure arms the button only after the ledger was read again', async () => {
    desktop.answer('orders.submit', () => refuse('INTERNAL', 'the bridge broke'))
    desktop.answer('orders.page', () => refuse('INTERNAL', 'the bridge broke'))
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect(disarmed()).toBe('ledger-unread')
    desktop.answer('orders.page', () => ({ items: [], next: null }))
    await loadOrders()
    expect(disarmed()).toBeNull()
  })

  test('a breach is said with what helps', async () => {
    desktop.answer('orders.submit', () => refuse('RULE_BREACH', 'peaq would be 6% of the portfolio.'))
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect(useStatus.getState().message).toMatchObject({ tone: 'bad', title: 'Over your limit.' })
    expect(useStatus.getState().message?.detail).toContain('Open a ticket')
    expect(disarmed()).toBeNull()
  })
})

describe('one click where a coin has several markets', () => {
  const note = (...quotes: string[]) => {
    const [peaq] = desktop.state.markets.filter(({ coinId }) => coinId === 'peaq')
    if (peaq === undefined) throw new Error('no market')
    useMarkets.getState().put('practice', {
      value: quotes.map((quote) => ({ ...peaq, market: `PEAQ/${quote}`, quote })),
    })
    desktop.calls.length = 0
  }
  const drafts = () => desktop.calls.filter(({ name }) => name === 'orders.draft').map(({ input }) => input)

  test('uses the one in USDT, by name', async () => {
    note('EUR', 'USDT', 'USDC')
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect(drafts()).toMatchObject([{ market: 'PEAQ/USDT' }])
    expect(submits()).toHaveLength(1)
  })

  test('opens a ticket that asks which where none is in USDT, and sends and drafts nothing', async () => {
    note('EUR', 'USDC')
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect([drafts(), submits()]).toEqual([[], []])
    expect(useTicket.getState().subject).toMatchObject({ coinId: 'peaq', market: null })
    expect(disarmed()).toBeNull()
  })

  test('opens the ticket of the only market where that is in another currency', async () => {
    note('EUR')
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    expect([drafts().length, submits().length]).toEqual([1, 0])
    expect(useTicket.getState().draft.value).not.toBeNull()
  })
})

describe('one click at an exchange', () => {
  const ordered = async () => {
    const mode = { maxValue: '100', deviation: '0.005' }
    const [practice] = (await desktop.api.accounts.list({}).then((answer) => (answer.ok ? answer.value : []))) ?? []
    if (practice === undefined) throw new Error('no account')
    const account = { ...practice, accountId: 'binance-1', environment: 'test', oneClick: mode } as const
    useSession.getState().putAccounts({ value: [account] })
    useSession.getState().selectAccount(account.accountId)
    useMarkets.getState().note(account.accountId, desktop.state.markets)
    const draft = await desktop.api.orders.draft({ accountId: account.accountId, coinId: 'peaq', side: 'buy' })
    desktop.answer('orders.draft', () => ({
      ...(draft.ok ? draft.value : refuse('INTERNAL', '')),
      environment: 'test',
    }))
    desktop.calls.length = 0
    void click('peaq', 'buy')
    await vi.runAllTimersAsync()
    return desktop.calls.filter(({ name }) => name === 'orders.oneClick' || name === 'orders.submit')
  }

  test('sends the price that stands on the screen, and no bare market order', async () => {
    desktop.answer('orders.oneClick', () => anOrder({ status: 'filled' }))
    const ask = desktop.state.markets.find(({ coinId }) => coinId === 'peaq')?.price?.ask
    expect(await ordered()).toMatchObject([{ name: 'orders.oneClick', input: { seen: ask, size: { value: '50' } } }])
    expect(useTicket.getState().subject).toBeNull()
  })

  test.each(['PRICE_MOVED', 'RULE_BREACH'] as const)('opens the ticket when %s has to be looked at', async (code) => {
    desktop.answer('orders.oneClick', () => refuse(code, 'Look again.'))
    expect(await ordered()).toHaveLength(1)
    expect(useTicket.getState().subject).toMatchObject({ accountId: 'binance-1', coinId: 'peaq', side: 'buy' })
  })
})

test('news that is older than what is known is not told', async () => {
  const unknown = anOrder({ status: 'unknown', updatedAt: '2030-01-01T00:00:01.000Z' })
  desktop.answer('orders.submit', () => unknown)
  void click('peaq', 'buy')
  await vi.runAllTimersAsync()
  const told = useStatus.getState().message
  noteOrder({ ...unknown, status: 'submitting', updatedAt: '2030-01-01T00:00:00.000Z' })
  expect(useStatus.getState().message).toEqual(told)
})
