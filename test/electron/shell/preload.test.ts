// The preload hands the page the functions that are written down here and nothing of Electron.

import { beforeAll, expect, test, vi } from 'vitest'
import { type DesktopApi, EVENT_NAMES } from '../../../shared/contract/contract.ts'
import { contextBridge, ipcRenderer } from '../../fakes/electron.ts'

/** All that a page can call. A new operation is added here by hand, so that nothing reaches the page unnoticed. */
const LISTED = `
  accounts.add accounts.addReference accounts.allowOneClick accounts.cancelRotation accounts.check accounts.endLeak
  accounts.confirmReference accounts.endOneClick accounts.finishRotation
  accounts.leakStep accounts.list accounts.remove accounts.rename accounts.reportLeak accounts.rotateKey
  alerts.list alerts.remove alerts.save
  airdropTasks.done airdropTasks.list airdropTasks.page airdropTasks.remove airdropTasks.save airdropTasks.snooze
  airdrops.claim airdrops.list airdrops.remove airdrops.save
  app.checkKeychain app.checkProfile app.status
  audit.export audit.list audit.page audit.verify
  backup.export backup.import
  calendar.export calendar.setFeed calendar.status
  coinFacts.remove coinFacts.save
  criteria.list criteria.mark criteria.remove criteria.save
  coins.get coins.list coins.markMany coins.remove coins.removeMany coins.save
  files.chooseOpen files.chooseSave
  gateway.identity gateway.trust
  history.get
  holdings.remove holdings.save
  import.cancel import.columns import.commit import.list import.preview import.undo
  ledger.export ledger.list ledger.page ledger.remove ledger.save
  links.check links.open
  listFile.cancel listFile.commit listFile.export listFile.preview
  listings.announcements listings.confirm listings.events listings.eventsPage listings.list listings.notTradingYet listings.plan listings.plans
  listings.preflight
  markets.list
  notes.list notes.page notes.save notes.versions
  notifications.list notifications.page notifications.snooze
  on
  orders.cancel orders.cancelAll orders.decide orders.draft orders.get orders.halt orders.foreign orders.list orders.oneClick orders.page orders.reconcile
  orders.resume
  orders.submit
  portfolio.get portfolio.history portfolio.preview
  profile.retry profile.startNew profile.status
  quotes.get quotes.list
  rebalance.plan
  results.get results.page
  rules.endOverride rules.get rules.override rules.overrideFor rules.overrides rules.save
  search.query
  settings.get settings.save
  since.get
  sources.list sources.refresh sources.save staged.cancel staged.list staged.save
  tags.set
  targets.get targets.save
  transfers.confirm transfers.list transfers.refuse transfers.undo
  undo.list undo.run
  vault.create vault.lock vault.rotate vault.setPassphrase vault.status vault.unlock vault.writeRecoveryKit
  views.list views.remember views.remove views.save
  watchlist.set
`
  .trim()
  .split(/\s+/)

let desktop: DesktopApi

beforeAll(async () => {
  await import('../../../electron/preload.ts')
  desktop = contextBridge.exposed.get('desktop') as DesktopApi
})

/** Path to type of everything below `value`, prototypes of our own and hidden properties included. */
function reachable(value: unknown, path = '', seen = new Map<unknown, string>()): Map<unknown, string> {
  const isHolder = (typeof value === 'object' && value !== null) || typeof value === 'function'
  if (!isHolder || seen.has(value)) return seen
  seen.set(value, path)
  for (const key of Reflect.ownKeys(value)) {
    const field = Object.getOwnPropertyDescriptor(value, key)
    const name = `${path}${path === '' ? '' : '.'}${String(key)}`
    for (const held of [field?.value, field?.get, field?.set]) reachable(held, name, seen)
  }
  reachable(Object.getPrototypeOf(value), `${path}<prototype>`, seen)
  return seen
}

/** Dotted names of the functions in the object, and whether they are functions; what is neither is named as it is. */
function shape(value: object, head = ''): Record<string, string> {
  const fields = Object.entries(value).map(([key, held]): Record<string, string> => {
    const isGroup = typeof held === 'object' && held !== null
    return isGroup ? shape(held, `${head}${key}.`) : { [`${head}${key}`]: typeof held }
  })
  return Object.assign({}, ...fields)
}

test('only `desktop` is exposed, with exactly the listed functions [R10]', () => {
  expect([...contextBridge.exposed.keys()]).toEqual(['desktop'])
  expect(shape(desktop)).toEqual(Object.fromEntries(LISTED.map((name) => [name, 'function'])))
})

test('it can be neither changed nor added to [R10]', () => {
  const groups = Object.values(desktop).filter((held) => typeof held === 'object')
  expect(groups.length).toBeGreaterThan(5)
  for (const held of [desktop, ...groups]) {
    expect(Object.isFrozen(held)).toBe(true)
    expect(Object.getPrototypeOf(held)).toBe(Object.prototype)
    expect(Object.getOwnPropertySymbols(held)).toEqual([])
  }
})

test('nothing that can be reached from it is of Electron [R10]', () => {
  const found = reachable(desktop)
  // The walk itself must be able to find something deep down.
  expect(found.get(desktop.orders.submit)).toBe('orders.submit')
  expect(found.has(Function.prototype)).toBe(true)
  for (const foreign of [
    ipcRenderer,
    ipcRenderer.invoke,
    ipcRenderer.on,
    contextBridge,
    process,
    process.getBuiltinModule,
  ]) {
    expect(found.get(foreign)).toBeUndefined()
  }
})

test('each function has its own channel, and passes on one value [R10]', async () => {
  ipcRenderer.invoke.mockClear()
  for (const name of LISTED.filter((one) => one !== 'on')) {
    const [group = '', method = ''] = name.split('.')
    const call: (...given: unknown[]) => Promise<unknown> = Reflect.get(Reflect.get(desktop, group), method)
    await call({ name }, 'prelist:call:orders.submit', { more: 1 })
    expect(ipcRenderer.invoke.mock.lastCall).toEqual([`prelist:call:${name}`, { name }])
  }
  expect(ipcRenderer.invoke).toHaveBeenCalledTimes(LISTED.length - 1)
})

test.each(EVENT_NAMES)(
  'a listener of %s gets the payload without the event object, and can be removed [R10]',
  (name) => {
    const listener = vi.fn()
    const stop = desktop.on(name, listener)
    const channel = `prelist:event:${name}`
    ipcRenderer.emit(channel, { sender: ipcRenderer, ports: [] }, null)
    expect(listener.mock.calls).toEqual([[null]])
    expect(listener.mock.contexts).toEqual([undefined])
    expect(stop()).toBeUndefined()
    ipcRenderer.emit(channel, { sender: ipcRenderer }, null)
    expect(listener).toHaveBeenCalledOnce()
    expect(ipcRenderer.listenerCount(channel)).toBe(0)
  },
)

test.each(['prelist:event:coins.changed', 'coins.lost', '__proto__', 'newListener', ''])(
  'an event that is not in the contract is not listened to: %j [R10]',
  (name) => {
    const before = ipcRenderer.eventNames()
    const stop = desktop.on(name as 'coins.changed', vi.fn())
    // Asked before it stops, because a listener that was removed again leaves no name behind.
    expect(ipcRenderer.eventNames()).toEqual(before)
    stop()
  },
)
