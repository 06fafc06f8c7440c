// SIGKILL at every point of an order's way, at every fake exchange, again and again: one order or none, and the ledger says
// the truth. The table of what was seen is printed.

import { afterAll, expect, it } from 'vitest'
import { FAKES } from '../exchanges/all.ts'
import { killAtVenue, VENUE_KILL_POINTS } from '../kill/venue-kill.ts'

/** Five of each are five hundred lives, and more kills. */
const LIVES = Number(process.env['PRELIST_RUNS'] ?? 5)

const table: string[] = []
let kills = 0
afterAll(() => process.stdout.write(`\npoint, exchange: ends\n${table.join('\n')}\nkills in all: ${kills}\n`))

const CASES = VENUE_KILL_POINTS.flatMap((point) => FAKES.map((fake) => ({ ...point, fake, venue: fake.venue })))

it.each(CASES)('$name at $venue: $what [R40]', { timeout: 600_000 }, async ({ fake, venue, ...point }) => {
  const ends = new Map<string, number>()
  for (let life = 0; life < LIVES; life += 1) {
    const { kills: more, end, atVenue, wrong } = await killAtVenue(fake, point)
    expect(wrong).toEqual([])
    kills += more
    const seen = `${end} (${atVenue} there)`
    ends.set(seen, (ends.get(seen) ?? 0) + 1)
  }
  table.push(`${point.name}, ${venue}: ${[...ends].map(([end, count]) => `${count} ${end}`).join(', ')}`)
})
