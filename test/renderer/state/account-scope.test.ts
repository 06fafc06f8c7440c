// A ticket, a click, a cancel and a halt reach the account that stands on their button, whatever the header does meanwhile.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useMarkets } from '../../../renderer/state/markets/markets-store.ts'
import { cancelableIn, cancelWords, ordersIn } from '../../../renderer/state/orders/order-scope.ts'
import { cancelAll, loadOrders } from '../../../renderer/state/orders/orders-actions.ts'
import { accountWords } from '../../../renderer/state/session/names.ts'
import { selectAccount, selectEnvironment } from '../../../renderer/state/session/session-actions.ts'
import { environmentOf, useSession } from '../../../renderer/state/session/session-store.ts'
import { watchAccount } from '../../../renderer/state/session/watch-account.ts'
import { useStatus } from '../../../renderer/state/status-store.ts'
import { changeTicket, openTicket, submitTicket } from '../../../renderer/state/ticket/ticket-actions.ts'
import { useTicket } from '../../../renderer/state/ticket/ticket-store.ts'
import type { Account } from '../../../shared/accounts.ts'
import { click } from '../fakes/click.ts'
import { refuse } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { anOrder } from '../fakes/fake-orders.ts'
import { setUpPage } from '../fakes/setup-page.ts'

const account = (accountId: string, environment: Account['environment'], label: string): Account => ({
  ...{ accountId, environment, label, venue: environment === 'practice' ? 'practice' : 'binance' },
  ...{ venueAccountId: null, keyEnd: null, key: null, rotation: null, leak: null },
  oneClick: environment === 'practice' ? null : { maxValue: '100', deviation: '0.01' },
})
const PRACTICE = account('practice', 'practice', 'Practice')
const MAIN = account('main-1', 'live', 'Main Binance')
const SIDE = account('side-1', 'live', 'Second Binance')
const TEST = account('test-1', 'test', 'Testnet')
const ALL = [PRACTICE, MAIN, SIDE, TEST]

let desktop: FakeDesktop
const made = (...names: string[]) => desktop.calls.filter(({ name }) => names.includes(name))
const submits = () => made('orders.submit', 'orders.oneClick')
const inputs = (name: string) => made(name).map(({ input }) => input)
const isOpen = () => useTicket.getState().subject !== null

watchAccount()

beforeEach(async () => {
  vi.useFakeTimers()
  desktop = setUpPage()
  useSession.getState().putAccounts({ value: ALL })
  for (const { accountId } of ALL) useMarkets.getState().put(accountId, { value: desktop.state.markets })
  const modes = new Map(ALL.map(({ accountId, environment }) => [accountId, environment]))
  const draft = { intentId: crypto.randomUUID(), order: null }
  const base = await desktop.api.orders.draft({ accountId: 'practice', coinId: 'peaq', side: 'buy' })
  desktop.answer('orders.draft', ({ accountId, side }) => ({
    ...(base.ok ? base.value : refuse('INTERNAL', '')),
    ...draft,
    ...{ intentId: crypto.randomUUID(), accountId, side, environment: modes.get(accountId) ?? 'practice' },
  }))
  for (const name of ['orders.submit', 'orders.oneClick'] as const) {
    desktop.answer(name, ({ intentId }: { intentId: string }) => anOrder({ intentId, status: 'filled' }))
  }
  await loadOrders()
  desktop.calls.length = 0
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a ticket', () => {
  const opened = async (accountId: string) => {
    await selectAccount(accountId)
    await openTicket('peaq', 'buy')
    await vi.runAllTimersAsync()
  }

  test.each(ALL)('names $label with its mode, and sends both with the order', async (own) => {
    await opened(own.accountId)
    const words = accountWords(useSession.getState(), useTicket.getState().subject?.accountId ?? '')
    expect(words).toBe(`${own.label}, ${own.environment.toUpperCase()}`)
    await submitTicket()
    const { accountId, environment } = own
    expect(inputs('orders.submit')).toMatchObject([{ accountId, environment }])
  })

  const changes = ALL.flatMap((from) => ALL.filter((to) => to !== from).map((to) => ({ from, to })))
  test.each(changes)('of $from.label closes when $to.label is chosen: nothing can be pressed', async ({ from, to }) => {
    await opened(from.accountId)
    await selectAccount(to.accountId)
    expect(isOpen()).toBe(false)
    await submitTicket()
    expect(submits()).toEqual([])
    expect(useStatus.getState().message?.title).toContain(`on ${from.label}, ${from.environment.toUpperCase()}`)
  })

  test('gives back what was typed on its own account, and nowhere else', async () => {
    await opened('main-1')
    changeTicket({ type: 'limit', size: '77', price: '1.5' })
    await selectAccount('practice')
    await selectAccount('main-1')
    await openTicket('peaq', 'buy')
    expect(useTicket.getState().form).toMatchObject({ type: 'limit', size: '77', price: '1.5' })
    await selectAccount('side-1')
    await openTicket('peaq', 'buy')
    expect(useTicket.getState().form).toMatchObject({ type: 'market', size: '50', price: '' })
  })

  test('never shows what an order would do on the account that was left', async () => {
    await opened('main-1')
    let answer = () => undefined as undefined
    const late = new Promise<void>((resolve) => {
      answer = () => void resolve()
    })
    const preview = await desktop.api.portfolio.preview({
      ...{ accountId: 'practice', coinId: 'peaq', side: 'buy' },
      size: { unit: 'quote', value: '600' },
    })
    desktop.answer('portfolio.preview', async ({ accountId }) => {
      if (accountId === 'main-1') await late
      return { ...(preview.ok ? preview.value : refuse('INTERNAL', '')), total: accountId === 'main-1' ? '1' : '2' }
    })
    changeTicket({ size: '60' })
    await vi.advanceTimersByTimeAsync(250)
    await selectAccount('practice')
    await openTicket('peaq', 'buy')
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(useTicket.getState().preview.value).toBeNull()
    await vi.advanceTimersByTimeAsync(250)
    expect(useTicket.getState().preview.value?.total).toBe('2')
  })

  test('whose button was drawn before another ticket took its place sends nothing', async () => {
    await opened('main-1')
    const pressed = useTicket.getState().draft.value?.intentId
    await opened('practice')
    await submitTicket(pressed)
    expect(submits()).toEqual([])
  })

  test('closes when its account is removed in another window, and the header says so', async () => {
    await opened('main-1')
    useSession.getState().putAccounts({ value: [PRACTICE, TEST] })
    expect(isOpen()).toBe(false)
    expect(environmentOf(useSession.getState())).toBe('practice')
  })
})

describe('a click', () => {
  test('goes where its button said, though the header has changed before the answer', async () => {
    await selectAccount('main-1')
    void click('peaq', 'buy')
    await selectAccount('practice')
    await vi.runAllTimersAsync()
    expect(submits()).toMatchObject([
      { name: 'orders.oneClick', input: { accountId: 'main-1', environment: 'live', size: { value: '50' } } },
    ])
    expect(inputs('orders.draft')).toMatchObject([{ accountId: 'main-1' }])
  })

  test('that has to be looked at opens no ticket of an account that was left', async () => {
    desktop.answer('orders.oneClick', () => refuse('PRICE_MOVED', 'Look again.'))
    await selectAccount('main-1')
    void click('peaq', 'buy')
    await selectAccount('side-1')
    await vi.runAllTimersAsync()
    expect(useTicket.getState().subject).toBeNull()
  })

  test('does nothing in a mode without an account', async () => {
    useSession.getState().putAccounts({ value: [PRACTICE] })
    await selectEnvironment('live')
    expect(environmentOf(useSession.getState())).toBe('live')
    await openTicket('peaq', 'buy')
    expect(useTicket.getState().subject).toBeNull()
    expect(desktop.calls.filter(({ name }) => name.startsWith('orders.') || name === 'markets.list')).toEqual([])
  })
})

describe('the list of orders', () => {
  const orders = [
    anOrder({ intentId: 'a', accountId: 'practice', environment: 'practice', status: 'open' }),
    anOrder({ intentId: 'b', accountId: 'main-1', environment: 'live', status: 'open' }),
    anOrder({ intentId: 'c', accountId: 'side-1', environment: 'live', status: 'filled' }),
  ]

  test('follows the header until it is widened', () => {
    const shown = (accountId: string | null) => ordersIn(orders, { accountId }).map(({ intentId }) => intentId)
    expect([shown('practice'), shown('main-1'), shown(null)]).toEqual([['a'], ['b'], ['a', 'b', 'c']])
  })

  test.each([
    ['practice', '1 on Practice, PRACTICE', ['practice']],
    ['main-1', '1 on Main Binance, LIVE', ['main-1']],
    ['side-1', '', []],
    [null, '1 on Practice, PRACTICE; 1 on Main Binance, LIVE', ['practice', 'main-1']],
  ])('of %s names what "Cancel all" reaches, and cancels that alone', async (accountId, words, reached) => {
    const parts = cancelableIn(orders, { accountId }, ALL)
    expect(cancelWords(parts)).toBe(words)
    desktop.answer('orders.cancelAll', () => [])
    await cancelAll(parts)
    expect(inputs('orders.cancelAll')).toEqual(reached.map((each) => ({ accountId: each })))
  })
})
