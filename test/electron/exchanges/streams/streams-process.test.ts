// Streams in the vault's own process, which ends at the first failure that nobody waits for: it outlives what venues send.

import { onTestFinished, test } from 'vitest'
import { createBackend } from '../../../../electron/app/backend.ts'
import type { Order } from '../../../../shared/order.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { frame } from '../../../exchanges/streams/web-socket.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'
import { until } from '../../../support/until.ts'
import { RESTING, STREAMING } from './stream-kit.ts'

const never = Number.POSITIVE_INFINITY
/** No look-up finds anything: what is known comes from the stream. */
const NEVER = { id: never, open: never, history: never, trades: never }
const OPENING = 'eight words for a vault that is made here'

test.each(STREAMING)('$venue: refused, broken off and talked nonsense to, and then told of an order', async (fake) => {
  const venue = await startVenue(fake.dialect, new Engine(Date.now, { keyRule: fake.record.keyRule, lag: NEVER }))
  const { streams } = venue
  const backend = await createBackend({
    dataDir: makeProfile(),
    venueHosts: { [`${fake.venue}:test`]: venue.url, practice: 'http://127.0.0.1:9' },
  })
  onTestFinished(() => backend.close())
  await okOf(backend, 'vault.create', { passphrase: OPENING })
  let locked = 0
  backend.on('vault.changed', () => {
    locked += 1
  })
  const account = { venue: fake.venue, environment: 'test', label: 'Mine', ...fake.key }
  const { accountId } = await okOf(backend, 'accounts.add', account)
  streams.isOn = true
  await okOf(backend, 'markets.list', { accountId })
  await until(() => streams.listeners().length > 0)
  for (const peer of streams.listeners()) {
    for (const words of [
      '{',
      'null',
      '{"id":"1","status":500,"error":{"code":-1,"msg":"x"}}',
      '{"op":"auth","success":false}',
    ]) {
      peer.say(words)
    }
    peer.say({ event: 'error', code: '60009', msg: 'Login failed.' })
    peer.say({ type: 'error', message: 'authentication failure' })
    peer.raw(frame(0x1, Buffer.from('c328', 'hex')))
  }
  await until(() => streams.peers.size === 0)
  await until(() => streams.listeners().length > 0)
  venue.faults.push({ kind: 'drop', when: 'after' })
  const { intentId } = await okOf(backend, 'orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  const sent = await okOf(backend, 'orders.submit', { intentId, ...RESTING })
  if (sent.status !== 'unknown') throw new Error(sent.status)
  let order: Order = sent
  while (order.status !== 'open') {
    await until(() => true)
    order = await okOf(backend, 'orders.get', { intentId })
  }
  if (locked > 0) throw new Error('the process has ended')
})
