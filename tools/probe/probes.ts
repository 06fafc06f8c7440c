// The questions that documents leave open, as probes: one file of data that the command runs and the list prints.

import type { Probe, Step } from './plan.ts'

const first = (how: 'resting' | 'filling'): Step => ({ kind: 'place', name: 'first', key: 'A', how, isNeeded: true })
const second = (how: 'resting' | 'filling'): Step => ({ kind: 'place', name: 'second', key: 'A', how })

/** Soon, then less and less often: at Kraken each look counts against a narrow limit. */
const SOON = [0, 500, 1_500, 4_000, 8_000]
const LATER = [0, 3_000, 6_000, 9_000]

const untilClosed = (needs: 'filled' | 'canceled'): Step => ({
  kind: 'look',
  name: 'first',
  where: 'orders',
  atMs: SOON,
  until: 'closed',
  needs,
})

const KEY_MEANS = {
  'refused-as-known': 'The refusal proves that the first order exists or existed: it is looked up, never sent again.',
  'answered-with-first': 'Sending the same order again is a safe way of asking for it.',
  'second-order': 'Sending the same order again would trade twice: it must never be done while the first is in doubt.',
  'refused-unlisted':
    'It was refused with a code that the record does not know as a known key: the record wants that code.',
} as const

export const PROBES: readonly Probe[] = [
  {
    id: 'key-open',
    question: 'What is a second order with the same client id answered while the first is open?',
    steps: [first('resting'), second('resting')],
    means: KEY_MEANS,
  },
  {
    id: 'key-canceled',
    question: 'What is a second order with the same client id answered after the first was cancelled?',
    steps: [first('resting'), { kind: 'cancel', name: 'first' }, untilClosed('canceled'), second('resting')],
    means: KEY_MEANS,
  },
  {
    id: 'look-open',
    question: 'How soon after the answer does each look-up show an open order?',
    steps: [first('resting'), { kind: 'look', name: 'first', where: 'orders', atMs: SOON, until: 'shown' }],
    means: {
      shown: 'Two silent rounds, five seconds apart, are long enough where the times stay below that.',
      'not-shown': 'A round of look-ups proves nothing here: an order could be open and unseen.',
    },
  },
  {
    id: 'look-canceled',
    question: 'Is a cancelled order without trades still found, some seconds later?',
    steps: [
      first('resting'),
      { kind: 'cancel', name: 'first' },
      { kind: 'look', name: 'first', where: 'orders', atMs: LATER, until: 'end' },
    ],
    means: {
      'still-shown': 'An order that was cancelled meanwhile is found by a look a few seconds later.',
      forgotten:
        'A cancelled order is forgotten within seconds: that it is not found does not prove that it never was.',
    },
  },
  {
    id: 'late',
    question: 'Is a request refused that arrives after its validity has passed?',
    steps: [first('resting'), { kind: 'place', name: 'second', key: 'B', how: 'resting', isLate: true }],
    means: {
      'refused-listed': 'Past the limit an order can no longer come about, so that silent look-ups prove something.',
      'refused-unlisted':
        'It is refused, with a code that is in no list: the desk would look it up instead of believing it.',
      accepted: 'The limit is not kept. Nothing may be called "not placed" here on the strength of it.',
    },
  },
  {
    id: 'key-length',
    question: 'How many signs may a client id have?',
    steps: [36, 50, 64].flatMap((keyLength): Step[] => [
      { kind: 'place', name: `of ${keyLength}`, key: `L${keyLength}`, how: 'resting', keyLength },
      { kind: 'look', name: `of ${keyLength}`, where: 'orders', atMs: [0, 1_000], until: 'shown' },
      { kind: 'cancel', name: `of ${keyLength}` },
    ]),
    means: {
      'all-lengths': 'Every length that was tried is kept as it was sent.',
      'some-lengths': 'Longer ids than those that were kept are lost or refused; Prelist’s own have 32 signs.',
    },
  },
  {
    id: 'look-trades',
    question: 'How soon after the answer is a trade told among the own trades?',
    steps: [first('filling'), { kind: 'look', name: 'first', where: 'trades', atMs: SOON, until: 'shown' }],
    means: {
      shown: 'An order that filled at once and is in no list is still found by its trade.',
      'not-shown': 'Silence of the own trades proves nothing this early.',
    },
  },
  {
    id: 'key-filled',
    question: 'What is a second order with the same client id answered after the first was filled?',
    steps: [first('filling'), untilClosed('filled'), second('filling')],
    means: KEY_MEANS,
  },
]
