// What must hold after every fault, at every exchange, whatever the row was about: I1 to I8 of docs/order-faults.md. Each
// function answers with what is wrong; nothing is what a test wants to read.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { AuditEntry } from '../../shared/audit.ts'
import type { Order } from '../../shared/order.ts'
import type { FakeOrder } from '../exchanges/engine.ts'
import { keyOf } from '../exchanges/server.ts'
import { secretForms } from '../support/hostile/secret-forms.ts'
import type { VenueDesk } from './venue-desk.ts'

const DOUBT = ['submitting', 'unknown', 'stuck']
const NONE = ['rejected', 'not-sent', 'abandoned', 'not-placed']
/** What a second order of the same kind may be answered while the first one is in doubt. */
const KEPT_BACK = ['UNKNOWN_ORDER_FIRST', 'KEY_REUSED', 'HALTED', 'NOT_ALLOWED']
const ROUNDS = 40

/** Everything that is wrong with this desk after its row. Lets the exchange answer again, and time pass. */
export async function brokenInvariants(desk: VenueDesk): Promise<string[]> {
  const wrong = desk.witness.unwritten.map((what) => `I3 ${what}`)
  Object.assign(desk.venue, { closed: null, revoked: null })
  desk.venue.faults.splice(0)
  desk.venue.cancelFaults.splice(0)
  await unlocked(desk)
  wrong.push(...(await lookAlikes(desk)), ...(await ended(desk)))
  const orders = await ordersHere(desk)
  for (const order of orders) {
    const log = await desk.ok('audit.list', { subject: order.intentId })
    wrong.push(...oneOrder(desk, order), ...fillsOf(desk, order), ...logOf(order, log))
  }
  return [...wrong, ...strangers(desk, orders), ...(await refusals(desk)), ...leaks(desk)]
}

const ordersHere = (desk: VenueDesk) => desk.ok('orders.list', { accountId: desk.accountId })

async function unlocked(desk: VenueDesk): Promise<void> {
  if ((await desk.ok('vault.status')).state !== 'unlocked') await desk.ok('vault.unlock')
}

const placedOf = ({ engine }: VenueDesk, { venueClientId }: Order) =>
  engine.orders.filter(({ key }) => key === venueClientId)

/** I2: lets time pass until the app says of each order what is true, or that it does not know. */
async function ended(desk: VenueDesk): Promise<string[]> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const orders = await ordersHere(desk)
    const isOver = orders.every(
      (order) => untrue(desk, order) === null && !['submitting', 'unknown'].includes(order.status),
    )
    if (isOver) return []
    await unlocked(desk)
    await desk.ok('orders.reconcile')
    desk.clock.advance(2_900)
  }
  return (await ordersHere(desk)).flatMap((order) => untrue(desk, order) ?? [])
}

function untrue(desk: VenueDesk, order: Order): string | null {
  const there = placedOf(desk, order)
  const { status, decidedAt } = order
  // Nobody else's orders are there, and yet it could not be told which is ours.
  if (status === 'conflict' && desk.engine.orders.length < 2 && there.every((one) => isTheSame(one, order))) {
    return 'I2 conflict, and there is no other order'
  }
  if (status === 'conflict') return null
  if (DOUBT.includes(status) || decidedAt !== null) return null
  const [placed] = there
  const told = `I2 ${status} with ${order.filled} filled`
  if (placed === undefined) return NONE.includes(status) ? null : `${told}, and there is none`
  if (there.length > 1 || !isTheSame(placed, order)) return `${told}, and there are ${there.length}, or others`
  const isForgotten = !desk.engine.shown('history').includes(placed)
  // Where it was forgotten nobody can tell that it is no longer open; that is no end.
  if (status === 'open' && isForgotten) return null
  // Ids of more digits than a number holds stay whole.
  if (order.venueOrderId?.includes(String(placed.orderId)) !== true) return `${told} under the id ${order.venueOrderId}`
  const isTrue = (status === 'partially-filled' ? 'open' : status) === placed.status
  return isTrue && Number(order.filled) === placed.filled
    ? null
    : `${told}, and it is ${placed.status}, ${placed.filled}`
}

function isTheSame(placed: FakeOrder, { market, side, type, amount, price }: Order): boolean {
  const isPriced = type === 'market' || placed.price === Number(price)
  return (
    placed.market === market &&
    placed.side === side &&
    placed.type === type &&
    placed.amount === Number(amount) &&
    isPriced
  )
}

/** I1 and I4: one order at most from our requests, and one client id over all of them. */
function oneOrder(desk: VenueDesk, { intentId, venueClientId, attempts }: Order): string[] {
  const wrong: string[] = []
  const { venue, fake } = desk
  const mine = venue.placed.filter(({ key }) => key === venueClientId).length
  if (mine > 1) wrong.push(`I1 ${mine} orders of ${intentId}`)
  if (venueClientId !== fake.record.toClientOrderId(intentId)) wrong.push(`I4 ${intentId} has the key ${venueClientId}`)
  const sent = venue.sent.filter((request) => keyOf(request) === venueClientId).length
  if (sent > attempts.length) wrong.push(`I4 ${sent} requests from ${attempts.length} attempts`)
  return wrong
}

/** I4: nothing went out under a key that no order has. */
function strangers({ venue, witness }: VenueDesk, orders: Order[]): string[] {
  const known = new Set(orders.map(({ venueClientId }) => venueClientId))
  const unknown = venue.sent.map(keyOf).filter((key) => !known.has(key) && !witness.lost.has(key))
  return unknown.map((key) => `I4 a request for ${key}, which is no order`)
}

/** I6: what is filled is what was traded, and each trade stands in the ledger once. */
function fillsOf(desk: VenueDesk, order: Order): string[] {
  const there = placedOf(desk, order)
  const ids = there.map(({ orderId }) => orderId)
  const trades = desk.engine.trades.filter(({ orderId }) => ids.includes(orderId))
  const rows = desk.witness.rows(`SELECT amount FROM fills WHERE intent_id = '${order.intentId}'`)
  const booked = rows.reduce((sum, row) => sum + Number(row['amount']), 0)
  const isTold = desk.engine.manners.lag.trades === 0 && there.length === 1 && order.status !== 'conflict'
  const isSettled = !DOUBT.includes(order.status)
  if (rows.length > trades.length) return [`I6 ${rows.length} fills of ${trades.length} trades`]
  if (booked > Number(order.filled)) return [`I6 ${booked} booked, ${order.filled} filled`]
  return isTold && isSettled && booked !== Number(order.filled) ? [`I6 ${booked} booked, ${order.filled} filled`] : []
}

/** I7: each attempt stands in the audit log with its number, its outcome, and the reason where it was no acceptance. */
function logOf({ intentId, attempts }: Order, log: AuditEntry[]): string[] {
  return attempts.flatMap(({ number, outcome }) => {
    const of = (event: string) => log.filter((entry) => entry.event === event && entry.detail['attempt'] === number)
    const answered = of('order-answered')
    const name = `I7 attempt ${number} of ${intentId}`
    if (of('order-attempted').length !== 1) return [`${name} is not in the log once`]
    if (outcome === null) return []
    // The newest comes first. A late answer is a second one, and the word that counts.
    const [last] = answered
    if (answered.length > 2 || last?.detail['outcome'] !== outcome) return [`${name} has no ${outcome} in the log`]
    const { reason } = last.detail
    return outcome === 'accepted' || (typeof reason === 'string' && reason !== '') ? [] : [`${name} has no reason`]
  })
}

/** I7: so does each submit that was refused here. A ticket that is not known has no place there, a full disk no room. */
async function refusals(desk: VenueDesk): Promise<string[]> {
  const wrong: string[] = []
  for (const { intentId, code } of desk.witness.refused) {
    if (['DRAFT_NOT_FOUND', 'BAD_INPUT', 'STORAGE_FAILED', 'RATE_LIMITED', 'CLOSED', 'INTERNAL'].includes(code))
      continue
    const log = await desk.ok('audit.list', { subject: intentId, kind: 'refusal' })
    if (!log.some(({ event, detail }) => event === 'order-refused' && detail['code'] === code)) {
      wrong.push(`I7 ${code} of ${intentId} is not in the log`)
    }
  }
  return wrong
}

/** I8: while an order is in doubt, another one for its market is kept back, on either side. */
async function lookAlikes(desk: VenueDesk): Promise<string[]> {
  const doubtful = (await ordersHere(desk)).filter(
    ({ status, decidedAt }) => [...DOUBT, 'conflict'].includes(status) && decidedAt === null,
  )
  const [order] = doubtful
  if (order === undefined) return []
  const before = desk.venue.sent.length
  const wrong: string[] = []
  for (const side of ['buy', 'sell'] as const) {
    const { accountId, coinId } = order
    const draft = await desk.backend.call('orders.draft', { accountId, coinId, side })
    const { intentId } = draft.ok ? (draft.value as { intentId: string }) : { intentId: '' }
    const size = { unit: 'base', value: '21' }
    const code = draft.ok
      ? await desk.code('orders.submit', { intentId, type: 'limit', size, price: '1.9' })
      : draft.error.code
    if (!KEPT_BACK.includes(code)) wrong.push(`I8 a look-alike beside a ${order.status} order: ${code}`)
  }
  return desk.venue.sent.length === before ? wrong : [...wrong, 'I8 a look-alike was sent']
}

/** I5: neither key nor secret nor signature, in any file of the profile and in any answer. */
function leaks({ fake, venue, witness }: VenueDesk): string[] {
  const { apiKey, apiSecret } = fake.key
  const words = 'passphrase' in fake.key ? [String(fake.key.passphrase)] : []
  const secrets = [apiKey, ...[apiSecret, ...words].flatMap(secretForms), ...venue.proofs]
  const files = readdirSync(witness.dataDir(), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(path.join(witness.dataDir(), name)) }))
    // Most of a profile is the reserve: nothing is looked for a hundred times in a megabyte of zeros.
    .filter(({ bytes }) => bytes.some((byte) => byte !== 0))
  const places = [...files, { name: 'the answers', bytes: Buffer.from(witness.told.join('\n')) }]
  const wrong = places.flatMap(({ name, bytes }) =>
    secrets.filter((secret) => bytes.includes(secret)).map((secret) => `I5 ${secret.slice(0, 6)}… stands in ${name}`),
  )
  return venue.asked.length > 0 && venue.proofs.size === 0 ? [...wrong, 'I5 no signature was seen'] : wrong
}
