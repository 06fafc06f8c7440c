// A listing watch that runs over scripted exchanges on a virtual clock, and can be closed and opened anew on the same profile.

import { onTestFinished } from 'vitest'
import { makeAppClock } from '../app-clock.ts'
import { makeProfile } from '../profile/temp-folder.ts'
import { type ListingDesk, openListingDesk } from './listing-desk.ts'
import { type ScriptedVenue, scriptedLists } from './scripted-lists.ts'

/** When its clock begins, milliseconds since 1970. */
export const WATCH_START = Date.UTC(2026, 10, 27, 9)

/** Starts it; closed after the test. */
export function startWatch(
  scripts: Record<string, ScriptedVenue>,
  dataDir = makeProfile(),
  clock = makeAppClock(WATCH_START),
) {
  const open: ListingDesk[] = []
  onTestFinished(async () => {
    for (const desk of open.splice(0)) await desk.close()
  })
  const lists = scriptedLists(scripts, clock.monotonic, clock.now)
  const start = () => {
    const desk = openListingDesk({ dataDir, lists, clock })
    open.push(desk)
    desk.listen()
    desk.watch.start()
    return desk
  }
  const close = async (desk: ListingDesk) => {
    open.splice(open.indexOf(desk), 1)
    await desk.close()
  }
  const restart = async (desk: ListingDesk) => {
    await close(desk)
    return start()
  }
  return { clock, lists, dataDir, close, restart, desk: start() }
}
