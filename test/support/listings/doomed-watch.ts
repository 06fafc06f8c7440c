// The listing watch in a process of its own, which dies when a change is written down and before anybody is told of it.

import { makeAppClock } from '../app-clock.ts'
import { openListingDesk, pass } from './listing-desk.ts'
import { scriptedLists } from './scripted-lists.ts'

const [, , dataDir = ''] = process.argv
const clock = makeAppClock()
const start = clock.now()
const opening = { market: 'TEN/USDT', at: start + 90_000, entry: { status: 'TRADING' } }
const lists = scriptedLists({ binance: { steps: [opening], others: 20 } }, clock.now)
const desk = openListingDesk({
  ...{ dataDir, lists, clock },
  // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
  beforeTelling: () => void process.kill(process.pid, 'SIGKILL'),
})
desk.listen()
desk.watch.start()
await pass(clock, 300_000)
throw new Error('the watch outlived its end')
