// SIGKILL on the way of an order to an exchange that runs on, each point once, spread over the exchanges. All of them at
// each exchange, and many times: `npm run torture -- venue-kills`.

import { expect, it } from 'vitest'
import { FAKES } from '../venues/all.ts'
import { killAtVenue, VENUE_KILL_POINTS } from './venue-kill.ts'

const CASES = VENUE_KILL_POINTS.flatMap((point, at) => {
  const fake = FAKES[at % FAKES.length]
  return fake === undefined ? [] : [{ ...point, fake, venue: fake.venue }]
})

it.each(CASES)('$name at $venue: $what [R40]', { timeout: 60_000 }, async ({ fake, ...point }) => {
  expect((await killAtVenue(fake, point)).wrong).toEqual([])
})
