// A coin's life in the order of its days.

import { expect, test } from 'vitest'
import { lifeOf } from '../../../../../renderer/features/watchlist/coin/facts/life.ts'
import type { AirdropTask } from '../../../../../shared/airdrops/airdrops.ts'
import { CATALOG } from '../../../../../shared/catalog/catalog.ts'
import type { ListingEvent } from '../../../../../shared/markets/listing.ts'
import type { Order } from '../../../../../shared/order.ts'
import { detailOf } from '../../../fakes/fake-coins.ts'

const parcl = CATALOG.filter(({ id }) => id === 'parcl').map(detailOf)[0]

test('claim, later facts, own entries, listing events, orders, tasks and note, the newest first, of this coin alone', () => {
  if (parcl === undefined) throw new Error('no parcl')
  const event = { eventId: 1, venue: 'kraken', market: 'PRCL/USD', coinIds: ['parcl'], to: 'trading' as const }
  const order = { intentId: 'o', coinId: 'parcl', side: 'buy', filled: '5', market: 'PRCL/USDT' } as Order
  const task = { taskId: 't', coinId: 'parcl', title: 'Bridge' } as AirdropTask
  const evidence = { link: 'https://a.example/', transaction: null, picture: null, date: null }
  const records = [{ period: 'once', doneAt: '2026-05-01T00:00:00.000Z', evidence }] as AirdropTask['records']
  const life = lifeOf({
    coin: {
      ...parcl,
      note: { text: 'x', updatedAt: '2026-11-01T00:00:00.000Z' },
      ownFacts: [
        {
          ...{ factId: 'f', coinId: 'parcl', source: 'blog', asOf: '2025-01-01', savedAt: '2026-11-02T00:00:00.000Z' },
          value: { kind: 'event', text: 'season 3' },
        },
      ],
    },
    events: [
      { ...event, from: null, at: null, seenAt: '2026-03-01T00:00:00.000Z' } as ListingEvent,
      { ...event, eventId: 2, coinIds: ['ola'] } as ListingEvent,
    ],
    orders: [
      { ...order, createdAt: '2026-04-01T00:00:00.000Z' },
      { ...order, intentId: 'none', filled: '0', createdAt: '2026-04-02T00:00:00.000Z' },
    ],
    tasks: [
      { ...task, records },
      { ...task, taskId: 'other', coinId: 'ola', records },
    ],
  })
  expect(life.map(({ at, says, source }) => [at.slice(0, 10), says, source])).toEqual([
    ['2026-11-01', 'Your note was last changed.', null],
    ['2026-05-01', 'Task done: Bridge', 'https://a.example/'],
    ['2026-04-01', 'buy 5 PRCL/USDT', null],
    ['2026-03-01', expect.stringContaining('PRCL/USD on kraken'), null],
    ['2025-01-01', 'Event: season 3', 'blog'],
    ['2024-04-16', parcl.facts[0]?.fact, parcl.facts[0]?.source],
    ['2024', 'Token Metrics: airdrop confirmed, not trading yet', parcl.publication?.title],
  ])
})
