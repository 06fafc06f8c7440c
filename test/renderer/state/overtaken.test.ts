// Answers that come after something newer was asked or told: whatever they are about, they change nothing.

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useClock } from '../../../renderer/state/clock-store.ts'
import { forgetDetail, loadCoins, loadDetail, loadFirstCoins } from '../../../renderer/state/coins/coins-actions.ts'
import { useCoins } from '../../../renderer/state/coins/coins-store.ts'
import { loadMarkets } from '../../../renderer/state/markets/markets-actions.ts'
import { useMarkets } from '../../../renderer/state/markets/markets-store.ts'
import { loadForeign, loadOrders, setHalted } from '../../../renderer/state/orders/orders-actions.ts'
import { useOrders } from '../../../renderer/state/orders/orders-store.ts'
import { loadPortfolio, saveHolding, showEnvironment } from '../../../renderer/state/portfolio/portfolio-actions.ts'
import { usePortfolio } from '../../../renderer/state/portfolio/portfolio-store.ts'
import { checkProfile, forgetProfileCheck } from '../../../renderer/state/profile/profile-actions.ts'
import { useProfileCheck } from '../../../renderer/state/profile/profile-store.ts'
import { loadProfile, retryProfile } from '../../../renderer/state/profile/recovery-actions.ts'
import { useRecovery } from '../../../renderer/state/profile/recovery-store.ts'
import { loadIdentity } from '../../../renderer/state/session/gateway-actions.ts'
import { useGateway } from '../../../renderer/state/session/gateway-store.ts'
import {
  loadAccounts,
  loadSettings,
  loadStatus,
  saveSettings,
} from '../../../renderer/state/session/session-actions.ts'
import { useSession } from '../../../renderer/state/session/session-store.ts'
import { subscribe } from '../../../renderer/state/subscriptions.ts'
import { loadVault } from '../../../renderer/state/vault/vault-actions.ts'
import { useVault } from '../../../renderer/state/vault/vault-store.ts'
import type { OperationName, Output } from '../../../shared/contract/contract.ts'
import type { FakeOperations } from '../fakes/fake-contract.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { anOrder } from '../fakes/fake-orders.ts'
import { anAccount, aVault } from '../fakes/fake-vault.ts'
import { setUpPage } from '../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage({ filled: true })
})

/** Answers of one operation that the test gives when it likes, in the order in which they were asked for. */
function held<K extends OperationName>(name: K): PromiseWithResolvers<Output<K>>[] {
  const asked: PromiseWithResolvers<Output<K>>[] = []
  const answer = () => {
    const later = Promise.withResolvers<Output<K>>()
    asked.push(later)
    return later.promise
  }
  desktop.answer(name, answer as unknown as FakeOperations[K])
  return asked
}

describe('an answer to an older question', () => {
  test('does not take the place of a newer one', async () => {
    await loadCoins()
    const [coin] = useCoins.getState().coins.value ?? []
    if (coin === undefined) throw new Error('no coin')
    const asked = held('coins.list')
    const both = [loadCoins(), loadCoins()]
    asked[1]?.resolve([{ ...coin, watched: true }])
    await both[1]
    asked[0]?.resolve([{ ...coin, watched: false }])
    await both[0]
    expect(useCoins.getState().coins).toMatchObject({ value: [{ watched: true }], loading: false })
  })

  test('that came first neither shows nor ends the waiting', async () => {
    const asked = held('vault.status')
    const both = [loadVault(), loadVault()]
    asked[0]?.resolve(aVault({ state: 'locked' }))
    await both[0]
    expect(useVault.getState().vault).toEqual({ value: null, error: null, loading: true })
    asked[1]?.resolve(aVault({ state: 'unlocked' }))
    await both[1]
    expect(useVault.getState().vault).toMatchObject({ value: { state: 'unlocked' }, loading: false })
  })

  test('that is a failure does not hide the newer one', async () => {
    await loadAccounts()
    const asked = held('accounts.list')
    const both = [loadAccounts(), loadAccounts()]
    asked[1]?.resolve([anAccount({})])
    await both[1]
    asked[0]?.reject(new Error('gone'))
    await both[0]
    expect(useSession.getState().accounts.error).toBeNull()
  })

  test('about the markets of one account says nothing of those of another', async () => {
    const asked = held('markets.list')
    const both = [loadMarkets('practice'), loadMarkets('kraken-1')]
    asked[0]?.resolve([])
    asked[1]?.resolve([])
    await Promise.all(both)
    const { byAccount } = useMarkets.getState()
    expect(Object.values(byAccount)).toEqual(Array(2).fill({ value: [], error: null, loading: false }))
  })

  test('does not set the clock back', async () => {
    await loadStatus()
    const { value } = useSession.getState().status
    if (value === null) throw new Error('no status')
    const asked = held('app.status')
    const both = [loadStatus(), loadStatus()]
    asked[1]?.resolve({ ...value, now: '2030-01-01T00:00:10.000Z' })
    await both[1]
    asked[0]?.resolve({ ...value, now: '2030-01-01T00:00:00.000Z' })
    await both[0]
    expect(useClock.getState().now).toBeGreaterThanOrEqual(Date.parse('2030-01-01T00:00:10.000Z'))
  })
})

test('a coin that was removed is not shown by an answer about it', async () => {
  await loadCoins()
  const [coin] = useCoins.getState().coins.value ?? []
  const asked = held('coins.get')
  const loading = loadDetail(coin?.id ?? '')
  forgetDetail()
  asked[0]?.reject(new Error('no such coin'))
  await loading
  expect(useCoins.getState().detail).toEqual({ value: null, error: null, loading: false })
})

describe('news', () => {
  test('of the vault are newer than what was being asked', async () => {
    subscribe()
    const asked = held('vault.status')
    const loading = loadVault()
    desktop.emit('vault.changed', aVault({ state: 'locked' }))
    asked[0]?.resolve(aVault({ state: 'unlocked' }))
    await loading
    expect(useVault.getState().vault).toMatchObject({ value: { state: 'locked' }, loading: false })
  })

  test('of the accounts are newer than what was being asked', async () => {
    subscribe()
    const asked = held('accounts.list')
    const loading = loadAccounts()
    desktop.emit('accounts.changed', [anAccount({ label: 'New' })])
    asked[0]?.resolve([anAccount({ label: 'Old' })])
    await loading
    expect(useSession.getState().accounts.value?.map(({ label }) => label)).toEqual(['New'])
  })
})

describe('what is asked for at the start', () => {
  test('settings that were stored meanwhile stay', async () => {
    const asked = held('settings.get')
    const loading = loadSettings()
    await saveSettings({ theme: 'dark' })
    asked[0]?.resolve({ ...desktop.state.settings, theme: 'light' })
    await loading
    expect(useSession.getState().settings.theme).toBe('dark')
  })

  test('the first rows do not take the place of newer ones', async () => {
    await loadCoins()
    const [coin] = useCoins.getState().coins.value ?? []
    if (coin === undefined) throw new Error('no coin')
    const asked = held('coins.list')
    const both = [loadFirstCoins(Promise.resolve(true)), loadCoins()]
    asked[1]?.resolve([{ ...coin, watched: true }])
    await both[1]
    asked[0]?.resolve([{ ...coin, watched: false }])
    await both[0]
    expect(useCoins.getState().coins.value).toMatchObject([{ watched: true }])
  })

  test('a failure of the first rows is none where newer ones are there', async () => {
    const asked = held('coins.list')
    const both = [loadFirstCoins(Promise.resolve(true)), loadCoins()]
    asked[1]?.resolve([])
    await both[1]
    asked[0]?.reject(new Error('gone'))
    await both[0]
    expect(useCoins.getState().coins).toEqual({ value: [], error: null, loading: false })
  })

  test('the state of the profile is the one that the last try found', async () => {
    const open = { ...desktop.state.profile, state: 'open' } as const
    const asked = held('profile.status')
    const loading = loadProfile()
    desktop.answer('profile.retry', () => open)
    await retryProfile()
    asked[0]?.resolve({ ...open, state: 'damaged' })
    await loading
    expect(useRecovery.getState().status?.state).toBe('open')
  })
})

describe('money', () => {
  test('a halt is not taken back by a state of before', async () => {
    await loadStatus()
    const { value } = useSession.getState().status
    if (value === null) throw new Error('no status')
    const asked = held('app.status')
    const polling = loadStatus()
    desktop.answer('orders.halt', () => ({ all: true, accounts: [] }))
    await setHalted(true, null)
    asked[0]?.resolve({ ...value, halted: { all: false, accounts: [] } })
    await polling
    expect(useSession.getState().status).toMatchObject({ value: { halted: { all: true } }, loading: false })
  })

  test('a reading that began before a click failed clears no doubt about it', async () => {
    await loadOrders()
    const target = { accountId: 'practice', coinId: 'peaq', side: 'buy' } as const
    const asked = held('orders.page')
    const before = loadOrders()
    useOrders.getState().doubt(target)
    const after = loadOrders()
    const page = { items: [], next: null }
    for (const one of asked.slice(0, 2)) one.resolve(page)
    await before
    expect(Object.keys(useOrders.getState().doubtful)).toHaveLength(1)
    for (const one of asked.slice(2)) one.resolve(page)
    await after
    expect(useOrders.getState().doubtful).toEqual({})
  })

  test('how far back the orders go is of the reading that is shown', async () => {
    const asked = held('orders.page')
    const both = [loadOrders(), loadOrders()]
    asked[2]?.resolve({ items: [anOrder({ createdAt: '2026-11-24T10:00:00.000Z' })], next: 7 })
    asked[3]?.resolve({ items: [], next: null })
    await both[1]
    for (const one of asked.slice(0, 2)) one.resolve({ items: [], next: null })
    await both[0]
    expect(useOrders.getState()).toMatchObject({ next: { '': 7 }, oldest: '2026-11-24T10:00:00.000Z' })
  })

  test('orders at the exchange of an account that was left are not shown', async () => {
    useSession.getState().selectAccount('kraken-1')
    const asked = held('orders.foreign')
    const loading = loadForeign('kraken-1')
    useSession.getState().selectAccount('practice')
    asked[0]?.resolve([])
    await loading
    expect(useOrders.getState().foreign.value).toBeNull()
  })

  test('a portfolio that was asked for before a holding was stored does not take it back', async () => {
    await loadPortfolio()
    const { value } = usePortfolio.getState().portfolio
    if (value === null) throw new Error('no portfolio')
    const asked = held('portfolio.get')
    const loading = loadPortfolio()
    desktop.answer('holdings.save', () => ({ ...value, total: '7' }))
    await saveHolding({ environment: 'practice', coinId: 'peaq', amount: '7' }, 'peaq')
    asked[0]?.resolve({ ...value, total: '1' })
    await loading
    expect(usePortfolio.getState().portfolio.value?.total).toBe('7')
  })

  test('the portfolio of a mode that was left is not shown in another', async () => {
    await loadPortfolio()
    const { value } = usePortfolio.getState().portfolio
    if (value === null) throw new Error('no portfolio')
    const asked = held('portfolio.get')
    const both = [loadPortfolio(), showEnvironment('test')]
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    asked[1]?.resolve({ ...value, environment: 'test' })
    await both[1]
    asked[0]?.resolve(value)
    await both[0]
    expect(usePortfolio.getState().portfolio.value?.environment).toBe('test')
  })

  test('the identity of a gateway is never that of another account', async () => {
    const asked = held('gateway.identity')
    const both = [loadIdentity('first'), loadIdentity('second')]
    asked[1]?.resolve({ known: 'second', offered: null })
    await both[1]
    asked[0]?.resolve({ known: 'first', offered: 'other' })
    await both[0]
    expect(useGateway.getState().identity.value?.known).toBe('second')
    const third = loadIdentity('third')
    expect(useGateway.getState().identity.value).toBeNull()
    asked[2]?.resolve({ known: 'third', offered: null })
    await third
  })
})

test('a check of a profile that was replaced meanwhile is not shown of the next', async () => {
  const asked = held('app.checkProfile')
  const checking = checkProfile()
  forgetProfileCheck()
  asked[0]?.resolve({} as Output<'app.checkProfile'>)
  await checking
  expect(useProfileCheck.getState()).toEqual(useProfileCheck.getInitialState())
})
