// Value over time on the page: gaps stay open in the line, and the table says of each day where its value is from.

import { beforeEach, expect, test } from 'vitest'
import { ValueCard } from '../../../../renderer/features/portfolio/value/ValueCard.tsx'
import { runsOf } from '../../../../renderer/features/portfolio/value/value-line.ts'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadCoins } from '../../../../renderer/state/coins/coins-actions.ts'
import { loadValue, showValueRange } from '../../../../renderer/state/portfolio/value-actions.ts'
import type { ValueDay } from '../../../../shared/ledger/value-history.ts'
import { drawn } from '../../fakes/drawn.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.value
let desktop: FakeDesktop
const day = (n: number, value: string | null, more: Partial<ValueDay> = {}): ValueDay => ({
  ...{ day: `2026-11-0${n}`, value, from: value === null ? null : 'kept', missing: [], ...more },
})

beforeEach(async () => {
  desktop = setUpPage()
  await loadCoins()
})

test('a gap parts the line, and a zero is a value', () => {
  expect(runsOf([day(1, '5'), day(2, '0'), day(3, null), day(4, '7'), day(5, null)])).toEqual([
    [
      { at: '2026-11-01T00:00:00.000Z', close: '5' },
      { at: '2026-11-02T00:00:00.000Z', close: '0' },
    ],
    [{ at: '2026-11-04T00:00:00.000Z', close: '7' }],
  ])
  expect(runsOf([day(1, null)])).toEqual([])
})

test('says when there is nothing yet, and why earlier days are missing', async () => {
  desktop.answer('portfolio.history', ({ environment, range }) => ({
    ...{ environment, range, currency: 'USDT', days: [day(1, '5')], gap: 'movements-missing' },
  }))
  await loadValue()
  const page = drawn(<ValueCard />)
  expect(page).toContain(words.none)
  expect(page).toContain(words.gaps['movements-missing'])
})

test('draws the line with its words, the table behind it, and another range when it is chosen', async () => {
  const days = [day(1, '1000'), day(2, null, { missing: ['peaq'] }), day(3, '2000', { from: 'reckoned' })]
  desktop.answer('portfolio.history', ({ environment, range }) => ({
    ...{ environment, range, currency: 'USDT', days, gap: null },
  }))
  await loadValue()
  const page = drawn(<ValueCard />)
  for (const seen of ['1,000.00', '2,000.00', words.from.kept, words.from.reckoned, words.from.gap, words.gap]) {
    expect(page).toContain(seen)
  }
  await showValueRange('1y')
  expect(desktop.calls.filter(({ name }) => name === 'portfolio.history').map(({ input }) => input)).toMatchObject([
    { range: '30d' },
    { range: '1y' },
  ])
})
