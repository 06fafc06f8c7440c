// Answers to look-ups that are well formed and hold no list. Read as an empty list they would prove that an order was never
// placed; they prove nothing, whichever of the places has answered so.

import { expect, test } from 'vitest'
import { FAKES } from '../../../exchanges/all.ts'
import { stored, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

const PLACES: Readonly<Record<string, { paths: readonly RegExp[]; bodies: readonly string[] }>> = {
  binance: { paths: [/\/openOrders/, /\/allOrders/, /\/myTrades/], bodies: ['{}', '{"orders":[]}'] },
  kraken: {
    paths: [/\/OpenOrders/, /\/ClosedOrders/, /\/TradesHistory/],
    bodies: ['{"error":[]}', '{"error":[],"result":{}}', '{"error":[],"result":{"count":0}}', '{}'],
  },
  bybit: {
    paths: [/\/order\/realtime/, /\/order\/history/, /\/execution\/list/],
    bodies: ['{"retCode":0,"retMsg":"OK","result":{}}', '{"retCode":0,"retMsg":"OK"}'],
  },
  okx: {
    paths: [/\/orders-pending/, /\/orders-history/, /\/fills-history/],
    bodies: ['{"code":"0"}', '{"code":"0","msg":"","data":{}}'],
  },
}

const CASES = FAKES.flatMap((fake) =>
  (PLACES[fake.venue]?.paths ?? []).flatMap((path) =>
    (PLACES[fake.venue]?.bodies ?? []).map((body) => ({ venue: fake.venue, path, body, fake })),
  ),
)

test.each(CASES)('$venue: $path answers $body, and nothing is proven [H4]', async ({ fake, path, body }) => {
  const never = Number.POSITIVE_INFINITY
  const desk = await startVenueDesk(fake, { lag: { id: never, open: never, history: never, trades: never } })
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await submitted(desk)
  desk.venue.rewrite = (request, reply) => (path.test(request.path) ? { ...reply, status: 200, body } : reply)
  await desk.ok('settings.save', { autoLockMinutes: null })
  for (let round = 0; round < 24; round += 1) {
    await desk.ok('orders.reconcile')
    desk.clock.advance(round < 6 ? 2_900 : 60_000)
  }
  expect((await stored(desk, order)).status).toMatch(/^(unknown|stuck)$/)
})
