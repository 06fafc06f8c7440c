// What a ticket says of its market's stage above the fields.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StageNote } from '../../renderer/features/orders/StageNote.tsx'
import type { MarketStage } from '../../shared/market-stages.ts'
import type { Draft } from '../../shared/order.ts'
import { marketOf } from './fake-orders.ts'

const { rules } = marketOf('peaq', 'PEAQ', '0.2', '2026-11-23T10:00:00.000Z')
const DRAFT: Draft = {
  ...{ intentId: 'i', accountId: 'practice', environment: 'practice', coinId: 'peaq', side: 'buy' },
  ...{ market: 'PEAQ/USDT', stage: 'trading', opensAt: null, closesAt: null, rules, quote: null, order: null },
  ...{ orderTypes: ['limit'], timesInForce: ['gtc'], question: null, free: { base: null, quote: null } },
}
const words = (stage: MarketStage, changes: Partial<Draft> = {}) =>
  renderToStaticMarkup(<StageNote {...DRAFT} {...changes} stage={stage} />)
    .replace(/<[^>]*>/g, '')
    .trim()

test('nothing while the market trades', () => {
  expect(words('trading')).toBe('')
})

test('when it opens, and that nothing can be placed before', () => {
  const opens = words('pre-launch', { opensAt: '2026-11-30T14:13:18.877Z', orderTypes: [] })
  expect(opens).toMatch(/^This market has not opened yet\. Trading opens Nov 30, 2026.* No order can be placed\.$/)
})

test('when it ends', () => {
  expect(words('delisting', { closesAt: '2026-12-03T08:00:00.000Z' })).toMatch(
    /^This market is being delisted\. Trading ends Dec 3, 2026/,
  )
})

test('what is left of it', () => {
  expect(words('post-only')).toContain('Post-only')
  expect(words('unknown', { orderTypes: [] })).toContain('does not say')
})
