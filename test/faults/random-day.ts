// What a random day has besides the order's own way: keys that are replaced, markets that go and come under another name,
// rows of others, backups made and restored, and tickets for a second account at the same exchange.

import path from 'node:path'
import type { TracePoint } from '../../electron/ports/system.ts'
import type { Account } from '../../shared/accounts.ts'
import type { Order } from '../../shared/order.ts'
import { newIdentity } from '../electron/vault/backup/backup-kit.ts'
import { otherKey } from '../exchanges/common/other-key.ts'
import { Engine } from '../exchanges/engine.ts'
import { listAlso, othersAt } from '../exchanges/list-rows.ts'
import { secondAccountKey } from '../exchanges/second-account.ts'
import type { VenueDesk } from './venue-desk.ts'

const MARKET = 'PEAQ/USDT'
const RENAMED = 'PEAQ/USDC'

export interface RandomDay {
  /** What has happened, for the counts. */
  had: Set<string>
  wrong: string[]
  /** Keys of the second account's orders. */
  others: ReadonlySet<string>
  /** A backup was restored: what was sent after it was made, it does not know. */
  isRestored(): boolean
  newKey(): Promise<void>
  /** The market goes, or is back. */
  list(how: 'delisted' | 'renamed' | 'listed'): void
  foreignRows(): void
  backup(): Promise<void>
  restore(): Promise<void>
  /** A ticket for the second account, and what became of it. */
  otherAccount(): Promise<void>
  /** Begins one of these when the order comes to this point, outside of the transaction that it may be in. */
  at(point: TracePoint, what: Midway): void
  /** Resolves when what was begun midway is over. */
  over(): Promise<void>
}

export const MIDWAY = ['new key', 'delisted', 'renamed', 'foreign rows', 'backup', 'backup', 'other account'] as const
export type Midway = (typeof MIDWAY)[number]

/** The truth of the second account; to be made before the exchange is opened. */
export function secondTruth(): { engine: Engine; follow: (desk: VenueDesk) => void } {
  let now = () => Date.now()
  const truth = { engine: new Engine(() => now()), follow: (_desk: VenueDesk) => {} }
  truth.follow = (desk) => {
    now = desk.engine.now
    truth.engine.manners = { ...truth.engine.manners, keyRule: desk.fake.record.keyRule }
  }
  return truth
}

/** One for all days of a process: to make one costs more than to use it. */
let identities: ReturnType<typeof newIdentity> | undefined

/** Builds it, with nothing happened yet. */
export function randomDay(desk: VenueDesk, second: Engine): RandomDay {
  const had = new Set<string>()
  const wrong: string[] = []
  const running: Promise<unknown>[] = []
  identities ??= newIdentity()
  const { identity, recipient } = identities
  const { fake, accountId } = desk
  let isSecondKey = false
  let restored = false
  const others = new Set<string>()
  const files: string[] = []
  let other: string | null = null

  const newKey = async () => {
    const key = isSecondKey ? fake.key : otherKey(fake)
    const result = await desk.backend.call('accounts.rotateKey', { accountId, ...key })
    if (!result.ok || (result.value as Account).rotation !== null) return void had.add('key not replaced')
    isSecondKey = !isSecondKey
    had.add('key replaced')
  }
  const list = (how: 'delisted' | 'renamed' | 'listed') => {
    const { manners, orders, trades } = desk.engine
    const [from, to] = how === 'renamed' ? [MARKET, RENAMED] : [RENAMED, MARKET]
    desk.engine.manners = {
      ...manners,
      unlisted: how === 'listed' ? [] : [MARKET],
      alsoListed: how === 'renamed' ? [RENAMED] : [],
    }
    for (const one of how === 'delisted' ? [] : [...orders, ...trades]) if (one.market === from) one.market = to
    had.add(how)
  }
  const foreignRows = () => {
    if (othersAt(fake).length === 0) return
    listAlso(desk.venue, fake.venue, othersAt(fake))
    had.add('foreign rows')
  }
  const backup = async () => {
    const file = path.join(path.dirname(desk.dataDir), `day-${files.length}.age`)
    const result = await desk.backend.call('backup.export', { path: file, recipient })
    if (!result.ok) return void had.add(`no backup: ${result.error.code}`)
    files.push(file)
    had.add('backup')
  }
  const restore = async () => {
    if (files.length === 0) await backup()
    const file = files.at(-1)
    if (file === undefined) return
    const result = await desk.backend.call('backup.import', { path: file, identity })
    if (!result.ok) return void had.add(`not restored: ${result.error.code}`)
    restored = true
    had.add('restored')
  }
  const otherAccount = async () => {
    if (other === null) {
      const account = { venue: fake.venue, environment: 'test', label: 'Other', ...secondAccountKey(fake) }
      const added = await desk.backend.call('accounts.add', { ...account, sameAccount: false })
      if (!added.ok) return void had.add(`no other account: ${added.error.code}`)
      other = (added.value as Account).accountId
    }
    const before = desk.engine.orders.length
    const there = second.orders.length
    const draft = await desk.backend.call('orders.draft', { accountId: other, coinId: 'peaq', side: 'buy' })
    if (!draft.ok) return void had.add(`other account: ${draft.error.code}`)
    const { intentId } = draft.value as { intentId: string }
    const key = fake.record.toClientOrderId(intentId)
    others.add(key)
    const size = { unit: 'quote', value: '30' } as const
    const sent = await desk.backend.call('orders.submit', { intentId, ...desk.atOnce(), size })
    had.add(sent.ok ? `other account: ${(sent.value as Order).status}` : `other account: ${sent.error.code}`)
    if (second.orders.length > there + 1) wrong.push('two orders of the other account')
    if (desk.engine.orders.slice(before).some((order) => order.key === key)) wrong.push('placed in the wrong account')
  }
  const begin = (what: Midway): unknown => {
    switch (what) {
      case 'new key':
        return newKey()
      case 'backup':
        return backup()
      case 'other account':
        return otherAccount()
      case 'foreign rows':
        return foreignRows()
      default:
        return list(what)
    }
  }
  return {
    had,
    wrong,
    others,
    isRestored: () => restored,
    newKey,
    list,
    foreignRows,
    backup,
    restore,
    otherAccount,
    at: (point, what) => {
      const before = desk.at.trace
      let done = false
      desk.at.trace = (reached, intentId) => {
        if (reached === point && !done) {
          done = true
          had.add(`${what} at ${point}`)
          queueMicrotask(() => void running.push(Promise.resolve(begin(what))))
        }
        before(reached, intentId)
      }
    },
    over: async () => void (await Promise.all(running)),
  }
}
