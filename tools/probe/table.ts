// What the command prints: the list of exchanges and questions, and the answers beside what Prelist's record says.

import { type How, ordersOf, type Probe } from './plan.ts'
import { PROBES } from './probes.ts'
import type { ProbeRecord } from './record.ts'
import { PROBE_VENUES, type ProbeVenue, probesOf } from './venues.ts'

const REACH: Readonly<Record<ProbeVenue['reach'], string>> = {
  test: 'test',
  live: '--live',
  none: 'not',
}

const wide = (text: string, width: number) => text.padEnd(width)
const count = (probes: readonly Probe[], how: How) => probes.flatMap(ordersOf).filter((one) => one === how).length

const [KEY, SECRET, WORDS] = ['PRELIST_PROBE_API_KEY', 'PRELIST_PROBE_API_SECRET', 'PRELIST_PROBE_PASSPHRASE'] as const

/** The variables that keys are read from where there is no terminal. */
export const VARIABLES = { apiKey: KEY, apiSecret: SECRET, passphrase: WORDS } as const

const USAGE = `npm run probe -- <exchange> [options]

  --market BTC/USDT     the market of the orders (BTC/USDT)
  --spend-limit 20      the most that may be at risk and spent in one run, in the market's quote currency (20)
  --only ID,ID          only these questions
  --yes                 no question before the first order; at a live exchange it asks all the same
  --live                the exchange itself, not its test environment: real orders with real money, after a second question
  --out FOLDER          where the record goes (probes/)
  --host URL            a stand-in on 127.0.0.1 in place of the exchange; needs --out

The key is asked for on the terminal, without echo, or read from ${VARIABLES.apiKey}, ${VARIABLES.apiSecret} and,
where the exchange has one, ${VARIABLES.passphrase}. It is never stored, and Prelist's vault is not used. A key that may
withdraw is refused where the exchange tells. It needs the rights to read and to trade spot.`

/** The list that is printed without an exchange. */
export function listLines(): string[] {
  const questions = PROBES.map(({ id, question, steps }) => {
    const orders = ordersOf({ id, question, steps, means: {} })
    return `  ${wide(id, 14)} ${wide(`${orders.length} order${orders.length === 1 ? '' : 's'}`, 9)} ${wide(orders.includes('filling') ? 'trades' : 'rests', 7)} ${question}`
  })
  const venues = PROBE_VENUES.flatMap((venue) => {
    const probes = probesOf(venue)
    const cost = `${count(probes, 'resting')} orders that rest and are cancelled, ${count(probes, 'filling')} that may trade`
    return [
      `  ${wide(venue.id, 12)} ${wide(REACH[venue.reach], 7)} ${venue.where}`,
      `  ${wide('', 20)} open: ${venue.open}`,
      ...(probes.length === 0 ? [] : [`  ${wide('', 20)} asks: ${probes.map(({ id }) => id).join(', ')}`]),
      ...(probes.length === 0 ? [] : [`  ${wide('', 20)} costs at most: ${cost}, each near the market’s least worth`]),
      ...(probes.length === 0
        ? []
        : [
            `  ${wide('', 20)} needs: key and secret${venue.needsPassphrase ? ', and a passphrase' : ''}, some of the quote currency`,
          ]),
    ]
  })
  return [
    'Probes ask an exchange what its documents leave open.',
    '',
    ...venues,
    '',
    'Questions:',
    ...questions,
    '',
    USAGE,
  ]
}

const AGREES = new Map([
  [true, 'agrees'],
  [false, 'DIFFERS'],
  [null, '-'],
])

/** The answers, one question after the other. */
export function answerLines({ probes, spending, left, environment, venue }: ProbeRecord): string[] {
  const rows = probes.flatMap(({ id, question, outcome, did, says, agrees, means }) => [
    '',
    `${wide(id, 14)} ${wide(AGREES.get(agrees) ?? '-', 8)} ${question}`,
    `${wide('', 23)} the record says: ${says}`,
    `${wide('', 23)} the exchange ${outcome === 'unanswered' ? `was not asked to the end: ${did}` : `did: ${did}`}`,
    ...(means === null ? [] : [`${wide('', 23)} which means: ${means}`]),
  ])
  const { orders, peak, atEnd, limit, quote } = spending
  const end = [
    '',
    `${orders} orders; at most ${peak} ${quote} at risk at once, ${atEnd} ${quote} spent or not proven unspent; limit ${limit} ${quote}.`,
    ...(environment === 'stand-in' ? [`A stand-in answered on this machine: this says nothing about ${venue}.`] : []),
    ...left.map((order) => `MAY STILL STAND at the exchange, look there: ${order}`),
  ]
  return [...rows, ...end]
}

/** What the trader confirms before the first order. */
export function planLines(
  venue: ProbeVenue,
  facts: {
    environment: string
    hosts: string[]
    market: string
    probes: readonly Probe[]
    most: string
    quote: string
  },
): string[] {
  const orders = facts.probes.flatMap(ordersOf)
  return [
    `${venue.name}, ${facts.environment}, ${facts.hosts.join(' ')}, market ${facts.market}.`,
    `Up to ${orders.length} orders, ${orders.filter((how) => how === 'filling').length} of which may trade. The most that can be spent is ${facts.most} ${facts.quote}.`,
  ]
}
