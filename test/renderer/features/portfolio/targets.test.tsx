// Targets on the page: planned against held, prepared orders that only open a ticket, and shares that are none.

import { beforeEach, expect, test } from 'vitest'
import { TargetsCard } from '../../../../renderer/features/portfolio/targets/TargetsCard.tsx'
import { targetsOf } from '../../../../renderer/features/portfolio/targets/TargetsForm.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadCoins } from '../../../../renderer/state/coins/coins-actions.ts'
import { loadTargets, openPlanned, saveTargets } from '../../../../renderer/state/portfolio/targets-actions.ts'
import { useTargets } from '../../../../renderer/state/portfolio/targets-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import { useTicket } from '../../../../renderer/state/ticket/ticket-store.ts'
import type { RebalancePlan, RebalanceTicket } from '../../../../shared/ledger/targets.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { drawn } from '../../fakes/drawn.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.targets
let desktop: FakeDesktop

const TICKET: RebalanceTicket = {
  ...{
    accountId: 'practice',
    coinId: 'peaq',
    market: 'PEAQ/USDT',
    side: 'sell',
    size: { unit: 'base', value: '25.5' },
  },
  ...{ amount: '25.5', value: '5.1', fee: '0.01', shareAfter: '0.04', breaches: [], warnings: [] },
}
const PLAN: RebalancePlan = {
  ...{ environment: 'practice', asOf: null, total: '1000', tickets: [TICKET] },
  items: [
    { coinId: 'peaq', narrative: null, target: '0.04', share: '0.05', drift: '0.01', value: '50', wanted: '40' },
    { coinId: null, narrative: 'AI', target: '0.2', share: null, drift: null, value: null, wanted: null },
  ],
  left: [{ coinId: null, narrative: 'AI', why: 'price', value: null, reasons: [] }],
}
const asked = (name: string) => desktop.calls.filter((one) => one.name === name).map(({ input }) => input)

beforeEach(async () => {
  desktop = setUpPage()
  await loadCoins()
})

test('without a target the plan says what one is for', async () => {
  await loadTargets()
  expect(drawn(<TargetsCard />)).toContain(words.none)
})

test('planned stands against held with the drift; what is not known is a dash, and what is left out says why', async () => {
  desktop.answer('rebalance.plan', () => PLAN)
  await loadTargets()
  const page = drawn(<TargetsCard />)
  for (const seen of ['4.00%', '5.00%', '+1.00%', '50.00', '40.00', words.unknown, 'AI: no price']) {
    expect(page).toContain(seen)
  }
  expect(page).toContain(words.preparedHelp)
})

test('a prepared order opens its ticket with side, market and size in it, and places nothing', async () => {
  await openPlanned(TICKET)
  expect(useTicket.getState().subject).toMatchObject({ coinId: 'peaq', side: 'sell', accountId: 'practice' })
  expect(useTicket.getState().form).toMatchObject({ type: 'market', unit: 'base', size: '25.5' })
  expect([asked('orders.submit'), asked('orders.oneClick')]).toEqual([[], []])
})

test('targets are saved whole, and the plan is reckoned anew; a refusal is said', async () => {
  expect(await saveTargets([{ coinId: 'peaq', share: '0.05' }], '0.02')).toBe(true)
  expect(asked('targets.save')).toEqual([
    { environment: 'practice', items: [{ coinId: 'peaq', share: '0.05' }], band: '0.02' },
  ])
  expect(asked('rebalance.plan')).toHaveLength(1)
  expect(useTargets.getState().targets.value?.band).toBe('0.02')
  desktop.answer('targets.save', () => refuse('BAD_INPUT', reason('TARGETS_TOO_MUCH')))
  expect(await saveTargets([], '0.02')).toBe(false)
  expect(useStatus.getState().message?.detail).toContain('more than 100%')
})

test('a share that is none keeps all from being saved', () => {
  const line = { kind: 'coin' as const, name: 'peaq', percent: '5' }
  expect(targetsOf([line, { kind: 'narrative', name: 'AI', percent: '12.5%' }])).toEqual([
    { coinId: 'peaq', share: '0.05' },
    { narrative: 'AI', share: '0.125' },
  ])
  for (const percent of ['', '0', '101', 'x']) expect(targetsOf([line, { ...line, percent }])).toBeNull()
})
