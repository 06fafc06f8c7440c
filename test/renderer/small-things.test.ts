// What a trader trips over: codes without words, a press that cannot be taken back, colours that come twice.

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { errorWords } from '../../renderer/answer-words.ts'
import { text } from '../../renderer/messages/late/en.ts'
import { loadPortfolio, removeHolding, saveHolding } from '../../renderer/state/portfolio/portfolio-actions.ts'
import { usePortfolio } from '../../renderer/state/portfolio/portfolio-store.ts'
import { reportFailure } from '../../renderer/state/report.ts'
import { useStatus } from '../../renderer/state/status-store.ts'
import { colorOf } from '../../renderer/ui/pictures/Donut.tsx'
import { ORDER_STATUSES } from '../../shared/order.ts'
import { AppError, type ErrorCode } from '../../shared/result.ts'
import type { FakeDesktop } from './fakes/fake-desktop.ts'
import { setUpPage } from './fakes/setup-page.ts'

/** A limit that only a page which does nothing meets. */
const LONG = { timeout: 15_000, interval: 1 }

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage({ filled: true })
})

describe('a code that this page has no words for', () => {
  test.each(['FROM_ANOTHER_VERSION', 'constructor', '__proto__', ''])('%s is named, and ends nothing', (code) => {
    const error = new AppError(code as ErrorCode, 'The backend said so.')
    expect(errorWords(error)).toEqual(text.common.unknownError(code))
    reportFailure(error)
    expect(useStatus.getState().message).toMatchObject({ title: `Couldn’t do that (${code}).`, tone: 'bad' })
  })
})

describe('a holding', () => {
  const entered = () =>
    usePortfolio
      .getState()
      .portfolio.value?.holdings.flatMap(({ coinId, parts }) =>
        parts.flatMap(({ source, amount }) => (source === 'manual' ? [{ coinId, amount }] : [])),
      )
  const undo = async () => {
    const before = saved().length
    useStatus.getState().message?.action?.run()
    await vi.waitFor(() => expect(saved().length).toBeGreaterThan(before), LONG)
  }

  const saved = () => desktop.calls.filter(({ name }) => name === 'holdings.save').map(({ input }) => input)

  test('that was removed with one press comes back with one press, as it was', async () => {
    await loadPortfolio()
    const [first] = entered() ?? []
    if (first === undefined) throw new Error('nothing entered')
    await removeHolding({ environment: 'practice', coinId: first.coinId }, 'peaq')
    expect(entered()).not.toContainEqual(first)
    await undo()
    expect(saved()).toEqual([{ environment: 'practice', ...first }])
  })

  test('that took the place of another one gives it back', async () => {
    await loadPortfolio()
    const [first] = entered() ?? []
    if (first === undefined) throw new Error('nothing entered')
    const next = { environment: 'practice', coinId: first.coinId, amount: '7' } as const
    await saveHolding(next, 'peaq')
    await undo()
    expect(saved()).toEqual([next, { ...next, amount: first.amount }])
  })
})

test('no two of twelve slices have one colour, and later ones have none', () => {
  const colors = Array.from({ length: 12 }, (_, index) => colorOf(index))
  expect(new Set(colors).size).toBe(12)
  expect([12, 13, 219].map(colorOf)).toEqual(['rest', 'rest', 'rest'])
})

test('no state says its own word twice in a row', () => {
  for (const status of ORDER_STATUSES) {
    const { word, explain } = text.orders.status[status]
    expect(explain.startsWith(word), `${word}. ${explain}`).toBe(false)
  }
})
