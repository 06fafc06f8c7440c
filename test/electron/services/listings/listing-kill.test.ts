// A process that dies between the writing of a change and the telling of it: the next one tells it, once.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openListingDesk, settled } from '../../../support/listings/listing-desk.ts'
import { scriptedLists } from '../../../support/listings/scripted-lists.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const DOOMED = fileURLToPath(new URL('../../../support/listings/doomed-watch.ts', import.meta.url))

it('tells a change once that a dead process has written down', async () => {
  const dataDir = makeProfile()
  const { signal, stderr } = spawnSync(process.execPath, [DOOMED, dataDir], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(signal).toBe('SIGKILL')
  const clock = makeAppClock()
  // The list is as it was when the process died, so that only what was written down can be told.
  const opening = { market: 'TEN/USDT', at: clock.now() - 1, entry: { status: 'TRADING' } }
  const lists = () => scriptedLists({ binance: { steps: [opening], others: 20 } }, clock.now)
  const told: string[] = []
  const shown: string[] = []
  for (let start = 0; start < 3; start += 1) {
    const desk = openListingDesk({ dataDir, lists: lists(), clock })
    desk.watch.start()
    desk.notifications.show()
    await settled()
    // Nobody has listened yet: it waits for whoever does.
    desk.listen()
    await settled()
    told.push(...desk.told.map(({ market, from, to }) => `${market} ${from} > ${to}`))
    shown.push(...desk.shown.map(({ reason }) => reason.code))
    await desk.close()
  }
  expect(told).toEqual(['TEN/USDT null > trading'])
  expect(shown).toEqual(['LISTING_NEW'])
})
