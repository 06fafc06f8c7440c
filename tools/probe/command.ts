// The course of one run: options, key, what is public, the key's rights, the trader's word, the probes, the record.

import type { Credentials } from '../../electron/ports/vault.ts'
import { maySendMoneyAway } from '../../electron/services/accounts/key-use.ts'
import { sayReason } from '../../renderer/messages/reasons/en.ts'
import { compare, type Decimal, sum } from '../../shared/decimal.ts'
import { AppError } from '../../shared/result.ts'
import { createSpendGuard } from './guard.ts'
import { judge } from './judge.ts'
import { readKey } from './key.ts'
import { type Options, readOptions } from './options.ts'
import type { Parts } from './parts.ts'
import { type How, ordersOf } from './plan.ts'
import { type ProbeRecord, pathFor, writeRecord } from './record.ts'
import { redactFor } from './redact.ts'
import { type Course, runProbe } from './run.ts'
import { openSession, type Session } from './session.ts'
import { answerLines, listLines, planLines } from './table.ts'
import { type Terms, termsOf } from './terms.ts'

/** Longer than all looks of one exchange together; cleaning up has its own time after that. */
const LONGEST_MS = 5 * 60_000

/**
 * Runs the command. Never rejects.
 * @returns 0 when every question was answered and nothing was left, 1 when not, 2 when nothing was sent
 */
export async function runCommand(argv: readonly string[], parts: Parts): Promise<number> {
  try {
    const options = readOptions(argv)
    if (options === null) {
      for (const line of listLines()) parts.print(line)
      return 0
    }
    return await probeVenue(options, parts)
  } catch (error) {
    // The words of other errors are not known to be free of the key.
    parts.print(error instanceof AppError ? sayReason(error.reason) : 'The probe could not be run.')
    return 2
  }
}

async function probeVenue(options: Options, parts: Parts): Promise<number> {
  const { venue, environment } = options
  const startedAt = new Date(parts.clock.now()).toISOString()
  const path = pathFor(options.out ?? parts.folder, venue.id, startedAt)
  if (environment === 'live') await confirmLive(options, parts)
  const credentials = await readKey(venue, parts)
  const place = { venue: venue.id, environment: environment === 'live' ? 'live' : 'test', host: options.host } as const
  const session = await openSession(place, credentials, parts.clock, redactFor(credentials))
  const { listing, quote } = await session.market(options.market)
  const terms = termsOf(listing.rules, quote, session.record)
  if (typeof terms === 'string') throw new AppError('NOT_ALLOWED', terms)
  const permissions = await assertFit(session, environment, parts)
  await confirm(options, parts, session, terms, listing.quote)

  const guard = createSpendGuard(options.limit, listing.quote)
  const until = parts.clock.monotonic() + LONGEST_MS
  const course: Course = { session, market: options.market, terms, guard, parts, until }
  const probes: ProbeRecord['probes'] = []
  const left: string[] = []
  for (const probe of options.probes) {
    parts.print(`asking: ${probe.question}`)
    const run = await runProbe(probe, course)
    probes.push({ id: probe.id, question: probe.question, ...judge(probe, run, session.record), steps: run.steps })
    left.push(...run.left)
    if (parts.signal.aborted) break
  }
  const spending = {
    quote: listing.quote,
    limit: options.limit,
    peak: guard.peak(),
    atEnd: guard.atRisk(),
    orders: guard.orders(),
  }
  const record: ProbeRecord = {
    format: 'prelist-probe/1',
    venue: venue.id,
    environment,
    hosts: session.hosts(),
    market: options.market,
    startedAt,
    endedAt: new Date(parts.clock.now()).toISOString(),
    versions: parts.versions,
    spending,
    permissions,
    probes,
    left,
  }
  return close(path, record, credentials, parts, probes.length === options.probes.length)
}

function close(path: string, record: ProbeRecord, credentials: Credentials, parts: Parts, isWhole: boolean): number {
  for (const line of answerLines(record)) parts.print(line)
  try {
    writeRecord(path, record, credentials)
    parts.print(`Written to ${path}.`)
  } catch {
    parts.print('The record was not written: it would have held a part of the key, or its file could not be made.')
    return 1
  }
  const isAnswered = record.probes.every(({ outcome }) => outcome !== 'unanswered')
  return isWhole && isAnswered && record.left.length === 0 ? 0 : 1
}

/** @throws AppError `NOT_ALLOWED` */
async function confirmLive({ venue }: Options, { print, ask }: Parts): Promise<void> {
  const word = `LIVE ${venue.name}`
  print(`${venue.name} LIVE: real orders with real money. The orders that trade are not sold again.`)
  if ((await ask(`Type "${word}" to go on: `))?.trim() !== word) {
    throw new AppError('NOT_ALLOWED', 'Not confirmed. Nothing was sent.')
  }
}

/** @throws AppError `NOT_ALLOWED` */
async function confirm(
  options: Options,
  parts: Parts,
  session: Session,
  terms: Record<How, Terms>,
  quote: string,
): Promise<void> {
  const { venue, probes, market, environment, limit, isConfirmed } = options
  const all: Decimal = sum(probes.flatMap(ordersOf).map((how) => terms[how].cost))
  const most = compare(all, limit) < 0 ? all : limit
  for (const line of planLines(venue, { environment, hosts: session.hosts(), market, probes, most, quote }))
    parts.print(line)
  if (isConfirmed && environment !== 'live') return
  if ((await parts.ask('Go on? (yes/no) '))?.trim().toLowerCase() !== 'yes') {
    throw new AppError('NOT_ALLOWED', 'Not confirmed. No order was sent.')
  }
}

/** @throws AppError `KEY_REFUSED`, `KEY_TOO_POWERFUL` */
async function assertFit(
  session: Session,
  environment: Options['environment'],
  { print }: Parts,
): Promise<string[] | null> {
  const check = await session.checkKey()
  if (check.state !== 'accepted') throw new AppError('KEY_REFUSED', `${sayReason(check.detail)} No order was sent.`)
  // Where real money is, silence of an exchange that could tell is no permission.
  if (environment === 'live' && check.permissions === null && session.record.reportsPermissions) {
    throw new AppError('KEY_REFUSED', 'The exchange did not tell what the key may do. No order was sent.')
  }
  if (maySendMoneyAway(check)) {
    throw new AppError(
      'KEY_TOO_POWERFUL',
      'This key may withdraw. Make one that may only read and trade. No order was sent.',
    )
  }
  print(sayReason(check.detail))
  return check.permissions
}
