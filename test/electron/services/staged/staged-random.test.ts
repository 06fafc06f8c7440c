// Random listing days: whatever opens, closes, sleeps, locks, restarts, is canceled or comes twice, a staged order is one order at most,
// within its terms, and never before or after its window. The seed is printed.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare, multiply } from '../../../../shared/decimal.ts'
import { MARKET_STAGES } from '../../../../shared/markets/market-stages.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { marketIn } from '../../../support/staged/scripted-exchange.ts'
import { MINUTE, openStagedDesk, pass, type StagedDesk, terms } from '../../../support/staged/staged-desk.ts'

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('stage' as const), stage: fc.constantFrom(...MARKET_STAGES, null) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 500, max: 90_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'silent',
        'restart',
        'lock',
        'unlock',
        'halt',
        'resume',
        'cancel',
        'deny',
        'confirm',
        'event',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 1_000, max: 10 * MINUTE }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      how: fc.constantFrom('taken', 'lost', 'lost-taken', 'not-sent'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('price' as const), ask: fc.constantFrom('0.01', '0.1', '0.19', '0.5') }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Places what arrives, and tells what the act says. */
function answerAs(desk: StagedDesk, how: string): void {
  const { exchange } = desk
  if (how === 'taken') {
    exchange.placing = null
    return
  }
  exchange.placing = async (order) => {
    if (how === 'not-sent') return { phase: 'not-sent', detail: { code: 'NO_PRICE', params: {} } }
    if (how === 'lost-taken') exchange.arrive(order)
    return { phase: 'lost', sent: 'whole', detail: { code: 'NO_PRICE', params: {} } }
  }
}

async function play(desk: StagedDesk, one: Act): Promise<StagedDesk> {
  const { exchange } = desk
  switch (one.kind) {
    case 'stage':
      exchange.listed = one.stage === null ? [] : [marketIn(one.stage)]
      break
    case 'pass':
      await pass(desk, one.ms, 2_000)
      return desk
    case 'sleep':
      desk.clock.jump(one.ms)
      break
    case 'answer':
      answerAs(desk, one.how)
      break
    case 'price':
      exchange.ask = one.ask
      break
    case 'silent':
      exchange.listed = null
      break
    case 'lock':
    case 'unlock':
      desk.unlock(one.kind === 'unlock')
      break
    case 'halt':
    case 'resume':
      await desk.orders.monitor.halt(undefined, one.kind === 'halt')
      break
    case 'deny':
    case 'confirm':
      desk.confirm(one.kind === 'confirm')
      break
    case 'event':
      for (let twice = 0; twice < 2; twice += 1) desk.core.internal.emit('listings.read', null)
      break
    case 'cancel':
      await Promise.allSettled(desk.list().map(({ stagedId }) => desk.staged.cancel({ stagedId })))
      break
    case 'restart': {
      await desk.close()
      const { dataDir, clock } = desk
      return openStagedDesk({ dataDir, clock, exchange })
    }
  }
  await pass(desk, 1_000)
  return desk
}

const OPENS: readonly Act[] = [
  ...[{ kind: 'unlock' } as const, { kind: 'resume' } as const, { kind: 'confirm' } as const],
  ...[{ kind: 'stage', stage: 'announced' } as const, { kind: 'pass', ms: 20_000 } as const],
  ...[{ kind: 'stage', stage: 'trading' } as const, { kind: 'pass', ms: 10_000 } as const],
]

const counts = { days: 0, orders: 0 }

it('is one order at most, and none outside of its terms', async () => {
  const seed = announcedSeed('staged days')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('send', 'ask', 'tell'),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(act, { minLength: 4, maxLength: 14 }),
      async (trigger, after, minutes, acts) => {
        let desk = openStagedDesk()
        desk.confirm()
        desk.exchange.listed = [marketIn('announced')]
        const from = desk.clock.now() + after * MINUTE
        const until = from + minutes * MINUTE
        const iso = (at: number) => new Date(at).toISOString()
        const at: number[] = []
        const { place } = desk.exchange
        const { clock } = desk
        desk.exchange.place = (order, permit) => {
          if (permit.problem() === null) at.push(clock.now())
          return place(order, permit)
        }
        const saved = await desk.staged.save(terms(desk, { trigger, from: iso(from), until: iso(until) }))
        // After all of it the market opens as it should, which gives what is still in time its chance.
        for (const one of [...acts, ...OPENS]) desk = await play(desk, one)
        await pass(desk, MINUTE)
        const { placed } = desk.exchange
        expect(at.length).toBeLessThanOrEqual(1)
        expect(placed.length).toBeLessThanOrEqual(1)
        if (trigger !== 'send') expect(placed).toEqual([])
        for (const time of at) expect(time >= from && time < until).toBe(true)
        for (const { price, amount, key, type } of placed) {
          expect(type).toBe('limit')
          expect(compare(price ?? '9', '0.2')).toBeLessThanOrEqual(0)
          expect(compare(multiply(amount, price ?? '9'), '50')).toBeLessThanOrEqual(0)
          expect(key).toBe(desk.list()[0]?.intentId)
        }
        const [row] = desk.list()
        expect(row?.stagedId).toBe(saved.stagedId)
        if (row?.state === 'waiting') expect(row.intentId).toBeNull()
        if (placed.length > 0) expect(['sent', 'armed', 'refused']).toContain(row?.state)
        counts.days += 1
        counts.orders += placed.length
        await desk.close()
      },
    ),
    { seed, numRuns: Number(process.env['PRELIST_RUNS'] ?? 40), examples: [['send', 0, 30, []]] },
  )
  console.info(`staged: ${counts.days} days, ${counts.orders} orders`)
  expect(counts.orders).toBeGreaterThan(0)
})
