// Staged orders in each mode, over an exchange that a test writes: what opens, early, late, twice, under another name or not at all.

import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import { marketIn } from '../../../support/staged/scripted-exchange.ts'
import { ACCOUNT, MINUTE, openStagedDesk, pass, type StagedDesk, terms } from '../../../support/staged/staged-desk.ts'

const iso = (at: number) => new Date(at).toISOString()

/** A desk on which the market is announced and confirmed, with one staged order. */
async function waitingDesk(changes: Parameters<typeof terms>[1] = {}): Promise<StagedDesk> {
  const desk = openStagedDesk()
  desk.confirm()
  desk.exchange.listed = [marketIn('announced')]
  await desk.staged.save(terms(desk, changes))
  await pass(desk, 5_000)
  expect(desk.one()).toMatchObject({ state: 'waiting', intentId: null })
  return desk
}

/** One order or none: what is at the exchange, and what the row says. */
const outcome = (desk: StagedDesk) => {
  const { state, reason } = desk.one()
  return { placed: desk.exchange.placed.length, state, why: reason?.code ?? null }
}
const NONE = { placed: 0, state: 'waiting', why: null }

it('sends itself once when its market opens, as a limit order at the price limit at most', async () => {
  const desk = await waitingDesk()
  desk.exchange.listed = [marketIn('trading')]
  await pass(desk, 5_000)
  // The best price is 0.1, and no order goes unasked to a price that is further away than the setting.
  expect(desk.exchange.placed).toMatchObject([{ market: 'OLA/USDT', side: 'buy', type: 'limit', price: '0.105' }])
  const { intentId } = desk.one()
  expect(desk.one()).toMatchObject({ state: 'sent', reason: null })
  expect(desk.journal.get(intentId ?? '')).toMatchObject({ status: 'open', type: 'limit', timeInForce: 'gtc' })
  await pass(desk, 10 * MINUTE, 5_000)
  expect(outcome(desk)).toEqual({ placed: 1, state: 'sent', why: null })
  expect(desk.told()).toMatchObject([{ reason: { code: 'STAGED_SENT' } }])
})

it('is never above the price limit: above it the order waits in the book', async () => {
  const desk = await waitingDesk({ maxPrice: '0.08765' })
  desk.exchange.listed = [marketIn('trading')]
  await pass(desk, 5_000)
  // On the market's tick, and rounded to the better side.
  expect(desk.exchange.placed).toMatchObject([{ price: '0.0876' }])
})

it('a sale is never below it', async () => {
  const desk = await waitingDesk({ side: 'sell', size: { unit: 'base', value: '55.55' }, maxPrice: '0.0501' })
  desk.exchange.listed = [marketIn('trading')]
  await pass(desk, 5_000)
  expect(outcome(desk)).toMatchObject({ placed: 0, state: 'refused', why: 'FUNDS_SHORT' })
})

describe('what the stage takes', () => {
  it.each([
    ['limit-only', 'gtc'],
    ['trading', 'gtc'],
  ] as const)('%s gets a limit order, %s', async (stage, timeInForce) => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn(stage)]
    await pass(desk, 5_000)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
    expect(desk.journal.get(desk.one().intentId ?? '')).toMatchObject({ type: 'limit', timeInForce })
  })
  it('an auction gets what its exchange documents, or waits', async () => {
    const practice = {
      ...ACCOUNT,
      accountId: 'practice',
      venue: 'practice',
      environment: 'practice' as const,
      key: null,
    }
    for (const [account, placed] of [
      [ACCOUNT, 0],
      [practice, 1],
    ] as const) {
      const desk = openStagedDesk({ account })
      desk.confirm()
      desk.exchange.listed = [marketIn('announced')]
      await pass(desk, 1_000)
      await desk.staged.save(terms(desk, { accountId: account.accountId, venue: account.venue }))
      await pass(desk, 5_000)
      desk.exchange.listed = [marketIn('auction')]
      await pass(desk, MINUTE)
      expect(desk.exchange.placed).toHaveLength(placed)
    }
  })
  it('post-only gets one that only waits, and none that would trade', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn('post-only')]
    await pass(desk, 5_000)
    expect(outcome(desk)).toEqual(NONE)
    desk.exchange.ask = '0.9'
    await pass(desk, 5_000)
    expect(desk.journal.get(desk.one().intentId ?? '')).toMatchObject({ timeInForce: 'post-only', status: 'open' })
  })
  it.each(['announced', 'pre-launch', 'halted', 'cancel-only', 'unknown'] as const)('%s waits', async (stage) => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn(stage)]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual(NONE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 5_000)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
  })
  it('a market that takes sales alone waits for a buy', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn('trading', { takes: { sides: ['sell'] } })]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual(NONE)
  })
})

describe('when', () => {
  it('earlier than the window: not before it, and then once', async () => {
    const desk = openStagedDesk()
    desk.confirm()
    desk.exchange.listed = [marketIn('announced')]
    const now = desk.clock.now()
    await desk.staged.save(terms(desk, { from: iso(now + 10 * MINUTE), until: iso(now + 20 * MINUTE) }))
    await pass(desk, MINUTE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 8.9 * MINUTE)
    expect(outcome(desk)).toEqual(NONE)
    await pass(desk, MINUTE)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
  })
  it('later than the window: nothing, and it is told', async () => {
    const desk = await waitingDesk({ until: iso(Date.UTC(2026, 10, 23, 12, 5)) })
    await pass(desk, 5 * MINUTE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_WINDOW_OVER' })
    expect(desk.told()).toMatchObject([{ reason: { code: 'STAGED_NOT_SENT' } }])
  })
  it('delayed within the window: at the opening', async () => {
    const desk = await waitingDesk()
    await pass(desk, 100 * MINUTE, 5_000)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
  })
  it('slept through: told, and nothing is sent late', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn('trading')]
    // The wall clock went on, and nothing else.
    desk.clock.jump(3 * MINUTE)
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_MISSED' })
    expect(desk.told()).toMatchObject([
      { reason: { code: 'STAGED_NOT_SENT', params: { why: { code: 'STAGED_MISSED' } } } },
    ])
  })
  it('slept, and awake before the opening: at the opening', async () => {
    const desk = await waitingDesk()
    desk.clock.jump(3 * MINUTE)
    await pass(desk, MINUTE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toMatchObject({ placed: 1, state: 'sent' })
  })
  it('the exchange was silent while it opened: nothing is sent late', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = null
    await pass(desk, 3 * MINUTE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_MISSED' })
  })
  it('opened while the app was closed: nothing is sent late', async () => {
    const desk = await waitingDesk()
    await desk.close()
    desk.exchange.listed = [marketIn('trading')]
    desk.clock.advance(2 * MINUTE)
    const next = openStagedDesk({ dataDir: desk.dataDir, clock: desk.clock, exchange: desk.exchange })
    await pass(next, MINUTE)
    expect(outcome(next)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_MISSED' })
  })
  it('a restart before the opening loses nothing', async () => {
    const desk = await waitingDesk()
    await desk.close()
    const next = openStagedDesk({ dataDir: desk.dataDir, clock: desk.clock, exchange: desk.exchange })
    await pass(next, MINUTE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(next, MINUTE)
    expect(outcome(next)).toMatchObject({ placed: 1, state: 'sent' })
  })
})

describe('another market', () => {
  it('a second pair of the coin opens: nothing', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn('announced'), marketIn('trading', { market: 'OLA/USDC', quote: 'USDC' })]
    await pass(desk, MINUTE)
    expect(outcome(desk)).toEqual(NONE)
    desk.exchange.listed = [marketIn('trading'), marketIn('trading', { market: 'OLA/USDC', quote: 'USDC' })]
    await pass(desk, MINUTE)
    expect(desk.exchange.placed).toMatchObject([{ market: 'OLA/USDT' }])
  })
  it('renamed: the old name is gone and a new one trades, and nothing is sent', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn('trading', { market: 'OLANET/USDT', base: 'OLANET' })]
    await pass(desk, 119 * MINUTE, 5_000)
    expect(outcome(desk)).toEqual(NONE)
    await pass(desk, 2 * MINUTE)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_WINDOW_OVER' })
  })
  it('withdrawn: over, and not taken up again under the same name', async () => {
    const desk = await waitingDesk()
    desk.exchange.listed = [marketIn('delisted')]
    await pass(desk, 5_000)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'refused', why: 'STAGED_WITHDRAWN' })
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, MINUTE)
    expect(desk.exchange.placed).toEqual([])
  })
  it('it is taken for another coin by now: nothing is sent', async () => {
    const desk = await waitingDesk()
    desk.markets.matches.confirm({ venue: ACCOUNT.venue, market: 'OLA/USDT', coinId: 'lurk', same: true })
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 3 * MINUTE)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'refused', why: 'STAGED_UNCONFIRMED' })
  })
  it('the trader takes his word back: nothing is sent', async () => {
    const desk = await waitingDesk()
    desk.confirm(false)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 3 * MINUTE)
    expect(desk.exchange.placed).toEqual([])
    expect(desk.one().intentId).toBeNull()
  })
})

describe('the other modes', () => {
  it('tell: told once, and nothing else', async () => {
    const desk = await waitingDesk({ trigger: 'tell', maxPrice: null, maxValue: null })
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, MINUTE)
    desk.exchange.listed = [marketIn('halted')]
    await pass(desk, MINUTE)
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 120 * MINUTE, 5_000)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_TOLD' })
    expect(desk.told()).toMatchObject([{ reason: { code: 'STAGED_TELL' } }])
  })
  it('ask: the ticket is ready under its key, and only the trader sends it', async () => {
    const desk = await waitingDesk({ trigger: 'ask' })
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 5_000)
    const { intentId } = desk.one()
    expect(outcome(desk)).toEqual({ placed: 0, state: 'asking', why: null })
    expect(desk.told()).toMatchObject([{ reason: { code: 'STAGED_ASK' } }])
    // A ticket for this market, in whichever window, goes on with the key that was prepared.
    const slot = { accountId: ACCOUNT.accountId, coinId: 'ola', side: 'buy', market: 'OLA/USDT' } as const
    for (const window of ['one', 'two']) {
      expect(await desk.orders.orderService.draft(slot, window)).toMatchObject({ intentId })
    }
    const sale = await desk.orders.orderService.draft({ ...slot, side: 'sell' }, 'one')
    expect(sale.intentId).not.toBe(intentId)
    const input = {
      intentId: intentId ?? '',
      type: 'limit',
      size: { unit: 'quote', value: '5' },
      price: '0.1',
    } as const
    await Promise.all([desk.orders.orderService.submit(input), desk.orders.orderService.submit(input)])
    await pass(desk, 5_000)
    expect(outcome(desk)).toEqual({ placed: 1, state: 'sent', why: null })
  })
  it('ask: its key is of no use once its time is over', async () => {
    const desk = await waitingDesk({ trigger: 'ask' })
    desk.exchange.listed = [marketIn('trading')]
    await pass(desk, 120 * MINUTE, 5_000)
    expect(outcome(desk)).toEqual({ placed: 0, state: 'expired', why: 'STAGED_NOT_PRESSED' })
    const { intentId } = desk.one()
    const input = {
      intentId: intentId ?? '',
      type: 'limit',
      size: { unit: 'quote', value: '5' },
      price: '0.1',
    } as const
    expect(await codeOf(desk.orders.orderService.submit(input))).toBe('DRAFT_NOT_FOUND')
  })
  it('ask: late is late for nobody, since the trader decides', async () => {
    const desk = await waitingDesk({ trigger: 'ask' })
    desk.exchange.listed = [marketIn('trading')]
    desk.clock.jump(10 * MINUTE)
    await pass(desk, MINUTE)
    expect(outcome(desk)).toMatchObject({ placed: 0, state: 'asking' })
  })
})
