// How each exchange words a refusal, after its documents: the answers to an order that the stand-ins do not make of themselves.

import { STAND_INS } from './all.ts'
import type { Fault, VenueReply } from './server.ts'
import type { Refusal, Words } from './stand-in.ts'

function wordsOf(venue: string, refusal: Refusal): Words {
  const words = Object.entries(STAND_INS).find(([id]) => id === venue)?.[1].refusals[refusal]
  if (words === undefined) throw new Error(`${venue} has no words for ${refusal}`)
  return words
}

/** True where a refusal in these words is believed. */
export const isBelieved = (venue: string, refusal: Refusal): boolean => wordsOf(venue, refusal).isListed

/** The venue's refusal as the answer to the next order; nothing is placed. */
export function refusedWith(venue: string, refusal: Refusal): Fault {
  const { status, body } = wordsOf(venue, refusal)
  return { kind: 'reply', when: 'before', status, body: JSON.stringify(body) }
}

/** The same for every look-up. */
export function closedWith(venue: string, refusal: Refusal): VenueReply {
  const { status, body } = wordsOf(venue, refusal)
  return { status, body }
}
