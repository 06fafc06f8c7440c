// The backend: everything but windows, put together. Knows nothing of Electron, so it runs and is tested in plain Node.

import { randomUUID } from 'node:crypto'
import type { AppStatus } from '../../shared/app.ts'
import type { Environment, Order } from '../../shared/order.ts'
import type { Result } from '../../shared/result.ts'
import type { LockReason } from '../../shared/vault.ts'
import { keepOutOfCoreDumps } from '../adapters/core-dump.ts'
import { openLogFile } from '../adapters/log-file.ts'
import { createLogger, redactFields } from '../adapters/logger.ts'
import { assertNotLost, markProfile } from '../adapters/profile-mark.ts'
import { lastSession, openSession, type Session } from '../adapters/session-mark.ts'
import { openSettingsFile } from '../adapters/settings-file.ts'
import { type Database, openDatabase } from '../adapters/sqlite/database.ts'
import { createAccountStore } from '../adapters/sqlite/stores/account-store.ts'
import { createAuditStore } from '../adapters/sqlite/stores/audit-store.ts'
import { createOrderJournal } from '../adapters/sqlite/stores/order-journal.ts'
import { createVenueCache } from '../adapters/sqlite/stores/venue-cache.ts'
import { systemClock } from '../adapters/system-clock.ts'
import { openUnfinishedFiles } from '../adapters/unfinished-files.ts'
import { createHandlers } from '../ipc/handlers/handlers.ts'
import { createRouter, type Dispatch } from '../ipc/router.ts'
import type { ConfirmCommand } from '../ports/accounts.ts'
import type { Clock, FileChooser, SecretStore, SettingsStore, Trace } from '../ports/system.ts'
import type { Build, KeyProbe, Spawner } from '../ports/vault.ts'
import { createAccountKeys } from '../services/accounts/account-keys.ts'
import { createAccounts, PRACTICE_ACCOUNT } from '../services/accounts/accounts.ts'
import { createGatewayIdentities } from '../services/accounts/gateway-identities.ts'
import { remindOfKeys } from '../services/accounts/key-reminders.ts'
import { createAuditLog } from '../services/audit/audit-log.ts'
import { createEventHub, eventsAfter } from '../services/common/events.ts'
import { createFileChoices } from '../services/common/file-choice.ts'
import { createLanes } from '../services/common/lanes.ts'
import { createNotices } from '../services/common/notices.ts'
import { createPreferences } from '../services/common/preferences.ts'
import { createAccountView } from '../services/markets/account-view.ts'
import { createPriceFeed } from '../services/markets/price-feed.ts'
import { createPriceNews } from '../services/markets/price-news.ts'
import { createLateWatch } from '../services/orders/late-watch.ts'
import { createOneClick } from '../services/orders/one-click.ts'
import { createOrderDesk } from '../services/orders/order-desk.ts'
import { createOrderKeeper } from '../services/orders/order-keeper.ts'
import { createOrderList } from '../services/orders/order-list.ts'
import { createVenueSweep } from '../services/orders/venue-sweep.ts'
import { createPortfolio } from '../services/portfolio/portfolio.ts'
import { createAirdropBook } from '../services/research/airdrop-book.ts'
import { forkSpawner } from '../shell/spawner.ts'
import { writeNamed } from '../vault/backup/named-file.ts'
import type { KdfParams } from '../vault/primitives.ts'
import { openBackupRoom } from './backup-room.ts'
import { openCoinRoom } from './coin-room.ts'
import { badRowsNotice, damageNotice, diskFull, fullDiskNotice, LOST_CHANGES } from './notices.ts'
import { openedProfile } from './opened-profile.ts'
import { openOrderSending } from './order-sending.ts'
import { ownEntries } from './own-entries.ts'
import { openPracticeRoom } from './practice-room.ts'
import { readStatus, unfinishedOf } from './status.ts'
import { openVaultRoom } from './vault-room.ts'
import { createWatch, openVenueNews, venueDesks } from './venue-desks.ts'
import { checkedHost } from './venue-hosts.ts'
import { VERSION } from './version.ts'

export interface BackendOptions {
  /** The profile: the backend writes to this folder and to no other. */
  dataDir: string
  secretStore?: SecretStore
  settings?: SettingsStore
  /** `practice` names an exchange that runs elsewhere; plain http only on 127.0.0.1. */
  venueHosts?: Record<string, string>
  clock?: Clock
  shell?: AppStatus['shell']
  /** Of a development build the vault is another one, in the profile and in the keychain. */
  build?: Build
  /** How the vault's process is started; by default as a fork of its source beside this file. */
  spawnVault?: Spawner
  /** For tests, with a `secretStore`: what a passphrase costs, and who is asked about keys. */
  kdf?: KdfParams
  keyProbe?: KeyProbe
  /** The built worker of the practice exchange; by default its source beside this file. */
  practiceWorkerUrl?: URL
  /** The trader has agreed to a new profile where one was lost; without it that is `PROFILE_MISSING`. */
  beginAnew?: boolean
  /** How the trader is asked whether a command may be run; without it none can be added. */
  confirmCommand?: ConfirmCommand
  /** How the trader is asked for a file; without it the page can name none. */
  files?: FileChooser
  /** Told of the durable points of each order's way; a test may end the process there. */
  trace?: Trace
}

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
  const db = openDatabase(options.dataDir)
  try {
    return assemble(options, db, practiceUrl, openSession(options.dataDir, db, before))
  } catch (error) {
    // The lock on the file lives as long as the connection: a start that failed must not refuse the next one.
    db.close()
    throw error
  }
}

function assemble(options: BackendOptions, db: Database, practiceUrl: string | null, session: Session): Backend {
  const { dataDir, shell = 'none', clock = systemClock, trace = () => {} } = options
  keepOutOfCoreDumps()
  const logger = createLogger(openLogFile(dataDir), clock)
  const timestamp = () => new Date(clock.now()).toISOString()
  // A full disk must not keep a trader from reading his profile: what cannot be written now is tried at the next start.
  const atStart = (what: string, work: () => void) => {
    try {
      work()
    } catch (error) {
      logger.warn('start-step-failed', { what, error })
    }
  }
  atStart('mark', () => markProfile(dataDir, timestamp()))

  const unfinished = openUnfinishedFiles(dataDir, logger)
  const notices = createNotices(() => tellStatus())
  const auditStore = createAuditStore(db)
  const audit = createAuditLog({
    store: auditStore,
    clock,
    logger,
    notices,
    redact: redactFields,
    writeNewFile: (path, parts) => unfinished.during(path, () => writeNamed(path, parts)),
    changed: () => hub.emit('audit.changed', null),
  })
  const practice = openPracticeRoom({
    ...{ db, dataDir, clock, notices, url: practiceUrl, note: audit.note },
    workerUrl: options.practiceWorkerUrl ?? new URL('../practice-exchange/worker.ts', import.meta.url),
    sealing: () => preferences.get().sealing,
  })
  const { exchange, trust } = practice
  const view = createAccountView('practice', exchange, createVenueCache(db), clock, logger)
  const accounts = createAccounts({
    practice: { account: PRACTICE_ACCOUNT, exchange, view },
    stored: () => keys,
    open: (account) => openVenueDesk(account),
  })

  const { store, coins, matches, questions } = openCoinRoom(db, clock, accounts)
  const journal = createOrderJournal(db, trace, audit.append)
  const airdrops = createAirdropBook(coins, store, clock)
  const portfolio = createPortfolio(coins, store, journal, accounts.viewsOf, matches)
  const lanes = createLanes()

  const hub = createEventHub((event) => {
    if (event === 'prices.changed') feed.wake()
  })
  // Reading the status can fail on a bad disk; that must never look like a failure of what is being told about.
  const tellStatus = () => {
    try {
      hub.emit('app.changed', status())
    } catch (error) {
      logger.error('status-not-told', { error })
    }
  }
  // How the exchange answers and how old its data are is news as well, each time that it was asked.
  const watch = createWatch(accounts, matches, () => news.wake())
  const tellPrices = createPriceNews(matches, hub)
  const feed = createPriceFeed(watch.views, tellPrices, clock, hub, tellStatus)
  const orderChanged = (order: Order) => {
    accounts.desk(order.accountId).view.touchBalances()
    hub.emit('orders.changed', order)
    hub.emit('portfolio.changed', null)
    tellStatus()
    keeper.wake()
    late.wake()
  }
  const { preTrade, cover, settler } = openOrderSending({
    ...{ journal, clock, trace, logger, notices, changed: orderChanged },
    looked: (order) => hub.emit('orders.changed', order),
    sendWithinSeconds: () => preferences.get().sendWithinSeconds,
    withdraw: (keys) => room.keeper.withdraw(keys),
    halt: (accountId) => keeper.halt(accountId, true),
  })
  const desk = createOrderDesk({
    journal,
    lanes,
    settler,
    portfolio,
    ...{ matches, questions },
    preTrade,
    deskOf: accounts.desk,
    assertUsable: async (accountId) => {
      if (db.isFull()) throw diskFull()
      await keys.assertReady(accountId)
    },
    coinOf: coins.stage,
    farPrice: () => preferences.get().farPrice,
    clock,
    newId: randomUUID,
    trace,
    decided: orderChanged,
    ended: () => news.wake(),
    audit: audit.note,
  })
  const oneClick = createOneClick({
    ...{ journal, clock, submit: desk.submit, deskOf: accounts.desk, matches, audit: audit.note },
    recheck: preTrade.recheck,
    told: () => hub.emit('accounts.changed', accounts.list()),
  })
  const shared = { journal, lanes, settler, matches, cover, deskOf: accounts.desk, clock, logger }
  const keeper = createOrderKeeper({ ...shared, desk, preTrade, planned: () => tellStatus() })
  const sweep = createVenueSweep({ ...shared, notices })
  const late = createLateWatch(shared)
  const { isWatched } = watch
  const news = openVenueNews({ ...shared, tellPrices, accounts, hub, keeper, desk, vault: () => room.vault, isWatched })
  let wasOpen = false
  const status = () =>
    readStatus({
      ...{ shell, now: timestamp, monotonic: clock.monotonic, accounts, journal, keeper },
      notices: () => [
        ...notices.list(),
        ...damageNotice(db.damage()),
        ...badRowsNotice(db.badRows()),
        ...fullDiskNotice(db.isFull()),
      ],
    })
  const preferences = createPreferences(options.settings ?? openSettingsFile(dataDir), (saved) =>
    hub.emit('settings.changed', saved),
  )
  const room = openVaultRoom({
    db,
    audit,
    clock,
    logger,
    unfinished,
    newId: randomUUID,
    build: options.build ?? 'product',
    spawn: options.spawnVault ?? forkSpawner(new URL('../vault/process.ts', import.meta.url)),
    secretStore: options.secretStore,
    kdf: options.kdf,
    keyProbe: options.keyProbe,
    idleMinutes: () => preferences.get().autoLockMinutes,
    beforeLock: preTrade.end,
    changed: (vault) => {
      hub.emit('vault.changed', vault)
      if (vault.state !== 'unlocked') {
        oneClick.endAll()
        if (wasOpen) void preTrade.end()
      } else if (!wasOpen) void Promise.all([sweep.lookForLate().then(late.lookNow), keys.checkWaiting()])
      wasOpen = vault.state === 'unlocked'
    },
  })
  const backup = openBackupRoom({
    db,
    dataDir,
    room,
    audit,
    auditStore,
    lanes,
    clock,
    logger,
    restored: () => {
      practice.reload()
      view.reload()
      settler.recover()
      keeper.wake()
      for (const event of ['coins.changed', 'portfolio.changed', 'audit.changed'] as const) hub.emit(event, null)
      hub.emit('accounts.changed', accounts.list())
      tellStatus()
    },
  })
  const hostOf = (venue: string, environment: Environment) =>
    checkedHost(options.venueHosts?.[environment === 'test' ? `${venue}:test` : venue])
  const openVenueDesk = venueDesks({
    cache: createVenueCache(db),
    keeper: room.keeper,
    isUnlocked: room.vault.isOpen,
    take: (accountId, purpose, key) => keys.uses.take(accountId, purpose, journal.findByKey(accountId, key)?.intentId),
    matches,
    hostOf,
    clock,
    logger,
    marketAsked: (...market) => news.marketAsked(...market),
    keyHeard: (...heard) => keys.heard(...heard),
  })
  const keys = createAccountKeys({
    store: createAccountStore(db),
    records: room.store,
    keeper: room.keeper,
    isUnlocked: room.vault.isOpen,
    audit: audit.append,
    clock,
    newId: randomUUID,
    confirm: options.confirmCommand ?? null,
    hostOf,
    halt: async (accountId) => void (await keeper.halt(accountId, true)),
    cancelAll: async (accountId) => {
      if (journal.hasAny(accountId)) await keeper.cancelAll(accountId)
    },
    oneClick: oneClick.modeOf,
    hasOrders: (accountId) => unfinishedOf(journal).some((order) => order.accountId === accountId),
    told: (all) => {
      hub.emit('accounts.changed', all)
      // A key that was replaced or removed is spoken of no longer, and one that is refused is.
      keys.remind()
    },
    notices,
  })
  const handlers = createHandlers({
    coins,
    airdrops,
    portfolio,
    desk,
    keeper,
    orders: createOrderList(journal, accounts.desk, coins.stage),
    oneClick,
    sweep,
    ...ownEntries(store, audit, preTrade, timestamp),
    listings: matches,
    markets: watch.markets,
    vault: room.vault,
    backup,
    files: createFileChoices(options.files ?? null, clock),
    keys,
    audit,
    gateways: createGatewayIdentities(new Map([['practice', trust]])),
    profile: openedProfile(dataDir),
    status,
    checkKeychain: room.checkKeychain,
    settings: preferences,
    now: timestamp,
  })
  keys.sweep()
  const reminders = remindOfKeys(clock, () => keys.sweep())
  const route = createRouter(handlers, clock, logger, audit.note)
  audit.note({ kind: 'app', event: 'app-opened', detail: { version: VERSION, shell } })
  audit.verifySoon()
  if (session.lostChanges) {
    notices.raise(LOST_CHANGES.code, LOST_CHANGES.message)
    atStart('halt', () => journal.setHalt(null, true))
  }
  atStart('recover', () => settler.recover())
  keeper.wake()
  late.wake()

  let closing: Promise<void> | null = null
  const dispatch: Dispatch = async (sender, operation, input) => {
    if (closing !== null) return { ok: false, error: { code: 'CLOSED', message: 'Prelist is closing.' } }
    room.vault.touch(operation)
    const result = await route(sender, operation, input)
    for (const event of result.ok ? eventsAfter(operation) : []) {
      if (event === 'app.changed') tellStatus()
      else hub.emit(event, null)
    }
    if (!result.ok && result.error.code === 'PROFILE_DAMAGED') tellStatus()
    return result
  }
  return {
    call: (operation, input) => dispatch({ window: DIRECT_WINDOW }, operation, input),
    dispatch,
    on: hub.on,
    lock: async (reason) => void (await room.vault.lock(reason)),
    close: () => {
      closing ??= (async () => {
        reminders.stop()
        await Promise.all([keeper.stop(), late.stop(), feed.stop(), news.stop()])
        await lanes.idle()
        // Before the vault is locked, so that it is part of what is signed last.
        audit.note({ kind: 'app', event: 'app-closed' })
        await room.vault.close()
        await backup.idle()
        await audit.idle()
        await exchange.close()
        session.closing()
        db.close()
        session.closed()
      })()
      return closing
    },
  }
}
