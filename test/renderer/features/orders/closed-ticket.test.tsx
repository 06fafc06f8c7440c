// What the stage of a market does not allow the ticket does not offer, with one line of why, and since when or until when.

import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { call } from '../../../../renderer/api.ts'
import { TicketFields } from '../../../../renderer/features/orders/ticket/TicketFields.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { momentInWords } from '../../../../renderer/messages/reasons/en-figures.ts'
import { loadOrders } from '../../../../renderer/state/orders/orders-actions.ts'
import { openTicket } from '../../../../renderer/state/ticket/ticket-actions.ts'
import { useTicket } from '../../../../renderer/state/ticket/ticket-store.ts'
import type { Draft } from '../../../../shared/order.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

// Long past, so that no time until then is told.
const AT = '2024-11-29T13:03:00.000Z'
const NOTHING = { sides: [], orderTypes: [], timesInForce: [] } as const
const subject = { accountId: 'practice', coinId: 'peaq', side: 'buy', market: null } as const
const when = momentInWords(AT)

let open: Draft

beforeEach(async () => {
  vi.useFakeTimers()
  setUpPage()
  await loadOrders()
  await openTicket('peaq', 'buy')
  await vi.runAllTimersAsync()
  open = await call('orders.draft', { accountId: 'practice', coinId: 'peaq', side: 'buy' })
})

afterEach(() => {
  vi.useRealTimers()
})

const drawn = (changes: Partial<Draft>) => {
  const markup = renderToStaticMarkup(<TicketFields draft={{ ...open, ...changes }} subject={subject} locked={false} />)
  const inputs = [...markup.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const parts = [...markup.matchAll(/<button[^>]*>/g)].map(([tag]) => tag)
  const note = /role="note">.*?<p>(.*?)<\/p>/s.exec(markup)?.[1] ?? null
  return { markup, inputs, parts, note }
}
const isShut = (tag: string) => tag.includes('disabled=""') || tag.includes('aria-disabled="true"')

test('while it trades everything can be chosen, and nothing is said', () => {
  const { inputs, parts, note } = drawn({})
  expect(inputs.some(isShut)).toBe(false)
  expect(parts.some(isShut)).toBe(false)
  expect(note).toBeNull()
})

describe.each<[string, Partial<Draft>, string]>([
  [
    'halted, as seen here',
    { stage: 'halted', stageSince: AT },
    `${text.stages.ticket.halted} Since ${when}. ${text.stages.nothing}`,
  ],
  ['halted, since nobody knows when', { stage: 'halted' }, `${text.stages.ticket.halted} ${text.stages.nothing}`],
  [
    'not open yet',
    { stage: 'announced', opensAt: AT, stageSince: AT },
    `${text.stages.ticket.announced} Trading opens ${when}. ${text.stages.nothing}`,
  ],
  [
    'cancel-only',
    { stage: 'cancel-only', stageSince: AT },
    `${text.stages.ticket['cancel-only']} Since ${when}. ${text.stages.nothing}`,
  ],
  [
    'delisted',
    { stage: 'delisted', closesAt: AT },
    `This market was delisted. Trading ended ${when}. ${text.stages.nothing}`,
  ],
  ['not for this account', { stage: 'trading' }, text.stages.notForAccount],
])('%s', (_name, changes, words) => {
  test('no side, no size, no unit and no part of what is free; one line of why', () => {
    const { inputs, parts, note } = drawn({ ...NOTHING, ...changes })
    expect(inputs.length).toBeGreaterThan(0)
    expect(inputs.filter((tag) => !isShut(tag))).toEqual([])
    expect(parts.filter((tag) => !isShut(tag))).toEqual([])
    expect(note).toBe(words)
  })
})

test('where only sales are taken a buy offers no size, and the way to a sale stays', () => {
  const only = { stage: 'delisting', sides: ['sell'], orderTypes: [], timesInForce: [], closesAt: AT } as const
  const { inputs, note } = drawn(only)
  expect(note).toBe(`This market is being delisted. Trading ends ${when}. ${text.stages.onlySide.sell}`)
  expect(inputs.filter((tag) => tag.includes('radio') && !isShut(tag))).toHaveLength(1)
})

test('what was typed and chosen outlives a halt', () => {
  const { change, putDraft } = useTicket.getState()
  change({ type: 'limit', price: '0.19', size: '40', timeInForce: 'post-only' })
  const before = useTicket.getState().form
  putDraft({ value: { ...open, ...NOTHING, stage: 'halted' }, error: null, loading: false })
  expect(useTicket.getState().form).toEqual(before)
  putDraft({ value: open, error: null, loading: false })
  expect(useTicket.getState().form).toEqual(before)
})
