// The stage of the random walk: two windows over one backend, with two live accounts, a test account and practice, each at
// an exchange of its own whose ledger is read, and everything that the windows ask for written down.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Backend } from '../../../electron/app/backend.ts'
import { openProfile } from '../../../electron/app/profile.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { openAppPage } from '../../../scripts/driver/headless-app.ts'
import { practiceFolder } from '../../../scripts/driver/practice-ledger.ts'
import type { Account } from '../../../shared/accounts.ts'
import type { OperationName } from '../../../shared/contract/contract.ts'
import type { Draft, Environment } from '../../../shared/order.ts'
import { FAKES } from '../../exchanges/all.ts'
import { Engine } from '../../exchanges/engine.ts'
import { openVenue } from '../../exchanges/server.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { WALK, type WalkWindow, walkWindow } from './walk-page.ts'

/** An order in the ledger of an exchange. */
export interface LedgerOrder {
  market: string
  side: string
  type: string
  status: string
}

export interface WalkAccount {
  accountId: string
  label: string
  environment: Environment
  /** The exchange's own ledger, oldest first. */
  ledger: () => LedgerOrder[]
}

/** A request that orders, as a window made it. */
export interface Asked {
  operation: string
  input: { intentId: string; accountId?: string; environment?: string }
  /** The account of its draft. */
  draftAccountId: string | undefined
  /** Its error code, `ok`, or `held back` in a dry press. */
  answer: string
}

export interface Stage {
  backend: Backend
  windows: [WalkWindow, WalkWindow]
  accounts: WalkAccount[]
  asked: Asked[]
  /** While true orders are written down and held back. */
  dry: { on: boolean }
  pageErrors: string[]
  /** Resolves when neither window waits for an answer any more. */
  quiet(): Promise<void>
  /** One-click orders end with each lock: allowed again for every account that is not practice. */
  unlock(): Promise<void>
  close(): Promise<void>
}

const ORDERS: readonly unknown[] = ['orders.submit', 'orders.oneClick']

const REAL = [
  { venue: 'binance', environment: 'live', label: 'Main Binance' },
  { venue: 'bybit', environment: 'live', label: 'Second Bybit' },
  { venue: 'okx', environment: 'test', label: 'OKX test' },
] as const

/** Opens it. */
export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prelist-walk-'))
  const venues = await Promise.all(
    REAL.map(async ({ venue }) => {
      const fake = FAKES.find((each) => each.venue === venue)
      if (fake === undefined) throw new Error(`no ${venue}`)
      const engine = new Engine(Date.now)
      engine.balances.set('USDT', 100_000).set('PEAQ', 10_000).set('MOVE', 10_000)
      return { fake, engine, served: await openVenue(fake.dialect, engine) }
    }),
  )
  const hosts = REAL.map(({ venue, environment }, at) => [
    environment === 'live' ? venue : `${venue}:test`,
    venues[at]?.served.url ?? '',
  ])
  const backend = await openProfile({
    ...{ dataDir, shell: 'chromium', secretStore: memoryStore(), kdf: KDF_FLOOR },
    venueHosts: Object.fromEntries(hosts),
  })
  await backend.call('settings.save', { welcomed: true, sourcesAsked: true })
  const ok = async (operation: OperationName, input: object): Promise<unknown> => {
    const result = await backend.call(operation, input)
    if (!result.ok) throw new Error(`${operation}: ${result.error.code} ${result.error.message}`)
    return result.value
  }
  await ok('vault.create', {})
  const real: WalkAccount[] = []
  for (const [at, wanted] of REAL.entries()) {
    const account = (await ok('accounts.add', { ...wanted, ...venues[at]?.fake.key })) as Account
    real.push({ ...account, ledger: () => (venues[at]?.engine.orders ?? []).map((order) => ({ ...order })) })
  }
  const whole = { limit: '1', level: 'warn' }
  await ok('rules.save', { project: whole, earlyStage: { ...whole, basis: 'each' } })
  await ok('settings.save', { presetSize: '10', autoLockMinutes: null })
  const allow = async () => {
    for (const { accountId } of real) {
      await ok('accounts.allowOneClick', { accountId, maxValue: '100', deviation: '0.01' })
    }
  }
  await allow()

  const asked: Asked[] = []
  const dry = { on: false }
  const drafts = new Map<string, string>()
  let waiting = 0
  const dispatch: Backend['dispatch'] = async (sender, operation, input) => {
    waiting += 1
    try {
      if (!ORDERS.includes(operation)) {
        const result = await backend.dispatch(sender, operation, input)
        if (operation === 'orders.draft' && result.ok) noteDraft(result.value as Draft)
        return result
      }
      const given = input as Asked['input']
      const note = {
        operation: String(operation),
        input: given,
        draftAccountId: drafts.get(given.intentId),
        answer: '',
      }
      asked.push(note)
      if (dry.on) {
        note.answer = 'held back'
        return { ok: false, error: { code: 'RATE_LIMITED', message: 'Held back.' } }
      }
      const result = await backend.dispatch(sender, operation, input)
      note.answer = result.ok ? 'ok' : result.error.code
      return result
    } finally {
      waiting -= 1
    }
  }
  const noteDraft = ({ intentId, accountId }: Draft) => drafts.set(intentId, accountId)

  const door = { dispatch, on: backend.on }
  const pageErrors: string[] = []
  const opened = await Promise.all(['main', 'second'].map((name) => openAppPage(door, { name, pageScript: WALK })))
  for (const { page } of opened) page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
  // The list of accounts is loaded after the header is painted.
  for (const { page } of opened) await page.locator('.account-choice input').waitFor({ state: 'attached' })
  const windows = opened.map(({ page }) => walkWindow(page)) as [WalkWindow, WalkWindow]

  return {
    backend,
    windows,
    asked,
    dry,
    pageErrors,
    accounts: [
      { accountId: 'practice', label: 'Practice', environment: 'practice', ledger: () => practiceLedger(dataDir) },
      ...real,
    ],
    quiet: async () => {
      // An answer may lead to the next question: only two looks in a row that find none waiting are the end.
      for (let calm = 0; calm < 2; calm = waiting === 0 ? calm + 1 : 0) {
        await Promise.all(windows.map((window) => window.turn()))
      }
    },
    unlock: async () => {
      await ok('vault.unlock', {})
      await allow()
    },
    close: async () => {
      await Promise.all(opened.map((window) => window.close()))
      await backend.close()
      await Promise.all(venues.map(({ served }) => served.close()))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function practiceLedger(dataDir: string): LedgerOrder[] {
  const db = new DatabaseSync(join(practiceFolder(dataDir), 'practice-exchange.sqlite'), { readOnly: true })
  try {
    const rows = db.prepare('SELECT market, side, type, status FROM orders ORDER BY order_id').all()
    return rows.map(({ market, side, type, status }) => ({
      ...{ market: String(market), side: String(side), type: String(type), status: String(status) },
    }))
  } finally {
    db.close()
  }
}
