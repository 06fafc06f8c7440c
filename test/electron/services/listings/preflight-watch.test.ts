// The check before an opening, by itself, of openings that nobody has announced to it.

import { expect, it } from 'vitest'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import {
  createPreflightWatch,
  type Opening,
  type PreflightNews,
} from '../../../../electron/services/listings/preflight-watch.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { pass, settled } from '../../../support/listings/listing-desk.ts'

const MINUTE = 60_000

it('checks an opening that it first hears of while it knows none, as accounts tell one without a word', async () => {
  const clock = makeAppClock()
  const known: Opening[] = []
  const told: PreflightNews[] = []
  const errors: string[] = []
  const logger = { info: () => {}, warn: () => {}, error: (event: string) => void errors.push(event) }
  const item = { check: 'account', state: 'attention', reason: reason('KEY_TAKEN'), action: null } as const
  const watch = createPreflightWatch({
    openings: () => known,
    target: ({ venue }) => [{ venue, accountId: 'one', items: [item] }] as never,
    venueClocks: { now: clock.now },
    scheduler: createScheduler(clock, logger),
    logger,
    tell: (news) => void told.push(news),
  })
  watch.start()
  await pass(clock, 10 * MINUTE, 15_000)
  const opensAt = new Date(clock.now() + 30 * MINUTE).toISOString()
  known.push({ coinId: 'ten', venue: 'bybit', market: 'TEN/USDT', opensAt })
  await pass(clock, MINUTE, 15_000)
  await settled()
  expect(told[0]).toMatchObject({ coinId: 'ten', accountId: 'one', missing: [item] })
  await watch.stop()
  expect(errors).toEqual([])
})
