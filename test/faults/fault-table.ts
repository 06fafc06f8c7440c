// The list of faults as the page that people read.

import { venueNameOf } from '../../shared/venues/known.ts'
import { FAKES } from '../exchanges/all.ts'
import { classOf, FAULT_CLASSES, FAULT_FILES, FAULT_ROWS, type FaultClass, type FaultRow } from './fault-rows.ts'

const namesOf = (at: FaultClass) =>
  FAKES.filter((fake) => classOf(fake) === at)
    .map(({ venue }) => venueNameOf(venue))
    .join(', ')

const HEAD = `# What can go wrong with an order

Each of the 48 rows is a fault on the way of an order. It is shown at stand-ins of exchanges of each class, with real HTTP on
127.0.0.1 and a clock that only the test moves:

| class | a second order with the same key | stand-ins |
|---|---|---|
| A | is answered with the first one | ${namesOf('A')} |
| B1 | is always refused | ${namesOf('B1')} |
| B2 | is refused while the first is open | ${namesOf('B2')} |
| C | nothing is promised | ${namesOf('C')}, the last one for every exchange of which nothing is documented |

Exchanges that know an order by its signature alone (Hyperliquid, dYdX) are not offered.

After every row, at every exchange, these hold (\`test/faults/invariants.ts\`):

- **I1** At most one order for a ticket came of our requests, in the exchange’s own ledger.
- **I2** When the exchange answers again, the app says what is true, or that it does not know.
- **I3** When a request for an order arrives, its attempt is on the disk already.
- **I4** All requests for a ticket carry one client id, and no request carries one that is no ticket’s.
- **I5** No secret, no key and no signature stands in a file of the profile or in an answer.
- **I6** What is filled is what was traded; no trade is booked twice.
- **I7** Each attempt is in the audit log with its number, its outcome and its reason, each refusal with its code.
- **I8** While an order is in doubt no other is taken for its market, and no page offers to place it again
  (\`test/renderer/features/orders/doubtful-orders.test.tsx\`).

A row names the files that show it at a class, or why it does not apply there. This page is made of \`test/faults/fault-rows.ts\`
by \`test/house/order-faults.test.ts\`, which fails when they differ; each file fails when it shows another row than it is named for.
`

const TAIL = `
**Beside these**: the same kills with SIGKILL at every point and every exchange, \`npm run torture -- venue-kills\`; random days
of faults, restarts and locks, \`npm run torture -- orders\`; a schema that is changed while the process dies (K15),
\`test/electron/adapters/sqlite/migrations.test.ts\`; faults of the disk at each system call, at the practice exchange,
\`test/storage/injected-faults.test.ts\`; clicks in the page, \`test/e2e/orders/one-click.test.ts\` and \`test/e2e/orders/exchange.test.ts\`.
`

/** Where each file stands. */
function files(): string {
  const lines = Object.entries(FAULT_FILES).map(([name, file]) => `- ${name}: \`${file}\``)
  return `\n${lines.join('\n')}\n`
}

function cell({ shown, excused }: FaultRow, at: FaultClass): string {
  const names = Object.entries(shown).filter(([, classes]) => classes.split(' ').includes(at))
  return names.length > 0 ? names.map(([name]) => name).join(', ') : `*${excused[at] ?? ''}*`
}

/** The whole page. */
export function faultsPage(): string {
  const rows = FAULT_ROWS.map(
    (row) => `| ${row.row} | ${row.fault} | ${row.must} | ${FAULT_CLASSES.map((at) => cell(row, at)).join(' | ')} |`,
  )
  const table = ['| # | fault | what must come of it | A | B1 | B2 | C |', '|---|---|---|---|---|---|---|', ...rows]
  return `${HEAD}\n${table.join('\n')}\n${files()}${TAIL}`
}

/** Rows and classes that are neither shown nor excused, or both. */
export function gaps(): string[] {
  return FAULT_ROWS.flatMap(({ row, shown, excused }) =>
    FAULT_CLASSES.flatMap((at) => {
      const isShown = Object.values(shown).some((classes) => classes.split(' ').includes(at))
      const isExcused = (excused[at] ?? '') !== ''
      return isShown === isExcused ? [`row ${row} at ${at}: ${isShown ? 'shown and excused' : 'neither'}`] : []
    }),
  )
}
