// What each exchange promises about orders, apart from how its answers are judged.

import { factsOf } from './fact-sheets.ts'
import { GENERAL_PROMISES, type VenuePromises } from './facts/sheet.ts'

/** The same facts as in the venue's record. */
export const promisesOf = (venue: string): VenuePromises =>
  factsOf(venue === 'practice' ? 'gateway' : venue)?.promises ?? GENERAL_PROMISES
