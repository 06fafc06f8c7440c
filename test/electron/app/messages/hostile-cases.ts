// What each operation takes, so that hostile messages can be made from a valid one by spoiling one thing.

import type { OperationName } from '../../../../shared/contract/contract.ts'
import { CANARY, type FieldKind, NEVER, WRONG } from '../../../support/hostile/hostile-values.ts'
import { type Case, extend, type Fields } from './hostile-case.ts'
import { LEDGER_CASES } from './hostile-ledger.ts'
import { LIST_CASES } from './hostile-list.ts'
import { researchCases } from './hostile-research.ts'
import { ruleCases } from './hostile-rules.ts'
import { STAGED_CASES } from './staged-cases.ts'

/** Ids of things that exist, so that only the spoilt part of a message can be the reason of its refusal. */
export interface Known {
  ownCoin: string
  draft: string
  filledOrder: string
  /** An account with a key, and another one that waits. */
  account: string
  task: string
}

const NOTHING: Case = { valid: {}, fields: {} }
const ACCOUNT: Case = { valid: { accountId: 'practice' }, fields: { accountId: 'id?' } }

const ORDERS: Case = {
  valid: { accountId: 'practice', environment: 'practice', coinId: 'peaq', status: 'filled', text: 'PEAQ', limit: 10 },
  fields: {
    ...{ accountId: 'id?', environment: 'word?', coinId: 'id?', status: 'word?', text: 'line?' },
    ...{ before: 'count?', limit: 'count?' },
  },
}
const PAGE: Case = { valid: { before: 5, limit: 10 }, fields: { before: 'count?', limit: 'count?' } }
const ENTRIES: Case = {
  valid: { kind: 'vault', subject: 's', search: 's', before: 5, limit: 10 },
  fields: { kind: 'word?', subject: 'line?', search: 'line?', before: 'count?', limit: 'count?' },
}

const NEW_ACCOUNT: Case = {
  valid: { venue: 'binance', environment: 'test', label: 'Label' },
  fields: { venue: 'word', environment: 'word', label: 'line' },
}

const TASKS: Case = {
  valid: { coinId: 'peaq', limit: 10 },
  fields: { coinId: 'id?', before: 'count?', limit: 'count?' },
}

type Cases = Partial<Record<OperationName, Case>>

const accountCases = (ownAccount: Case) =>
  ({
    'accounts.list': NOTHING,
    'accounts.add': extend(
      NEW_ACCOUNT,
      { apiKey: CANARY, apiSecret: CANARY, passphrase: CANARY },
      { apiKey: 'secret', apiSecret: 'secret', passphrase: 'secret?', sameAccount: 'flag?' },
    ),
    'accounts.addReference': extend(
      NEW_ACCOUNT,
      { reference: { kind: 'environment', apiKey: 'A', apiSecret: 'B' } },
      { reference: { kind: 'word', apiKey: 'line', apiSecret: 'line', passphrase: 'line?' }, sameAccount: 'flag?' },
    ),
    'accounts.confirmReference': ownAccount,
    'accounts.rename': extend(ownAccount, { label: 'Label' }, { label: 'line' }),
    'accounts.check': ownAccount,
    'accounts.rotateKey': extend(
      ownAccount,
      { apiKey: CANARY, apiSecret: CANARY, passphrase: CANARY },
      { apiKey: 'secret', apiSecret: 'secret', passphrase: 'secret?' },
    ),
    'accounts.finishRotation': ownAccount,
    'accounts.cancelRotation': ownAccount,
    'accounts.reportLeak': ownAccount,
    'accounts.leakStep': extend(ownAccount, { step: 'review-uses', skip: true }, { step: 'word', skip: 'flag?' }),
    'accounts.endLeak': ownAccount,
    'accounts.allowOneClick': extend(
      ownAccount,
      { maxValue: '100', deviation: '0.01' },
      { maxValue: 'decimal', deviation: 'decimal' },
    ),
    'accounts.endOneClick': ownAccount,
    'accounts.remove': ownAccount,
    'gateway.identity': { valid: { accountId: 'practice' }, fields: { accountId: 'id' } },
    'gateway.trust': {
      valid: { accountId: 'practice', fingerprint: Array(8).fill('0a1b').join(' ') },
      fields: { accountId: 'id', fingerprint: 'word' },
    },
  }) satisfies Cases

const ALERT_CASES = {
  'alerts.list': NOTHING,
  'alerts.save': {
    valid: { kind: 'price-above', coinId: 'peaq', price: '1', isOn: true, repeat: false, sound: true, note: 'why' },
    fields: {
      ...{ kind: 'word', coinId: 'id', price: 'decimal', alertId: 'id?' },
      ...{ isOn: 'flag?', repeat: 'flag?', sound: 'flag?', note: 'note?' },
      // Of other kinds.
      ...{ venue: 'word?~', source: 'word?~', change: 'decimal?', direction: 'word?', stages: 'lines?~' },
      ...{ spanMinutes: 'count?', minutes: 'count?' },
    },
  },
  'alerts.remove': { valid: { alertId: 'alert-none' }, fields: { alertId: 'id' } },
  'notifications.list': PAGE,
  'notifications.page': PAGE,
  'notifications.snooze': {
    valid: { notificationId: 1, until: '2099-01-01T12:00:00.000Z' },
    fields: { notificationId: 'count', until: 'day~' },
  },
} satisfies Cases
const NOTES: Case = {
  valid: { text: 'note', limit: 10 },
  fields: { text: 'line?', before: 'count?', limit: 'count?' },
}
const NOTE_CASES = {
  'notes.list': NOTES,
  'notes.page': NOTES,
  'notes.versions': { valid: { kind: 'coin', subject: 'peaq' }, fields: { kind: 'word', subject: 'line' } },
} satisfies Cases

/** Of the trader's work on airdrops. */
const airdropCases = (coin: Case, task: Case) =>
  ({
    'airdrops.list': NOTHING,
    'airdrops.save': extend(
      coin,
      {
        ...{ progress: 'done', note: 'n', deadline: '2026-12-01', expected: '100' },
        project: { status: 'confirmed', asOf: '2026-11-01', source: 'blog' },
      },
      {
        ...{ progress: 'word?', note: 'note?', deadline: 'day?~', expected: 'decimal?~' },
        'project?': { status: 'word', asOf: 'day', source: 'line' },
      },
    ),
    'airdrops.remove': coin,
    'airdrops.claim': extend(
      coin,
      { claimId: '5d6a7f0e-1c7e-4c7b-9d55-0a4b4e0c7f11', environment: 'live', amount: '1', price: '0.5', note: 'n' },
      {
        ...{ claimId: 'id', environment: 'word', amount: 'decimal', price: 'price?~', receivedAt: 'day?' },
        ...{ transaction: 'line?~', wallet: 'line?~', note: 'note?' },
      },
    ),
    'airdropTasks.list': TASKS,
    'airdropTasks.page': TASKS,
    'airdropTasks.save': extend(
      task,
      { title: 'Bridge', deadline: { day: '2026-12-01', time: '12:00', timeZone: 'Europe/Berlin' }, wallet: 'Two' },
      {
        ...{ coinId: 'id?', title: 'line?', period: 'word?', wallet: 'line?~', friction: 'lines?' },
        ...{
          'deadline?': { day: 'day', time: 'word~', timeZone: 'word' },
          difficulty: 'word?~',
          remindMinutes: 'count?~',
        },
      },
    ),
    'airdropTasks.done': extend(
      task,
      { done: true, at: '2026-01-01T00:00:00.000Z', minutes: 5, evidence: { link: 'https://example.com/' }, note: 'n' },
      {
        ...{ done: 'flag?', at: 'day?', fees: 'lines?', minutes: 'count?~', note: 'note?', money: 'lines?~' },
        'evidence?': { link: 'word?~', transaction: 'line?~', picture: 'line?~', date: 'day?~' },
      },
    ),
    'airdropTasks.snooze': extend(task, { minutes: 60 }, { minutes: 'count' }),
    'airdropTasks.remove': task,
    'calendar.status': NOTHING,
    'calendar.setFeed': { valid: { on: false }, fields: { on: 'flag' } },
    'calendar.export': { valid: { path: '/nowhere/airdrops.ics' }, fields: { path: 'secret' } },
  }) satisfies Cases

/** Of the vault, its backups, the audit log, files, the profile and the app. */
const APP_CASES = {
  'vault.status': NOTHING,
  'vault.create': { valid: { passphrase: CANARY }, fields: { passphrase: 'secret?' } },
  'vault.unlock': { valid: { passphrase: CANARY }, fields: { passphrase: 'secret?', identity: 'line?' } },
  'vault.lock': NOTHING,
  'vault.setPassphrase': { valid: { passphrase: CANARY }, fields: { passphrase: 'secret~' } },
  'vault.rotate': { valid: { what: 'data-key' }, fields: { what: 'word?' } },
  'vault.writeRecoveryKit': { valid: { path: '/nowhere/kit.txt' }, fields: { path: 'secret' } },
  'backup.export': {
    valid: { path: '/nowhere/backup.age', passphrase: CANARY },
    fields: { path: 'secret', passphrase: 'secret?', recipient: 'line?' },
  },
  'backup.import': {
    valid: { path: '/nowhere/backup.age', passphrase: CANARY },
    fields: { path: 'secret', passphrase: 'secret?', identity: 'line?', acceptAnotherVault: 'flag?' },
  },
  'audit.list': ENTRIES,
  'audit.page': ENTRIES,
  'audit.verify': NOTHING,
  'audit.export': { valid: { path: '/nowhere/audit.ndjson' }, fields: { path: 'secret' } },
  'files.chooseSave': { valid: { purpose: 'backup' }, fields: { purpose: 'word' } },
  'files.chooseOpen': { valid: { purpose: 'backup' }, fields: { purpose: 'word' } },
  'profile.status': NOTHING,
  'profile.retry': NOTHING,
  'profile.startNew': NOTHING,
  'app.status': NOTHING,
  'app.checkKeychain': NOTHING,
  'app.checkProfile': NOTHING,
  'settings.get': NOTHING,
  'settings.save': {
    valid: {
      ...{ theme: 'dark', density: 'compact', presetSize: '100', farPrice: '0.1', sealing: 'post-quantum' },
      ...{ autoLockMinutes: 15, sendWithinSeconds: 60, welcomed: true, sourcesAsked: true },
      ...{ airdropBasis: 'receipt', quietHours: { from: '22:00', until: '07:00' } },
      practiceRealPrices: false,
    },
    fields: {
      theme: 'word?',
      density: 'word?',
      presetSize: 'decimal?',
      farPrice: 'decimal?',
      sealing: 'word?',
      autoLockMinutes: 'count?~',
      sendWithinSeconds: 'count?',
      sourcesAsked: 'flag?',
      airdropBasis: 'word?',
      practiceRealPrices: 'flag?',
      quietHours: 'word?~',
      // A name that no account has is kept: the account may come back with a backup.
      accountId: 'line?',
      welcomed: 'flag?',
    },
  },
} satisfies Cases

/** One case an operation; a new operation without one does not compile. */
export function casesFor(known: Known): Record<OperationName, Case> {
  const coin: Case = { valid: { coinId: 'peaq' }, fields: { coinId: 'id' } }
  const order: Case = { valid: { intentId: known.filledOrder }, fields: { intentId: 'id' } }
  const size = { unit: 'quote', value: '50' }
  return {
    'coins.list': NOTHING,
    'coins.get': coin,
    'coins.save': {
      valid: { coinId: known.ownCoin, name: 'Another', ticker: 'OWN', what: 'what', narratives: ['a'], early: true },
      fields: {
        coinId: 'id?',
        name: 'line?',
        ticker: 'ticker?~',
        what: 'line?',
        narratives: 'lines?',
        early: 'flag?~',
        kind: 'word?~',
        otherTickers: 'lines?',
        contracts: 'lines?',
      },
    },
    'coins.remove': coin,
    'watchlist.set': extend(coin, { watched: false }, { watched: 'flag' }),
    'notes.save': extend(coin, { text: 'text' }, { text: 'note' }),
    'tags.set': extend(coin, { tags: ['tag'] }, { tags: 'lines' }),
    ...researchCases(coin),
    ...NOTE_CASES,
    'undo.list': NOTHING,
    'undo.run': { valid: { stepId: 1 }, fields: { stepId: 'count?' } },
    'search.query': { valid: { text: 'note', limit: 10 }, fields: { text: 'search', limit: 'count?' } },
    ...airdropCases(coin, { valid: { taskId: known.task }, fields: { taskId: 'id' } }),
    'portfolio.get': { valid: { environment: 'practice' }, fields: { environment: 'word' } },
    'portfolio.preview': {
      valid: { accountId: 'practice', coinId: 'peaq', side: 'buy', size, price: '0.1', market: 'PEAQ/USDT' },
      fields: {
        accountId: 'id',
        coinId: 'id',
        side: 'word',
        size: { unit: 'word', value: 'decimal' },
        price: 'decimal?',
        stopPrice: 'decimal?',
        timeInForce: 'word?',
        market: 'word?',
      },
    },
    'holdings.save': {
      valid: { environment: 'live', coinId: 'peaq', amount: '1' },
      fields: { environment: 'word', coinId: 'id', amount: 'decimal' },
    },
    'holdings.remove': {
      valid: { environment: 'live', coinId: 'peaq' },
      fields: { environment: 'word', coinId: 'id' },
    },
    ...LEDGER_CASES,
    ...LIST_CASES,
    ...ruleCases({ ...order, valid: { intentId: known.draft } }),
    'listings.list': { valid: { coinId: 'peaq' }, fields: { coinId: 'id?' } },
    'listings.confirm': {
      valid: { venue: 'practice', market: 'PEAQ/USDT', coinId: 'peaq', same: true },
      fields: { venue: 'word', market: 'id', coinId: 'id', same: 'flag', accountId: 'id?' },
    },
    'sources.list': NOTHING,
    'sources.save': {
      valid: {
        ...{ source: 'coingecko', enabled: false, plan: 'demo', perMinute: 30, perMonth: 1000 },
        reference: { kind: 'environment', apiKey: 'A' },
      },
      fields: {
        ...{ source: 'word', enabled: 'flag', apiKey: 'secret?', plan: 'word?' },
        ...{ perMinute: 'count?', perMonth: 'count?', 'reference?': { kind: 'word', apiKey: 'line' } },
      },
    },
    'sources.refresh': { valid: { source: 'defillama' }, fields: { source: 'word' } },
    'quotes.list': { valid: { coinIds: ['peaq'] }, fields: { coinIds: 'ids?' } },
    'quotes.get': coin,
    'history.get': extend(coin, { range: '7d' }, { range: 'word' }),
    'listings.events': PAGE,
    'listings.eventsPage': PAGE,
    'listings.announcements': { valid: { coinId: 'peaq' }, fields: { coinId: 'id?' } },
    'listings.plan': {
      valid: { coinId: 'ola', venue: 'binance', market: 'OLA/USDT', opensAt: '2099-01-01T12:00:00.000Z' },
      fields: { coinId: 'id', venue: 'word', market: 'id', opensAt: 'day~' },
    },
    'listings.plans': NOTHING,
    'listings.preflight': coin,
    'listings.notTradingYet': coin,
    ...ALERT_CASES,
    ...STAGED_CASES,
    'markets.list': { valid: { accountId: 'practice' }, fields: { accountId: 'id' } },
    'orders.draft': {
      valid: { accountId: 'practice', coinId: 'peaq', side: 'buy', market: 'PEAQ/USDT' },
      fields: { accountId: 'id', coinId: 'id', side: 'word', market: 'id?' },
    },
    'orders.oneClick': {
      valid: { intentId: known.draft, size, seen: '0.1' },
      fields: {
        ...{ intentId: 'id', size: { unit: 'word', value: 'decimal' }, seen: 'decimal' },
        ...{ accountId: 'id?', environment: 'word?' },
      },
    },
    'orders.foreign': { valid: { accountId: 'practice' }, fields: { accountId: 'id' } },
    'orders.submit': {
      valid: { intentId: known.draft, type: 'limit', size, price: '0.1', timeInForce: 'gtc' },
      fields: {
        intentId: 'id',
        type: 'word',
        size: { unit: 'word', value: 'decimal' },
        price: 'decimal',
        stopPrice: 'decimal?',
        timeInForce: 'word?',
        seen: 'decimal?',
        acceptFarPrice: 'flag?',
        accountId: 'id?',
        environment: 'word?',
      },
    },
    'orders.list': ORDERS,
    'orders.page': ORDERS,
    'orders.get': order,
    'orders.cancel': order,
    'orders.decide': extend(order, { decision: 'seen', reason: 'why' }, { decision: 'word', reason: 'line' }),
    'orders.cancelAll': ACCOUNT,
    'orders.reconcile': NOTHING,
    'orders.halt': ACCOUNT,
    'orders.resume': ACCOUNT,
    ...accountCases({ valid: { accountId: known.account }, fields: { accountId: 'id' } }),
    ...APP_CASES,
  }
}

/** Every message that spoils one thing of a valid one. */
export function hostileMessages({ valid, fields }: Case): unknown[] {
  const whole = [undefined, null, true, '', CANARY, CANARY.repeat(10_000), [], [valid], ...NEVER.map(([, v]) => v)]
  const more = [
    { ...valid, [CANARY]: CANARY },
    { ...valid, more: CANARY.repeat(10_000) },
    { ...valid, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`${CANARY}${at}`, at])) },
    JSON.parse(`${JSON.stringify(valid).slice(0, -1)}${Object.keys(valid).length > 0 ? ',' : ''}"__proto__":{"x":1}}`),
    Object.assign(Object.create({ inherited: CANARY }), valid),
  ]
  return [...whole, ...more, ...Object.entries(fields).flatMap(([name, kind]) => spoilt(valid, name, kind))]
}

function spoilt(valid: Record<string, unknown>, name: string, kind: Fields[string]): unknown[] {
  if (typeof kind === 'object') {
    const plain = name.replace('?', '')
    const { [plain]: inner, ...without } = valid
    const broken = hostileMessages({ valid: inner as Record<string, unknown>, fields: kind })
    const wrong = plain === name ? broken : broken.filter((value) => value !== undefined && value !== null)
    return [...(plain === name ? [without] : []), ...wrong.map((value) => ({ ...valid, [plain]: value }))]
  }
  const { [name]: _, ...without } = valid
  const wrong: readonly unknown[] = WRONG[kind.replace(/[?~]/g, '') as FieldKind]
  const required = kind.includes('?') ? [] : [without, { ...valid, [name]: undefined }]
  const nulls = kind.includes('~') ? [] : [{ ...valid, [name]: null }]
  return [...required, ...nulls, ...wrong.map((value) => ({ ...valid, [name]: value }))]
}
