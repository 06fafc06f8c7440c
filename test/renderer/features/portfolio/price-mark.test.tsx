// What the head of the price column says: whose prices value this portfolio.

import { beforeEach, expect, test } from 'vitest'
import { call } from '../../../../renderer/api.ts'
import { HoldingsTable } from '../../../../renderer/features/portfolio/HoldingsTable.tsx'
import { text as first } from '../../../../renderer/messages/en.ts'
import { text } from '../../../../renderer/messages/late/en.ts'
import type { Environment } from '../../../../shared/order.ts'
import { drawn } from '../../fakes/drawn.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const SENTENCE =
  'Simulated prices belong to the practice account: a live exchange’s while one is followed, otherwise generated here.'

beforeEach(() => void setUpPage({ filled: true }))

async function head(environment: Environment): Promise<string> {
  return drawn(<HoldingsTable portfolio={await call('portfolio.get', { environment })} />)
}

test('a practice portfolio says whose its simulated prices are', async () => {
  expect(await head('practice')).toContain(SENTENCE)
})

test('a test account says that its prices are test prices, and nothing of simulated ones', async () => {
  const markup = await head('test')
  expect(markup).toContain('Test prices come from a test environment')
  expect(markup).not.toContain('Simulated')
})

test('the same sentence stands in the watchlist and in the settings', () => {
  expect(first.coins.priceMark).toContain(SENTENCE)
  expect(text.settings.isNot.some((line) => line.includes(SENTENCE))).toBe(true)
})
