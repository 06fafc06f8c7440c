// SIGKILL on the way of an order to an exchange that runs on, each point once, spread over the classes and their exchanges. All of them at
// each exchange, and many times: `npm run torture -- venue-kills`.

import { expect, it } from 'vitest'
import { FAKES } from '../exchanges/all.ts'
import { classOf, FAULT_CLASSES } from '../faults/fault-rows.ts'
import { declareRows, holdToTheList, titleAt } from '../faults/rows.ts'
import { killAtVenue, VENUE_KILL_POINTS } from './venue-kill.ts'

for (const [at, point] of VENUE_KILL_POINTS.entries()) {
  const of = FAKES.filter((one) => classOf(one) === FAULT_CLASSES[at % FAULT_CLASSES.length])
  const fake = of[Math.floor(at / FAULT_CLASSES.length) % of.length]
  if (fake === undefined) throw new Error('no fake exchange')
  const title = `${point.name === 'K10' ? '22 and 23' : '22'} ${point.name} ${point.what} [R40]`
  const done = declareRows(title, fake)
  it(titleAt(title, fake), { timeout: 60_000 }, async () => {
    expect((await killAtVenue(fake, point)).wrong).toEqual([])
    done()
  })
}

holdToTheList()
