// Starts a practice exchange for one test, on a folder, clock and seed of its own, and clears it away afterwards.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import type { FaultEntry } from '../../../electron/practice-exchange/faults.ts'
import { type PracticeExchange, startPracticeExchange } from '../../../electron/practice-exchange/server.ts'
import { connect, type OrderTerms, type PracticeClient } from './client.ts'
import { type FakeClock, makeFakeClock } from './fake-clock.ts'

export const SEED = 7
/** A whole price step, so that tests can count steps from here. */
export const START = Date.UTC(2026, 10, 23, 12, 0, 0)

export interface Fixture {
  exchange: PracticeExchange
  client: PracticeClient
  clock: FakeClock
  dataDir: string
  /** Closes the exchange and starts it again on the same folder, with a new key of the same account. */
  restart(): Promise<void>
  /** Reads the ledger's file directly, while the exchange runs. */
  query(sql: string): Record<string, unknown>[]
}

/** A folder that is removed when the test is over. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prelist-practice-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Reads rows from the ledger in `dataDir`, from a connection that cannot write. */
export function queryLedger(dataDir: string, sql: string): Record<string, unknown>[] {
  const db = new DatabaseSync(path.join(dataDir, 'practice-exchange.sqlite'), { readOnly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

/** A running exchange with a clock that stands still, and a client of it. */
export async function startFixture(
  faults: readonly FaultEntry[] = [],
  dataDir = path.join(makeFolder(), 'exchange'),
): Promise<Fixture> {
  const clock = makeFakeClock(START)
  const start = (script: readonly FaultEntry[]) =>
    startPracticeExchange({ dataDir, port: 0, seed: SEED, clock, faults: script })
  const exchange = await start(faults)
  const fixture: Fixture = {
    exchange,
    client: await connect(exchange.url, { now: clock.now }),
    clock,
    dataDir,
    restart: async () => {
      await fixture.exchange.close()
      fixture.exchange = await start([])
      fixture.client = await connect(fixture.exchange.url, { now: clock.now })
    },
    query: (sql) => queryLedger(dataDir, sql),
  }
  onTestFinished(() => fixture.exchange.close())
  return fixture
}

/** A market order for 100 PEAQ, some 15 USDT, with the given changes. */
export function marketBuy(changes: Partial<OrderTerms> = {}): OrderTerms {
  return {
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'market',
    timeInForce: 'gtc',
    amount: '100',
    price: null,
    ...changes,
  }
}

/** A limit order to buy 100 PEAQ at `price`, with the given changes. */
export function limitBuy(price: string, changes: Partial<OrderTerms> = {}): OrderTerms {
  return marketBuy({ type: 'limit', price, ...changes })
}
