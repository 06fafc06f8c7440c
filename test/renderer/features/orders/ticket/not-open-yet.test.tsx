// The ticket of a market that is there and not open: which of the six meanings hold, and in an auction what an order binds to.

import { beforeEach, expect, test } from 'vitest'
import { call } from '../../../../../renderer/api.ts'
import { TicketPanel } from '../../../../../renderer/features/orders/ticket/TicketPanel.tsx'
import { UnlockForms } from '../../../../../renderer/features/vault/VaultForms.tsx'
import { text } from '../../../../../renderer/messages/late/en.ts'
import { useListings } from '../../../../../renderer/state/listings/listings-store.ts'
import { loadOrders } from '../../../../../renderer/state/orders/orders-actions.ts'
import { openTicket } from '../../../../../renderer/state/ticket/ticket-actions.ts'
import { useTicket } from '../../../../../renderer/state/ticket/ticket-store.ts'
import { MARKET_STAGES, type MarketStage } from '../../../../../shared/markets/market-stages.ts'
import { notTradingYet } from '../../../../../shared/markets/not-trading-yet.ts'
import type { Draft } from '../../../../../shared/order.ts'
import { drawn } from '../../../fakes/drawn.ts'
import { setUpPage } from '../../../fakes/setup-page.ts'

const words = text.notTrading
const BEFORE: MarketStage[] = ['announced', 'pre-launch', 'auction']
const OPENS = '2026-12-01T14:00:00.000Z'
let open: Draft

beforeEach(async () => {
  setUpPage()
  await loadOrders()
  await openTicket('peaq', 'buy')
  open = await call('orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
})

/** The ticket while its market, which a list of KuCoin shows as well, is in this stage. */
function ticketIn(stage: MarketStage): string {
  const market = { venue: 'kucoin', market: open.market, stage, opensAt: OPENS }
  useListings.setState({
    meaningsOf: 'peaq',
    meanings: { value: notTradingYet(['bybit', 'kucoin'], [market]), error: null, loading: false },
  })
  useTicket.setState({ draft: { value: { ...open, stage }, error: null, loading: false } })
  return drawn(<TicketPanel Unlock={UnlockForms} />)
}

const linesOf = (markup: string) => markup.split('class="meaning"').length - 1

test.each(MARKET_STAGES)('a market that is %s', (stage) => {
  expect(ticketIn(stage).includes(words.title)).toBe(BEFORE.includes(stage))
})

test.each(['announced', 'pre-launch'] as const)(
  '%s: every option is named, and no spot order is among them',
  (stage) => {
    const markup = ticketIn(stage)
    expect(markup).toContain(words.explainWaiting)
    expect(markup).not.toContain(words.explain)
    expect(linesOf(markup)).toBeGreaterThan(4)
    expect(markup).toContain(words.plan)
  },
)

test('in an auction only what this market’s auction binds to is said', () => {
  const markup = ticketIn('auction')
  expect(markup).toContain(words.explainAuction)
  expect(linesOf(markup)).toBe(1)
  expect(markup).toContain(words.undos['first-phase'])
  expect(markup).not.toContain(words.plan)
})
