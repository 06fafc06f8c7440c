// The movements on the page: chosen, paged, added, taken away and put back; what an order or a file says stays as it is.

import { beforeEach, expect, test } from 'vitest'
import { MovementPanel } from '../../../../renderer/features/portfolio/movements/MovementPanel.tsx'
import { MovementsView } from '../../../../renderer/features/portfolio/movements/MovementsView.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadCoins } from '../../../../renderer/state/coins/coins-actions.ts'
import {
  chooseMovements,
  followMovements,
  loadMoreMovements,
  loadMovements,
  removeMovement,
  saveMovement,
  showMovementsOf,
} from '../../../../renderer/state/ledger/movements-actions.ts'
import { useMovements } from '../../../../renderer/state/ledger/movements-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import { drawn } from '../../fakes/drawn.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.ledger
let desktop: FakeDesktop

function aMovement(number: number, patch: Partial<Movement> = {}): Movement {
  return {
    ...{ entryId: `e${number}`, groupId: `e${number}`, sequence: 0, environment: 'practice' },
    at: new Date(Date.UTC(2026, 10, 30) - number * 60_000).toISOString(),
    ...{ accountId: 'cold', kind: 'buy', coinId: 'peaq', asset: 'PEAQ', amount: '10', price: '0.2' },
    ...{ currency: 'USDT', currencyCoinId: null, total: null, fee: null, to: null, source: 'manual', note: '' },
    ...patch,
  }
}

const ids = () => useMovements.getState().movements.value?.map(({ entryId }) => entryId) ?? null
const view = () => drawn(<MovementsView />)
const panel = (entryId: string) => drawn(<MovementPanel open={{ kind: 'movement', entryId }} />)

beforeEach(async () => {
  desktop = setUpPage()
  await loadCoins()
})

test('nothing yet: what comes by itself, and what to do', async () => {
  await loadMovements()
  expect(view()).toContain(words.empty)
  expect(view()).toContain(words.emptyHelp)
})

test('each row says kind, coin, signed amount, price, total, place and who says so', async () => {
  desktop.state.ledger.movements = [
    aMovement(1),
    aMovement(2, { kind: 'sell', amount: '4', price: null, source: 'fill' }),
    aMovement(3, {
      kind: 'transfer',
      price: null,
      to: { accountId: 'box', coinId: 'peaq', asset: 'PEAQ', amount: '9.9' },
    }),
    aMovement(4, { kind: 'adjustment', amount: '-3', source: 'opening', accountId: 'manual' }),
    aMovement(5, {
      coinId: null,
      asset: 'BTC',
      source: 'import:2026:x',
      fee: { asset: 'BNB', coinId: null, amount: '0.01' },
    }),
  ]
  await loadMovements()
  const page = view()
  for (const seen of ['+10', '−4', '+9.9 PEAQ', '−3', '→ box', 'Elsewhere', 'BTC', 'BNB', '0.2', '2.00'])
    expect(page).toContain(seen)
  for (const source of Object.values(words.source).filter((one) => one !== words.source.claim))
    expect(page).toContain(source)
  // A transfer has no price to be unknown; the sale has.
  expect(page.match(new RegExp(words.unknown.price, 'g'))).toHaveLength(2)
})

test('a choice asks for those alone, an answer to an earlier choice changes nothing', async () => {
  desktop.state.ledger.movements = [aMovement(1), aMovement(2, { coinId: 'ola', asset: 'OLA' })]
  await loadMovements()
  let answer = () => {}
  desktop.answer(
    'ledger.page',
    () => new Promise((done) => (answer = () => done({ items: [aMovement(9)], next: null }))),
  )
  const first = chooseMovements({ coinId: 'ola' })
  expect(ids()).toBeNull()
  await expect.poll(() => desktop.calls.filter(({ name }) => name === 'ledger.page').length).toBe(2)
  const late = answer
  desktop.answer('ledger.page', ({ coinId, kind }) => ({
    items: [aMovement(coinId === 'ola' && kind === 'sell' ? 7 : 8)],
    next: null,
  }))
  await chooseMovements({ kind: 'sell' })
  expect(ids()).toEqual(['e7'])
  late()
  await first
  expect(ids()).toEqual(['e7'])
})

test('more are read behind those that are shown, and news keeps as many in sight', async () => {
  desktop.state.ledger.movements = Array.from({ length: 1_200 }, (_, at) => aMovement(at))
  await loadMovements()
  expect(ids()).toHaveLength(500)
  await loadMoreMovements()
  expect(ids()).toHaveLength(1_000)
  const stop = followMovements()
  desktop.state.ledger.movements = [aMovement(-1), ...desktop.state.ledger.movements]
  desktop.emit('portfolio.changed', null)
  await expect.poll(() => ids()?.[0]).toBe('e-1')
  expect(ids()).toHaveLength(1_000)
  stop()
  await loadMoreMovements()
  expect(ids()).toHaveLength(1_201)
  expect(useMovements.getState().next).toBeNull()
  expect(new Set(ids()).size).toBe(1_201)
})

test('another mode begins anew', async () => {
  desktop.state.ledger.movements = [aMovement(1)]
  await loadMovements()
  useMovements.getState().set({ open: { kind: 'movement', entryId: 'e1' }, accountId: 'cold' })
  desktop.answer('ledger.page', ({ environment, accountId }) => {
    expect([environment, accountId]).toEqual(['live', undefined])
    return { items: [], next: null }
  })
  await showMovementsOf('live')
  expect([ids(), useMovements.getState().open]).toEqual([[], null])
})

test('one that is removed is gone from the list, closed where it was open, and offers no second way back', async () => {
  desktop.state.ledger.movements = [aMovement(1), aMovement(2)]
  await loadMovements()
  useMovements.getState().set({ open: { kind: 'movement', entryId: 'e1' } })
  await removeMovement(aMovement(1))
  expect([ids(), useMovements.getState().open]).toEqual([['e2'], null])
  expect(useStatus.getState().message).toMatchObject({ title: words.done.removed })
  expect(useStatus.getState().message?.action).toBeUndefined()
})

test('a refusal keeps what is open, and is said', async () => {
  desktop.answer('ledger.save', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  expect(
    await saveMovement({ at: '2026-11-30', accountId: 'cold', kind: 'buy', coinId: 'peaq', amount: '1' }),
  ).toBeNull()
  expect(useStatus.getState().message?.tone).toBe('bad')
})

test('a fill has no field and no way to take it away, and says why', async () => {
  desktop.state.ledger.movements = [aMovement(1, { source: 'fill' })]
  await loadMovements()
  expect(panel('e1')).toContain(words.fixed.fill)
  expect(panel('e1')).not.toMatch(/<input|>Remove</)
  expect(panel('e1')).toContain(words.toOrders)
})

test('a row from a file takes a price and a note alone', async () => {
  desktop.state.ledger.movements = [aMovement(1, { source: 'import:x' })]
  await loadMovements()
  const page = panel('e1')
  expect(page).toContain(words.fixed.import)
  expect(page).toContain(words.price('USDT'))
  expect(page).not.toContain(`>${words.amount}</label>`)
})
