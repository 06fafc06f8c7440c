// The worker may crash, stall, answer nonsense or grow: it costs the requests that were under way, and is there again after a
// pause that grows.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { startSource } from '../../../sources/server.ts'
import { VENUE_HANDLES, venueState } from '../../../sources/venues.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { listOf, startData } from './data-kit.ts'

/** A worker that does this with each message. */
function worker(onMessage: string): URL {
  const folder = makeProfile()
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'worker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', (message) => { ${onMessage} })\n`,
  )
  return pathToFileURL(file)
}

const READ = listOf('binance', 'http://127.0.0.1:9')
const STOPPED = {
  ok: false,
  trouble: { why: { code: 'SOURCE_WORKER_STOPPED', params: {} }, kind: 'failed', asked: null },
}
const BAD: readonly [string, string][] = [
  ['crashes', 'throw new Error("crash")'],
  ['ends', 'process.exit(3)'],
  ['answers what is no message of ours', 'parentPort.postMessage({ what: "rows", id: message.id, rows: "all" })'],
  ['runs out of memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(message))'],
]

it.each(BAD)('one that %s fails what was asked, rests, and is started anew', { timeout: 60_000 }, async (_, act) => {
  const clock = makeAppClock()
  const data = startData(worker(act), clock, 64)
  expect(await Promise.all([data.read(READ, null), data.read(READ, null)])).toEqual([STOPPED, STOPPED])
  // Nothing is started within the pause: it answers at once.
  expect(await data.read(READ, null)).toEqual(STOPPED)
  clock.advance(1_001)
  expect(await data.read(READ, null)).toEqual(STOPPED)
})

it('one that stalls is ended when its time is over', async () => {
  const clock = makeAppClock()
  const data = startData(worker('for (;;) {}'), clock)
  const asked = data.read(READ, null)
  await clock.sleeping(45_000)
  clock.advance(45_000)
  expect(await asked).toEqual(STOPPED)
})

it('after a crash the next worker reads as before, and closing ends what is under way', async () => {
  const server = await startSource(VENUE_HANDLES['okx']?.(venueState()) ?? (() => ({ body: {} })))
  const data = startData()
  expect(await data.read(listOf('okx', server.url), null)).toMatchObject({ ok: true, rows: [{ market: 'PEAQ/USDT' }] })
  server.always = { kind: 'hang' }
  const asked = data.read(listOf('okx', server.url), null)
  await data.close()
  expect(await asked).toEqual(STOPPED)
  expect(await data.read(listOf('okx', server.url), null)).toEqual(STOPPED)
})
