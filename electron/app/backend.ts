// The backend: everything but windows. It joins the areas, each of which builds itself out of those before it. Knows nothing of
// Electron, so it runs and is tested in plain Node.

import { reason } from '../../shared/reasons/reason.ts'
import type { Result } from '../../shared/result.ts'
import type { LockReason } from '../../shared/vault.ts'
import { keepOutOfCoreDumps } from '../adapters/core-dump.ts'
import { assertNotLost } from '../adapters/profile-mark.ts'
import { lastSession, openSession, type Session } from '../adapters/session-mark.ts'
import { type Database, openDatabase } from '../adapters/sqlite/database.ts'
import { createOrderJournal } from '../adapters/sqlite/stores/order-journal.ts'
import type { Dispatch } from '../ipc/router.ts'
import { createFileChoices } from '../services/common/file-choice.ts'
import type { BackendOptions } from './backend-options.ts'
import { openSources } from './market-data/open-sources.ts'
import { openAccounts } from './open-accounts.ts'
import { openAudit } from './open-audit.ts'
import { openBackup } from './open-backup.ts'
import { openCoins } from './open-coins.ts'
import { openCore } from './open-core.ts'
import { openDoor } from './open-door.ts'
import { openKeys } from './open-keys.ts'
import { openLedger } from './open-ledger.ts'
import { openListings } from './open-listings.ts'
import { openMarkets } from './open-markets.ts'
import { openOrders } from './open-orders.ts'
import { openPolls } from './open-polls.ts'
import { openPortfolio } from './open-portfolio.ts'
import { openPractice } from './open-practice.ts'
import { openStatus } from './open-status.ts'
import { openStreams } from './open-streams.ts'
import { openVault } from './open-vault.ts'
import { openedProfile } from './parts/opened-profile.ts'
import { checkedHost } from './parts/venue-hosts.ts'
import { VERSION } from './parts/version.ts'
import { openDeskWork } from './research/open-desk-work.ts'
import { openStaged } from './staged/open-staged.ts'

export interface Backend {
  /** Calls an operation, validated exactly as from the page. Never throws. */
  call(operation: string, input: unknown): Promise<Result<unknown>>
  /** The same door for the shells, which say who is calling. */
  dispatch: Dispatch
  on(event: string, listener: (payload: unknown) => void): () => void
  /** Locks the vault, for a shell that was told of a locked screen or of sleep. */
  lock(reason: LockReason): Promise<void>
  /** Ends polls, waits for the request in flight, and closes the files. Safe to call twice. */
  close(): Promise<void>
}

/** Calls made without a window share the drafts of this one. */
const DIRECT_WINDOW = 'direct'

/**
 * Opens the profile and starts the backend. Nothing is sent at start; orders that a dead process left are looked up.
 * @throws AppError `PROFILE_IN_USE`, `PROFILE_TOO_NEW`, `PROFILE_DAMAGED`, `PROFILE_MISSING`, `STORAGE_FAILED`, or
 * `BAD_INPUT` for a host
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const practiceUrl = checkedHost(options.venueHosts?.practice)
  if (options.beginAnew !== true) assertNotLost(options.dataDir)
  const before = lastSession(options.dataDir)
  const db = openDatabase(options.dataDir, before.mark?.damaged === true)
  try {
    return joined(options, db, practiceUrl, openSession(options.dataDir, db, before))
  } catch (error) {
    // The lock on the file lives as long as the connection: a start that failed must not refuse the next one.
    db.close()
    throw error
  }
}

function joined(options: BackendOptions, db: Database, practiceUrl: string | null, session: Session): Backend {
  const { dataDir, shell = 'none' } = options
  keepOutOfCoreDumps()
  // The order is that of who needs whom; what runs the other way goes through the internal events.
  const core = openCore(options, db, session.damaged)
  const { clock, page, notices, preferences } = core
  const audit = openAudit(core)
  const { append, note } = audit.log
  const workerUrl = options.practiceWorkerUrl ?? new URL('../practice-exchange/worker.ts', import.meta.url)
  const practice = openPractice(core, note, practiceUrl, workerUrl)
  const vault = openVault(core, audit.log, options)
  const coins = openCoins(core)
  const journal = createOrderJournal(db, core.trace, append, coins.onlyCoin)
  const parts = { core, audit: audit.log, vault, journal, coins }
  const accounts = openAccounts({ ...parts, practice: practice.context, assets: coins.assets })
  const markets = openMarkets(core, coins, accounts.accounts)
  const sources = openSources({ ...parts, accounts, options, follow: practice.follow })
  const desk = openDeskWork(core, coins, journal, sources, options.openOutside)
  const portfolio = openPortfolio(core, coins, journal, accounts.accounts, markets.matches)
  const ledger = openLedger(core, coins, portfolio, accounts.accounts, sources)
  const listings = openListings({ ...parts, accounts, markets, portfolio, sources, notify: options.notify })
  const orders = openOrders({ ...parts, accounts, markets, portfolio })
  const streams = openStreams({ ...parts, options, vault: vault.vault, accounts: accounts.accounts, markets, orders })
  const staged = openStaged({ ...parts, accounts, markets, portfolio, listings, orders })
  const polls = openPolls({ ...parts, accounts, markets, orders, staged })
  const keys = openKeys({ ...parts, accounts, monitor: orders.monitor, confirm: options.confirmCommand ?? null })
  const status = openStatus({ core, shell, accounts: accounts.accounts, journal, monitor: orders.monitor })
  const backup = openBackup({ core, audit, vault, practice, orders })

  let closing: Promise<void> | null = null
  const services = {
    ...{ ...practice.operations, ...vault.operations, ...coins.operations, ...markets.operations },
    ...{ ...sources.operations, ...portfolio.operations, ...orders.operations, ...listings.operations },
    ...{ ...ledger.operations, ...desk.operations, ...keys.operations, ...backup.operations, ...staged.operations },
    ...{ audit: audit.log, settings: preferences, status, profile: openedProfile(dataDir) },
    checkProfile: core.profileCheck.now,
    files: createFileChoices(options.files ?? null, clock),
  }
  for (const each of [core.profileCheck, keys, desk, core.schedule, listings, sources]) each.start()
  const dispatch = openDoor(core, note, vault.vault, services, () => closing !== null)
  note({ kind: 'app', event: 'app-opened', detail: { version: VERSION, shell } })
  audit.log.verifySoon()
  if (session.lostChanges) {
    notices.raise(reason('CHANGES_LOST'))
    core.atStart('halt', () => journal.setHalt(null, true))
  }
  // Last: what it looks up must find everybody there who is told of it.
  for (const each of [orders, staged]) each.start()

  const close = async () => {
    audit.log.endWalks()
    const ending = [staged, core.profileCheck, core.schedule, orders, markets, listings, sources, streams, polls]
    await Promise.all(ending.map((each) => each.stop()))
    // What is being sent is waited for, and what becomes of it is written down.
    await orders.queue.idle()
    // Before the vault is locked, so that it is part of what is signed last.
    note({ kind: 'app', event: 'app-closed' })
    await vault.close()
    // What a backup and the log still write is waited for, before the files under them are closed.
    await backup.idle()
    await audit.log.idle()
    await practice.close()
    if (db.damage() !== null) session.damaged()
    session.closing()
    db.close()
    session.closed()
  }
  return {
    call: (operation, input) => dispatch({ window: DIRECT_WINDOW }, operation, input),
    ...{ dispatch, on: page.on },
    lock: async (reason) => void (await vault.vault.lock(reason)),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
