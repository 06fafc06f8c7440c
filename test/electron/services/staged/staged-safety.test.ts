// What keeps a staged order at one order or none: locks, halts, limits, cancels, copies of the profile, restored backups, lost answers.

import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createProfileCopies } from '../../../../electron/adapters/sqlite/restore.ts'
import type { Trace } from '../../../../electron/ports/system.ts'
import { ON_TIME_MS } from '../../../../electron/services/staged/staged-time.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { marketIn } from '../../../support/staged/scripted-exchange.ts'
import { MINUTE, openStagedDesk, pass, type StagedDesk, terms } from '../../../support/staged/staged-desk.ts'

const iso = (at: number) => new Date(at).toISOString()

async function waitingDesk(changes: Parameters<typeof terms>[1] = {}): Promise<StagedDesk> {
  const desk = openStagedDesk()
  desk.confirm()
  desk.exchange.listed = [marketIn('announced')]
  await pass(desk, 1_000)
  await desk.view.refresh()
  await desk.staged.save(terms(desk, changes))
  await pass(desk, 5_000)
  return desk
}
const opens = (desk: StagedDesk) => {
  desk.exchange.listed = [marketIn('trading')]
}
const outcome = (desk: StagedDesk) => {
  const { state, reason: why } = desk.one()
  return { placed: desk.exchange.placed.length, state, why: why?.code ?? null }
}

describe('what is refused when it is saved', () => {
  it.each([
    ['a window that is over', { until: '2020-01-01T00:00:00.000Z' }, 'BAD_INPUT'],
    ['an end before the start', { from: '2099-01-02T00:00:00.000Z', until: '2099-01-01T00:00:00.000Z' }, 'BAD_INPUT'],
    ['no price limit', { maxPrice: null }, 'BAD_INPUT'],
    ['no value limit', { maxValue: null }, 'BAD_INPUT'],
    ['another exchange', { venue: 'kraken' }, 'BAD_INPUT'],
    ['an account that is not there', { accountId: 'nobody' }, 'NOT_FOUND'],
    ['a coin that is not there', { coinId: 'no-such-coin' }, 'NOT_FOUND'],
    ['one that is not there', { stagedId: '00000000-0000-4000-8000-000000000000' }, 'NOT_FOUND'],
    ['more than its own maximum', { maxValue: '9.99' }, 'SIZE_LIMIT'],
    ['more than a limit', { size: { unit: 'quote', value: '6000' }, maxValue: '7000' }, 'RULE_BREACH'],
  ] as const)('%s', async (_, changes, code) => {
    const desk = await waitingDesk({ trigger: 'tell' })
    expect(await codeOf(desk.staged.save(terms(desk, changes)))).toBe(code)
  })
  it('one that sends itself in a market that nobody has confirmed', async () => {
    const desk = openStagedDesk()
    desk.exchange.listed = [marketIn('announced')]
    expect(await codeOf(desk.staged.save(terms(desk)))).toBe('LISTING_UNCONFIRMED')
    expect(await codeOf(desk.staged.save(terms(desk, { trigger: 'ask' })))).toBe('ok')
  })
  it('an order for a market that takes it already', async () => {
    const desk = await waitingDesk({ trigger: 'tell' })
    opens(desk)
    await pass(desk, 5_000)
    expect(await codeOf(desk.staged.save(terms(desk)))).toBe('NOT_ALLOWED')
  })
})

it('the same saved twice is one', async () => {
  const desk = openStagedDesk()
  desk.confirm()
  desk.exchange.listed = [marketIn('announced')]
  const input = terms(desk)
  const [one, two] = await Promise.all([desk.staged.save(input), desk.staged.save({ ...input, maxPrice: '0.20' })])
  expect(one.stagedId).toBe(two.stagedId)
  expect(desk.list()).toHaveLength(1)
})

it('can be changed while it waits, and not after', async () => {
  const desk = await waitingDesk()
  const { stagedId } = desk.one()
  await desk.staged.save(terms(desk, { stagedId, maxPrice: '0.09' }))
  opens(desk)
  await pass(desk, 5_000)
  expect(desk.exchange.placed).toMatchObject([{ price: '0.09' }])
  expect(await codeOf(desk.staged.save(terms(desk, { stagedId, maxPrice: '0.3' })))).toBe('NOT_ALLOWED')
})

describe('at the moment', () => {
  it('the vault is locked: it waits, and goes out when the vault is opened in time', async () => {
    const desk = await waitingDesk()
    desk.unlock(false)
    await pass(desk, 10_000)
    opens(desk)
    await pass(desk, 10_000)
    expect(desk.exchange.placed).toEqual([])
    desk.unlock(true)
    await pass(desk, 10_000)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
  })
  it('the vault is opened too late: told, and nothing is sent', async () => {
    const desk = await waitingDesk()
    desk.unlock(false)
    opens(desk)
    await pass(desk, ON_TIME_MS + 10_000)
    desk.unlock(true)
    await pass(desk, MINUTE)
    expect(outcome(desk)).toMatchObject({ placed: 0, state: 'expired' })
  })
  it('orders are paused: it waits, and is over when it is late', async () => {
    const desk = await waitingDesk()
    await desk.orders.monitor.halt(undefined, true)
    opens(desk)
    await pass(desk, 30_000)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'waiting', why: 'STAGED_HALTED' })
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_HALTED' })
  })
  it('the balance is too small: refused', async () => {
    const desk = await waitingDesk()
    desk.exchange.usdt = '5'
    opens(desk)
    await pass(desk, 5_000)
    expect(outcome(desk)).toMatchObject({ placed: 0, state: 'refused' })
    expect(desk.told()).toMatchObject([{ reason: { code: 'STAGED_NOT_SENT' } }])
  })
  it('a limit would be broken by now: refused', async () => {
    const desk = await waitingDesk()
    desk.exchange.usdt = '150'
    await pass(desk, 5_000)
    opens(desk)
    await pass(desk, 5_000)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'refused', why: 'LIMIT_BROKEN' })
  })
  it('it would be worth more than its maximum: refused', async () => {
    const desk = await waitingDesk({ size: { unit: 'base', value: '500' }, maxPrice: '0.1', maxValue: '50' })
    expect(desk.one().state).toBe('waiting')
    opens(desk)
    await pass(desk, 5_000)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
    const other = await waitingDesk({
      side: 'sell',
      size: { unit: 'base', value: '500' },
      maxPrice: '0.05',
      maxValue: '26',
    })
    opens(other)
    await pass(other, 5_000)
    expect(outcome(other)).toEqual({ placed: 0, state: 'refused', why: 'STAGED_OVER_VALUE' })
  })
})

describe('an order of which the answer is lost', () => {
  it('is one order: it is looked up, and never sent again', async () => {
    const desk = await waitingDesk()
    let sent = 0
    desk.exchange.placing = async () => {
      sent += 1
      return { phase: 'lost', sent: 'whole', detail: reason('NO_PRICE') }
    }
    opens(desk)
    await pass(desk, 20 * MINUTE, 5_000)
    expect(sent).toBe(1)
    const order = desk.journal.get(desk.one().intentId ?? '')
    expect(order?.attempts).toHaveLength(1)
    expect(['sent', 'refused']).toContain(desk.one().state)
  })
  it('the exchange refuses it: refused with its reason', async () => {
    const desk = await waitingDesk()
    desk.exchange.placing = async () => ({
      ...{ phase: 'answered', status: 422, code: 'MARKET_NOT_TRADING', message: 'no', order: null, orderId: null },
      buried: false,
    })
    opens(desk)
    await pass(desk, MINUTE)
    expect(outcome(desk)).toMatchObject({ placed: 0, state: 'refused' })
    expect(desk.journal.get(desk.one().intentId ?? '')).toMatchObject({ status: 'rejected' })
  })
})

describe('canceled', () => {
  it('while it waits: nothing is ever sent', async () => {
    const desk = await waitingDesk()
    const { stagedId } = desk.one()
    expect(await desk.staged.cancel({ stagedId })).toMatchObject({ state: 'canceled', intentId: null })
    expect(await desk.staged.cancel({ stagedId })).toMatchObject({ state: 'canceled' })
    opens(desk)
    await pass(desk, 2 * MINUTE)
    expect(desk.exchange.placed).toEqual([])
  })
  it('at the last moment: either nothing has left, or it is an order', async () => {
    const desk = await waitingDesk()
    let canceled: Promise<unknown> = Promise.resolve()
    const { stagedId } = desk.one()
    const { balances } = desk.exchange
    // In the middle of its submit, when it asks for the balances.
    desk.view.touchBalances()
    desk.exchange.balances = () => {
      if (desk.one().state === 'armed') canceled = desk.staged.cancel({ stagedId })
      return balances()
    }
    desk.view.touchBalances()
    opens(desk)
    await pass(desk, 20_000)
    await canceled
    const { state } = desk.one()
    expect([
      ['canceled', 0],
      ['sent', 1],
    ]).toContainEqual([state, desk.exchange.placed.length])
  })
  it('when its attempt is on the disk already: it is called back before the first byte', async () => {
    let cancel = async (): Promise<unknown> => null
    const trace: Trace = (point) => void (point === 'attempt-recorded' && cancel())
    const desk = openStagedDesk({ trace })
    desk.confirm()
    desk.exchange.listed = [marketIn('announced')]
    const { stagedId } = await desk.staged.save(terms(desk))
    cancel = () => desk.staged.cancel({ stagedId })
    await pass(desk, 5_000)
    opens(desk)
    await pass(desk, 5_000)
    expect(outcome(desk)).toMatchObject({ placed: 0, state: 'canceled' })
    expect(desk.journal.get(desk.one().intentId ?? '')).toMatchObject({ status: 'not-sent' })
  })
  it('after it was sent: that is for the order', async () => {
    const desk = await waitingDesk()
    opens(desk)
    await pass(desk, 5_000)
    expect(await codeOf(desk.staged.cancel({ stagedId: desk.one().stagedId }))).toBe('NOT_ALLOWED')
  })
})

describe('copies', () => {
  it('a second installation of the same profile sends nothing', async () => {
    const desk = await waitingDesk()
    await desk.close()
    const dataDir = makeProfile()
    cpSync(desk.dataDir, dataDir, { recursive: true })
    const { clock, exchange } = desk
    const [first, second] = [
      openStagedDesk({ dataDir: desk.dataDir, clock, exchange }),
      openStagedDesk({ dataDir, clock, exchange }),
    ]
    await pass(first, 5_000)
    expect(second.one()).toMatchObject({ state: 'refused', reason: { code: 'STAGED_OTHER_PLACE' } })
    opens(first)
    await pass(first, 10_000)
    expect(first.one().state).toBe('sent')
    expect(exchange.placed).toHaveLength(1)
  })
  it('one that came with a backup sends nothing, and gets no second order', async () => {
    const desk = await waitingDesk()
    const copy = path.join(makeProfile(), 'copy.sqlite')
    mkdirSync(path.dirname(copy), { recursive: true })
    const copies = createProfileCopies(desk.db)
    copies.write(copy)
    opens(desk)
    await pass(desk, 5_000)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
    copies.prepare(copy)
    copies.replace(copy, false, () => {})
    desk.core.internal.emit('profile.restored', null)
    await pass(desk, 5 * MINUTE)
    expect(outcome(desk)).toEqual({ placed: 1, state: 'refused', why: 'STAGED_RESTORED' })
  })
})

it('counts in the limits while it waits', async () => {
  const desk = await waitingDesk({ size: { unit: 'quote', value: '4000' }, maxValue: '4000' })
  const book = (except?: string) => desk.portfolio.portfolio.riskBook('test', except, 'ola').exposures
  expect(book()).toMatchObject([{ coinId: 'ola', value: '4000' }])
  // 5% of 100,000 USDT: there is room for 1,000 more.
  const more = (value: string) =>
    codeOf(desk.staged.save(terms(desk, { size: { unit: 'quote', value }, maxValue: value, note: value })))
  expect(await more('1001')).toBe('RULE_BREACH')
  expect(await more('1000')).toBe('ok')
  for (const { stagedId } of desk.list()) await desk.staged.cancel({ stagedId })
  expect(book()).toEqual([])
})

it('does not count itself when it is sent', async () => {
  const desk = await waitingDesk({ size: { unit: 'quote', value: '4000' }, maxValue: '4000' })
  opens(desk)
  await pass(desk, 5_000)
  expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
})

it('asks for nothing between the opening and its order that an order of a ticket does not ask for', async () => {
  const desk = await waitingDesk()
  await pass(desk, 10_000)
  opens(desk)
  // The poll that brings the opening is under way at once; from its answer on nothing but the order goes out.
  while (desk.view.lastMarkets()[0]?.stage !== 'trading') await pass(desk, 250, 250)
  const before = { ...desk.exchange.asked }
  await pass(desk, 250, 250)
  expect(desk.exchange.placed).toHaveLength(1)
  expect({ ...desk.exchange.asked, place: 0 }).toEqual({ ...before, place: 0 })
})

it('what sends itself is in the audit log with its terms', async () => {
  const desk = await waitingDesk()
  const rows = desk.db.all(`SELECT event, detail FROM audit WHERE event LIKE 'staged-%' ORDER BY seq`)
  expect(rows.map((row) => [row.event, JSON.parse(String(row.detail))])).toMatchObject([
    [
      'staged-saved',
      { maxPrice: '0.2', maxValue: '50', trigger: 'send', until: iso(desk.clock.now() - 5_000 + 120 * MINUTE) },
    ],
  ])
})
