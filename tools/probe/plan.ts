// What a probe is made of, as data: its steps in their order, what may come of them, and what each of that would mean.

import type { VenueRecord } from '../../shared/venues/record.ts'

/**
 * `resting` stands far below the market and is cancelled at the end; `filling` trades at once, so that its cost is spent.
 */
export type How = 'resting' | 'filling'

export type Step =
  | {
      kind: 'place'
      /** Names the order inside its probe. */
      name: string
      /** Orders of one probe with the same word here have the same client id. */
      key: string
      how: How
      /** As if it had been under way for longer than its validity. */
      isLate?: true
      /** Signs of the client id; absent for Prelist's own form. */
      keyLength?: number
      /** Without this order the rest of the probe asks nothing. */
      isNeeded?: true
    }
  | { kind: 'cancel'; name: string }
  | {
      kind: 'look'
      name: string
      /** Where: the lists of orders, or the own trades. */
      where: 'orders' | 'trades'
      /** Milliseconds after the answer before. */
      atMs: readonly number[]
      /** `shown`: until each place has shown it. `closed`: until one says that it is over. `end`: every time. */
      until: 'shown' | 'closed' | 'end'
      /** The rest of the probe asks something only if the order has ended so. */
      needs?: 'filled' | 'canceled'
    }

/** What a probe's answers come to. */
export type Outcome =
  | 'refused-as-known'
  | 'answered-with-first'
  | 'second-order'
  | 'refused-listed'
  | 'refused-unlisted'
  | 'accepted'
  | 'shown'
  | 'not-shown'
  | 'still-shown'
  | 'forgotten'
  | 'all-lengths'
  | 'some-lengths'
  | 'unanswered'

/** What the probe judges, which also names the part of the venue's record that it is held against. */
export type Topic =
  | 'key-open'
  | 'key-canceled'
  | 'key-filled'
  | 'late'
  | 'look-open'
  | 'look-canceled'
  | 'look-trades'
  | 'key-length'

export interface Probe {
  id: Topic
  question: string
  steps: readonly Step[]
  /** What each outcome would mean for Prelist; an outcome without an entry tells nothing. */
  means: Readonly<Partial<Record<Outcome, string>>>
}

/** The orders that the probe sends at most. */
export const ordersOf = (probe: Probe): How[] =>
  probe.steps.flatMap((step) => (step.kind === 'place' ? [step.how] : []))

export interface Expected {
  /** The record's promise in words. */
  says: string
  /** The outcomes that keep it; `null` where the record promises nothing. */
  outcomes: readonly Outcome[] | null
}

const NOTHING: Expected = { says: 'nothing is taken for granted', outcomes: null }

const AFTER: Readonly<Record<'key-open' | 'key-canceled' | 'key-filled', string>> = {
  'key-open': 'while the first is open',
  'key-canceled': 'after the first was cancelled',
  'key-filled': 'after the first was filled',
}

/** What the venue's record lets one expect of a probe on this topic. */
export function expectedOf(topic: Topic, record: VenueRecord): Expected {
  switch (topic) {
    case 'key-open':
    case 'key-canceled':
    case 'key-filled':
      return expectedOfKey(topic, record)
    case 'late':
      if (record.validity === null) return NOTHING
      return {
        says: `refused when it arrives more than ${record.validity.windowMs / 1_000} s late`,
        outcomes: ['refused-listed', 'refused-unlisted'],
      }
    case 'look-open':
      return { says: `an open order is found (${record.legs.join(', ')})`, outcomes: ['shown'] }
    case 'look-trades':
      return { says: 'a trade is told among the own trades', outcomes: ['shown'] }
    case 'look-canceled': {
      const ms = record.retention.unfilledMs
      return ms === null
        ? { says: 'how long a cancelled order is found is not published', outcomes: null }
        : { says: `a cancelled order is found for ${ms / 3_600_000} h`, outcomes: ['still-shown'] }
    }
    case 'key-length':
      return NOTHING
  }
}

function expectedOfKey(topic: 'key-open' | 'key-canceled' | 'key-filled', { keyRule }: VenueRecord): Expected {
  const when = AFTER[topic]
  if (keyRule === 'unchecked') return NOTHING
  if (keyRule === 'replayed')
    return { says: `answered with the first order ${when}`, outcomes: ['answered-with-first'] }
  if (keyRule === 'unique' || topic === 'key-open') return { says: `refused ${when}`, outcomes: ['refused-as-known'] }
  return { says: `accepted as a second order ${when}`, outcomes: ['second-order'] }
}
