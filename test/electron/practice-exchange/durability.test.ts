// What the ledger holds survives a restart and a kill; what it does not hold never happened.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { startPracticeExchange } from '../../../electron/practice-exchange/server.ts'
import { connect, jsonOf } from './client.ts'
import { limitBuy, makeFolder, marketBuy, queryLedger, startFixture } from './fixture.ts'

const MAIN = fileURLToPath(new URL('../../../electron/practice-exchange/main.ts', import.meta.url))

interface Program {
  url: string
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

async function run(dataDir: string, ...more: string[]): Promise<Program> {
  const child: ChildProcess = spawn(
    process.execPath,
    [MAIN, '--port', '0', '--data', dataDir, '--seed', '7', ...more],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  if (child.stdout === null) throw new Error('no output')
  const [line] = await once(createInterface(child.stdout), 'line')
  const { listening } = z.strictObject({ listening: z.number() }).parse(JSON.parse(line))
  return {
    url: `http://127.0.0.1:${listening}`,
    kill: async (signal) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      return (await ended)[0]
    },
  }
}

it('keeps orders, fills, balances and keys over a restart', async () => {
  const fixture = await startFixture()
  const filled = await fixture.client.accepted(marketBuy(), 'filled')
  const resting = await fixture.client.accepted(limitBuy('0.1'), 'resting')
  const balance = await fixture.client.balance('USDT')
  await fixture.restart()
  expect(await fixture.client.order('filled')).toEqual(filled)
  expect(await fixture.client.order('resting')).toEqual(resting)
  expect(await fixture.client.balance('USDT')).toEqual(balance)
  expect((await fixture.client.place(marketBuy(), 'filled')).replayed).toBe(true)
})

it('settles what filled while it was not running', async () => {
  const fixture = await startFixture()
  await fixture.client.accepted(marketBuy({ amount: '20000' }), 'large')
  await fixture.exchange.close()
  fixture.clock.advance(60_000)
  await fixture.restart()
  expect((await fixture.client.order('large')).status).toBe('filled')
})

it('keeps every acknowledged order over SIGKILL, and never half of one', async () => {
  const dataDir = path.join(makeFolder(), 'exchange')
  const program = await run(dataDir)
  const client = await connect(program.url)
  const acknowledged: string[] = []
  const placing = Array.from({ length: 4 }, async () => {
    for (;;) {
      const key = randomUUID()
      await client.accepted(marketBuy({ amount: '40' }), key)
      acknowledged.push(key)
      if (acknowledged.length === 12) await program.kill('SIGKILL')
    }
  })
  await Promise.allSettled(placing)
  const again = await run(dataDir)
  const after = await connect(again.url)
  for (const key of acknowledged) {
    expect((await after.order(key)).status).toBe('filled')
    expect((await after.place(marketBuy({ amount: '40' }), key)).replayed).toBe(true)
  }
  const rows = (table: string) => queryLedger(dataDir, `SELECT * FROM ${table}`).length
  const orders = rows('orders')
  expect([rows('fills'), rows('idempotency_keys')]).toEqual([orders, orders])
  expect((await after.balance('PEAQ')).total).toBe(String(orders * 40))
  expect(await again.kill('SIGTERM')).toBe(0)
})

it('takes a fault script on the command line', async () => {
  const folder = makeFolder()
  const script = path.join(folder, 'faults.json')
  writeFileSync(script, JSON.stringify([{ on: 'POST /v1/orders', fault: 'drop-after' }]))
  const program = await run(path.join(folder, 'exchange'), '--fault', script)
  const client = await connect(program.url)
  await expect(client.place(marketBuy(), 'lost')).rejects.toThrow()
  expect((await client.order('lost')).status).toBe('filled')
})

it('ends with an error for a bad command line', async () => {
  const child = spawn(process.execPath, [MAIN, '--port', 'x', '--data', makeFolder()], { stdio: 'ignore' })
  expect((await once(child, 'exit'))[0]).toBe(1)
})

it('keeps its folder and file to their owner, and commits durably', async () => {
  const { dataDir, query } = await startFixture()
  const mode = (name: string) => (statSync(path.join(dataDir, name)).mode & 0o777).toString(8)
  expect(mode('.')).toBe('700')
  for (const end of ['', '-wal', '-shm']) expect(mode(`practice-exchange.sqlite${end}`)).toBe('600')
  expect(query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
  const strict = query(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  )
  expect(strict).toEqual([])
})

it('refuses to go on with another seed than the folder was made with', async () => {
  const fixture = await startFixture()
  await fixture.exchange.close()
  const start = startPracticeExchange({ dataDir: fixture.dataDir, port: 0, seed: 8 })
  await expect(start).rejects.toThrow('seed 7')
  await fixture.restart()
  expect(jsonOf(await fixture.client.get('/v1/orders?status=open'))).toEqual({ orders: [] })
})

it('closes at once while a request waits, and that request leaves nothing behind', async () => {
  const { client, clock, exchange, dataDir } = await startFixture([
    { on: 'POST /v1/orders', fault: 'delay', ms: 9_000 },
  ])
  const lost = expect(client.place(marketBuy())).rejects.toThrow()
  await clock.asleep()
  await exchange.close()
  await lost
  expect(queryLedger(dataDir, 'SELECT * FROM orders')).toEqual([])
})
