// Waiting until an exchange is asked for nothing more.

import { until } from '../support/until.ts'
import type { VenueDesk } from './venue-desk.ts'

/** Resolves when nobody asks the exchange any more: both sides run in this process, and a request takes a few turns of it. */
export async function quiet(desk: VenueDesk): Promise<void> {
  for (let before = -1; before !== desk.venue.asked.length; ) {
    before = desk.venue.asked.length
    for (let turn = 0; turn < 40; turn += 1) await until(() => true)
    await desk.ok('app.status')
  }
}
