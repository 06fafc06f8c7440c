// What each exchange gives out as a key.

import { factsOf } from './fact-sheets.ts'
import { TWO_TEXTS, type VenueCredentials } from './facts/sheet.ts'

/** What the exchange's keys are made of; of one that is not described, a key and a secret. */
export const credentialsAt = (venue: string): VenueCredentials => factsOf(venue)?.credentials ?? TWO_TEXTS
