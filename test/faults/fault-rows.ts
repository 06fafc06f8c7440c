// The 48 rows of what can go wrong with an order at an exchange, and which file shows each of them at which class of
// exchange. docs/order-faults.md is made of this list; the files themselves are held against it when they run.

import type { Fake } from '../exchanges/all.ts'

/** A answers a repeated key with the first order, B1 refuses it always, B2 while the first is open, C does not look. */
export const FAULT_CLASSES = ['A', 'B1', 'B2', 'C'] as const
export type FaultClass = (typeof FAULT_CLASSES)[number]

const CLASS_OF = { replayed: 'A', unique: 'B1', 'unique-while-open': 'B2', unchecked: 'C' } as const

/** The class of a fake exchange. */
export const classOf = ({ record }: Pick<Fake, 'record'>): FaultClass => CLASS_OF[record.keyRule]

/** Files under test/ that show rows, by a short name. */
export const FAULT_FILES: Readonly<Record<string, string>> = {
  answers: 'test/electron/exchanges/faults/fault-answers.test.ts',
  budget: 'test/electron/adapters/ccxt/budget.test.ts',
  cancel: 'test/electron/exchanges/faults/fault-cancel.test.ts',
  clock: 'test/electron/exchanges/faults/fault-clock.test.ts',
  disk: 'test/electron/exchanges/faults/fault-disk.test.ts',
  hosts: 'test/electron/exchanges/faults/fault-hosts.test.ts',
  journal: 'test/electron/exchanges/faults/fault-journal.test.ts',
  kills: 'test/kill/venue-kills.test.ts',
  life: 'test/electron/exchanges/faults/fault-life.test.ts',
  lost: 'test/electron/exchanges/faults/fault-lost.test.ts',
  power: 'test/electron/exchanges/faults/fault-power.test.ts',
  late: 'test/electron/exchanges/orders/late-answers.test.ts',
  refused: 'test/electron/exchanges/faults/fault-refused.test.ts',
  streams: 'test/electron/exchanges/streams/streams.test.ts',
  ticket: 'test/electron/exchanges/faults/fault-ticket.test.ts',
}

export interface FaultRow {
  row: number
  fault: string
  /** What must come of it. */
  must: string
  /** Short names of files, with the classes at which each shows the row. */
  shown: Readonly<Record<string, string>>
  /** Why it is not shown at a class, in one short sentence. */
  excused: Partial<Record<FaultClass, string>>
}

const ALL = 'A B1 B2 C'

function row(
  number: number,
  fault: string,
  must: string,
  shown: string | Readonly<Record<string, string>>,
  excused: FaultRow['excused'] = {},
): FaultRow {
  return { row: number, fault, must, shown: typeof shown === 'string' ? { [shown]: ALL } : shown, excused }
}

const REFUSES_LATE = 'Refuses what comes late: row 7.'
const NEVER_REPEATED = 'Is never sent the same order again.'

export const FAULT_ROWS: readonly FaultRow[] = [
  row(
    1,
    'the request is lost',
    'in doubt, then proven not placed; a limit order is sent again at A alone, while the look at the price holds',
    { lost: ALL, answers: ALL },
  ),
  row(2, 'nobody listens', 'not sent, and said so', 'lost'),
  row(3, 'the answer is lost', 'found', 'answers'),
  row(4, 'the answer to an order that filled at once is lost', 'found, not sent again', 'lost'),
  row(5, 'something between repeats the request', 'one order, or an alarm that names both', 'lost'),
  row(6, 'it arrives after our deadline and within the venue’s limit', 'found, never called not placed before', 'lost'),
  row(7, 'it arrives after the venue’s limit', 'refused there; not placed', 'lost'),
  row(
    8,
    'it arrives late where nothing limits that',
    'stuck, and found when it shows',
    { lost: 'C' },
    { A: 'A repeat asks for the first order before that.', B1: REFUSES_LATE, B2: REFUSES_LATE },
  ),
  row(9, 'a failure of the server after the order was accepted', 'in doubt, then found', 'answers'),
  row(10, 'the same before it was accepted', 'in doubt, then not placed', 'answers'),
  row(11, 'too many requests', 'the pause is kept, by look-ups too', { answers: ALL, budget: ALL }),
  row(12, 'the key is refused, or a gate answers 403', 'refused and the account stopped; a page is doubt', {
    refused: ALL,
    answers: ALL,
  }),
  row(13, 'the key is revoked, or locked away, during the search', 'stays in doubt, with the reason', 'refused'),
  row(14, 'an answer that is none', 'in doubt, then found; long ids stay whole', 'answers'),
  row(15, 'the connection breaks within the answer', 'in doubt, then found', 'answers'),
  row(16, 'headers, and then nothing', 'our deadline ends it; found; the late answer counts', {
    answers: ALL,
    late: ALL,
  }),
  row(17, 'an answer of one byte at a time', 'our deadline ends it; found', 'answers'),
  row(18, 'a redirect', 'not followed; in doubt', 'answers'),
  row(19, 'an acknowledgement of another order', 'not believed, or a conflict; its market waits', 'answers'),
  row(
    20,
    'a repeat is answered with an older order of other terms',
    'conflict',
    { refused: 'A' },
    { B1: NEVER_REPEATED, B2: NEVER_REPEATED, C: NEVER_REPEATED },
  ),
  row(
    21,
    'the key is taken at the first sending',
    'taken over where every term is the same, else a conflict',
    'refused',
  ),
  row(22, 'killed at each point, K0 to K14 and K20 to K26', 'one order at most, and the truth', {
    life: ALL,
    kills: ALL,
  }),
  row(23, 'killed or closed again while it looks', 'the same', { life: ALL, kills: 'B1' }),
  row(24, 'the power fails', 'nothing is sent before the disk has the attempt', 'power'),
  row(25, 'the disk is full, fails or is read-only before the sending', 'refused, not one byte sent', 'disk'),
  row(26, 'the same when the answer is written down', 'told from memory, found after that', 'disk'),
  row(27, 'the journal is torn, spoilt, missing or older', 'nothing sent again; lost orders are found', 'journal'),
  row(28, 'this machine’s clock is wrong, jumps, sleeps', 'deadlines and proofs hold', 'clock'),
  row(29, 'the venue’s clock is half a minute off', 'reckoned with', 'clock'),
  row(30, 'the same key with other terms', 'refused here, nothing sent', 'ticket'),
  row(31, 'the same key again after its end', 'the stored order, nothing sent', 'ticket'),
  row(32, 'fifty calls at once', 'one request', 'ticket'),
  row(33, 'a double click, and a click after a reload', 'one request', 'ticket'),
  row(34, 'a second process while the first one hangs', 'let in nowhere, sends nothing', 'life'),
  row(35, 'a second installation with the same key', 'no common ids; each sees the other’s orders', 'hosts'),
  row(36, 'look-ups lag behind', 'nothing concluded too early', 'lost'),
  row(37, 'look-ups forget', 'trades decide, or it stays open', 'lost'),
  row(38, 'look-ups fail for minutes', 'nothing concluded; found after that', 'lost'),
  row(39, 'a stream tells of the order before its answer does', 'taken in once, and not sent again', 'streams'),
  row(40, 'news that come twice, out of order or not at all', 'each trade counts once', {
    lost: ALL,
    streams: ALL,
  }),
  row(41, 'filled in part, with losses on the way', 'the exact amount and the right end', 'cancel'),
  row(42, 'a cancel is lost, overtakes its order, or finds none', 'sent again; the true end', 'cancel'),
  row(43, 'the app is closed while it waits', 'waits, and looks it up after the start', 'life'),
  row(44, 'a new version of the library sends something else', 'stopped before the first byte', 'hosts'),
  row(45, 'the market’s rules change on the way', 'the refusal is shown; nothing is changed and resent', 'refused'),
  row(46, 'too little money, post-only would trade, market halted', 'the venue’s reason, one attempt', 'refused'),
  row(47, 'a key of one environment for the other', 'refused here, not one byte sent', 'hosts'),
  row(48, 'requests are led to another host', 'none leaves; nothing is concluded', 'hosts'),
]

/** What the list says that this file shows: classes by row. */
export function claimsOf(file: string): Record<number, string> {
  const name = Object.keys(FAULT_FILES).find((one) => FAULT_FILES[one] === file) ?? ''
  return Object.fromEntries(
    FAULT_ROWS.flatMap(({ row: number, shown }) => (shown[name] === undefined ? [] : [[number, shown[name]]])),
  )
}
