// What a listing day is played on: the app with an account at an exchange that a script speaks for, and a clock that leaps.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { startPracticeExchange } from '../../../electron/practice-exchange/server.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import type { AppStatus } from '../../../shared/app.ts'
import { Engine } from '../../exchanges/engine.ts'
import { OKX_DIALECT, OKX_KEY } from '../../exchanges/okx/api.ts'
import { openVenue } from '../../exchanges/server.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { makeLeapClock } from './leap-clock.ts'
import type { App, AppOptions } from './open-app.ts'

/** The evening before, and the opening on the next day. */
const EVENING = Date.UTC(2026, 11, 1, 19, 30)
export const OPENS_AT = Date.UTC(2026, 11, 2, 14)
export const MARKET = 'OLA/USDT'
const ACCOUNT = 'OKX demo'
/** Shorter than what a machine must have slept for to be locked. */
const STEP_MS = 30_000
const POLLED_MS = 10_000

export interface ListingDay {
  readonly app: App
  /** Orders that have arrived at the exchange. */
  orders(): number
  /** The machine sleeps until so long before the opening, milliseconds; what is open then is locked. */
  sleepUntil(beforeOpening: number): void
  /** Time passes quickly until then, and nothing takes it for sleep. */
  wait(beforeOpening: number): Promise<void>
  /** The exchange lists the market, opens it, or lets it trade at another price. */
  list(): void
  open(): void
  trade(price: number): void
  /** Closes the app and opens it again, later by `ms`. */
  overnight(ms: number): Promise<void>
  close(): Promise<void>
}

/** Opens it, with a vault, the account and the exchange's public data switched on. */
export async function openListingDay(openApp: (options: AppOptions) => Promise<App>): Promise<ListingDay> {
  const clock = makeLeapClock(EVENING)
  const engine = new Engine(clock.now, { prices: { [MARKET]: 0.0412, 'PEAQ/USDT': 0.2005, 'MOVE/USDT': 0.118 } })
  const venue = await openVenue(OKX_DIALECT, engine)
  const folder = mkdtempSync(join(tmpdir(), 'prelist-day-'))
  const practice = await startPracticeExchange({ dataDir: folder, port: 0, clock })
  const close = async () => {
    await Promise.all([venue.close(), practice.close()])
    rmSync(folder, { recursive: true, force: true })
  }
  const options: AppOptions = {
    ...{ clock, secretStore: memoryStore(), kdf: KDF_FLOOR },
    venueHosts: { practice: practice.url, 'okx:test': venue.url },
    dataHosts: { okx: venue.url },
  }
  const app = await openApp(options).catch(async (error: unknown) => {
    await close()
    throw error
  })
  const call = async (operation: string, input: unknown) => {
    const told = await app.backend.call(operation, input)
    if (!told.ok) throw new Error(`${operation}: ${told.error.code}`)
  }
  await call('vault.create', {})
  await call('accounts.add', { venue: 'okx', environment: 'test', label: ACCOUNT, ...OKX_KEY })
  await call('sources.save', { source: 'okx', enabled: true })
  const answers = async () => {
    const told = await app.backend.call('app.status', {})
    if (!told.ok) throw new Error(told.error.code)
    const { accounts } = told.value as AppStatus
    return new Map(accounts.map(({ accountId, lastAnswerAt }) => [accountId, Date.parse(lastAnswerAt ?? '') || 0]))
  }
  /** The accounts that are asked again and again. */
  const answering = async () =>
    [...(await answers())].flatMap(([accountId, at]) => (clock.now() - at < POLLED_MS ? [accountId] : []))
  /** Each has answered since: a request that the next leap falls into would be taken for lost. */
  const answered = (accountIds: readonly string[], since: number) =>
    expect
      .poll(async () => {
        const told = await answers()
        return accountIds.every((accountId) => (told.get(accountId) ?? 0) >= since)
      })
      .toBe(true)
  return {
    app,
    orders: () => engine.orders.length,
    sleepUntil: (beforeOpening) => clock.leap(OPENS_AT - beforeOpening - clock.now()),
    wait: async (beforeOpening) => {
      for (;;) {
        const left = OPENS_AT - beforeOpening - clock.now()
        if (left <= 0) return
        const asked = await answering()
        clock.leap(Math.min(left, STEP_MS))
        await answered(asked, clock.now())
      }
    },
    list: () => {
      engine.manners.alsoListed = [MARKET]
      engine.manners.words = { [MARKET]: { state: 'preopen', listTime: String(OPENS_AT) } }
    },
    open: () => {
      engine.manners.words = { [MARKET]: { state: 'live', listTime: String(OPENS_AT) } }
    },
    trade: (price) => {
      engine.manners.prices = { ...engine.manners.prices, [MARKET]: price }
    },
    overnight: async (ms) => {
      clock.leap(ms)
      await app.restart()
    },
    close,
  }
}
