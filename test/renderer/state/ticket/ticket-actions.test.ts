// A ticket's key: one for one order, kept while in doubt, new after a definite answer.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../../renderer/api.ts'
import { loadOrders } from '../../../../renderer/state/orders/orders-actions.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import {
  acceptFarPrice,
  changeTicket,
  openTicket,
  overrideRule,
  rereadTicket,
  resumeTicket,
  submitTicket,
} from '../../../../renderer/state/ticket/ticket-actions.ts'
import { useTicket } from '../../../../renderer/state/ticket/ticket-store.ts'
import { asText, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { anOrder } from '../../fakes/fake-orders.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

let desktop: FakeDesktop

const names = (name: string) => desktop.calls.filter((made) => made.name === name)
const key = () => useTicket.getState().draft.value?.intentId

beforeEach(async () => {
  vi.useFakeTimers()
  desktop = setUpPage()
  await loadOrders()
  await openTicket('peaq', 'buy')
  await vi.runAllTimersAsync()
})

afterEach(() => {
  vi.useRealTimers()
})

test('opens with the preset size and shows what the order would do', () => {
  expect(useTicket.getState().form).toMatchObject({ type: 'market', unit: 'quote', size: '50' })
  expect(useTicket.getState().preview.value?.total).toBe('50.05')
})

test('asks for one preview after the typing pauses', async () => {
  const before = names('portfolio.preview').length
  for (const size of ['6', '60', '600']) changeTicket({ size })
  await vi.runAllTimersAsync()
  expect(names('portfolio.preview').length - before).toBe(1)
  expect(useTicket.getState().preview.value?.breaches).toHaveLength(1)
})

test('what an order would do is not shown of one that is no longer typed', async () => {
  const { value: usual } = useTicket.getState().preview
  if (usual === null) throw new Error('no preview')
  const late = Promise.withResolvers<typeof usual>()
  desktop.answer('portfolio.preview', () => late.promise)
  changeTicket({ size: '60' })
  await vi.runAllTimersAsync()
  changeTicket({ size: '' })
  await vi.runAllTimersAsync()
  late.resolve(usual)
  await vi.runAllTimersAsync()
  expect(useTicket.getState().preview).toEqual({ value: null, error: null, loading: false })
})

test('submits once however often it is asked to', async () => {
  await Promise.all([submitTicket(), submitTicket(), submitTicket()])
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(1)
})

test('an edit after a definite refusal is a new draft with a new key', async () => {
  const first = key()
  desktop.answer('orders.submit', ({ intentId }) => {
    const refused = anOrder({ intentId, status: 'rejected' })
    desktop.state.orders = [refused]
    return refused
  })
  await submitTicket()
  changeTicket({ size: '40' })
  await vi.runAllTimersAsync()
  expect(key()).not.toBe(first)
  expect(useTicket.getState().form.size).toBe('40')
})

test('while the order is in doubt its key stays and nothing is sent again', async () => {
  const first = key()
  desktop.answer('orders.submit', ({ intentId }) => {
    const unknown = anOrder({ intentId, status: 'unknown' })
    desktop.state.orders = [unknown]
    return unknown
  })
  await submitTicket()
  changeTicket({ size: '40' })
  await vi.runAllTimersAsync()
  await submitTicket()
  expect(key()).toBe(first)
  expect(names('orders.submit')).toHaveLength(1)
})

test('a breach keeps the key, so that an override counts for this very order', async () => {
  const first = key()
  desktop.answer('orders.submit', () => refuse('RULE_BREACH', 'over the limit'))
  await submitTicket()
  expect(await overrideRule('I know the team')).toBe(true)
  expect(names('rules.override')[0]?.input).toEqual({ intentId: first, reason: 'I know the team' })
  expect(useTicket.getState().overriddenKey).toBe(key())
})

test('a key that was used for something else is given up', async () => {
  const drafts = names('orders.draft').length
  desktop.answer('orders.submit', () => refuse('KEY_REUSED', 'sent with another size'))
  await submitTicket()
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(1)
  changeTicket({ size: '70' })
  await vi.runAllTimersAsync()
  expect(names('orders.draft').length).toBe(drafts + 1)
})

test('another side clears what was typed for this one, and says so', async () => {
  changeTicket({ type: 'limit', price: '0.15', size: '100' })
  await openTicket('peaq', 'sell')
  expect(useTicket.getState().form).toMatchObject({ type: 'limit', price: '', size: '' })
  expect(useTicket.getState().note).toMatch(/for a buy/)
  changeTicket({ size: '20' })
  expect(useTicket.getState().note).toBeNull()
})

test('the same side again keeps what was typed', async () => {
  changeTicket({ type: 'limit', price: '0.15', size: '100' })
  await openTicket('peaq', 'buy')
  expect(useTicket.getState()).toMatchObject({ form: { price: '0.15', size: '100' }, note: null })
})

test('what a preview of this very order calls refused is not sent, and the reason is said', async () => {
  changeTicket({ size: '600' })
  await vi.runAllTimersAsync()
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(0)
  expect(useStatus.getState().message?.detail ?? '').toContain('over your limit')
  // A preview of another order says nothing of this one.
  changeTicket({ size: '60' })
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(1)
})

test('a far price goes out only once it is meant, and any change asks again', async () => {
  const answer = { code: 'PRICE_FAR', reason: asText('The limit price is 850% above the ask.') } as const
  const usual = await call('portfolio.preview', {
    ...{ accountId: 'practice', coinId: 'peaq', side: 'buy' },
    size: { unit: 'quote', value: '50' },
  })
  desktop.answer('portfolio.preview', () => ({ ...usual, problems: [answer] }))
  changeTicket({ type: 'limit', price: '1.9' })
  await vi.runAllTimersAsync()
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(0)
  acceptFarPrice(true)
  changeTicket({ price: '19' })
  await vi.runAllTimersAsync()
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(0)
  acceptFarPrice(true)
  acceptFarPrice(false)
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(0)
  acceptFarPrice(true)
  await submitTicket()
  expect(names('orders.submit').map(({ input }) => input)).toMatchObject([{ price: '19', acceptFarPrice: true }])
})

test('after an unlock the ticket goes on with its key and its numbers', async () => {
  const first = key()
  changeTicket({ size: '70' })
  await resumeTicket()
  await vi.runAllTimersAsync()
  expect([key(), useTicket.getState().form.size]).toEqual([first, '70'])
  const { value: usual } = useTicket.getState().draft
  if (usual === null) throw new Error('no draft')
  let isLocked = true
  desktop.answer('orders.draft', ({ coinId }) =>
    isLocked ? refuse('VAULT_LOCKED', 'The vault is locked.') : { ...usual, coinId, intentId: 'another' },
  )
  await openTicket('nillion', 'buy')
  changeTicket({ size: '80' })
  expect(useTicket.getState().draft).toMatchObject({ value: null, error: { code: 'VAULT_LOCKED' } })
  isLocked = false
  await resumeTicket()
  await vi.runAllTimersAsync()
  expect(useTicket.getState()).toMatchObject({
    form: { size: '80' },
    draft: { error: null, value: { coinId: 'nillion' } },
  })
})

test('who comes back to the window finds the ticket with its key, and sends nothing before the balance is read', async () => {
  const first = key()
  const drafts = names('orders.draft').length
  const reading = rereadTicket()
  expect(useTicket.getState().draft.loading).toBe(true)
  await submitTicket()
  expect(names('orders.submit')).toEqual([])
  await reading
  expect([names('orders.draft').length - drafts, key()]).toEqual([1, first])
  await submitTicket()
  expect(names('orders.submit')).toHaveLength(1)
  // What has an order is not drafted again by itself.
  await rereadTicket()
  expect(names('orders.draft').length - drafts).toBe(1)
})

test('an unlock drafts anew what was refused while locked, though an older draft is shown', async () => {
  const drafts = () => names('orders.draft').length
  useTicket.getState().putDraft({ error: new AppError('VAULT_LOCKED', reason('VAULT_LOCKED')) })
  const before = drafts()
  await resumeTicket()
  expect([drafts() - before, useTicket.getState().draft.error]).toEqual([1, null])
})

test('a draft that was overtaken frees no button, and shows no older figures', async () => {
  const { value: usual } = useTicket.getState().draft
  if (usual === null) throw new Error('no draft')
  const answers: PromiseWithResolvers<typeof usual>[] = []
  desktop.answer('orders.draft', () => {
    const answer = Promise.withResolvers<typeof usual>()
    answers.push(answer)
    return answer.promise
  })
  const locked = () => useTicket.getState().putDraft({ error: new AppError('VAULT_LOCKED', reason('VAULT_LOCKED')) })
  locked()
  const first = resumeTicket()
  locked()
  const second = resumeTicket()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[0]?.resolve({ ...usual, free: { base: '1', quote: '1' } })
  await first
  expect(useTicket.getState().draft).toMatchObject({ loading: true, value: usual })
  answers[1]?.resolve(usual)
  await second
  expect(useTicket.getState().draft).toMatchObject({ loading: false, value: usual })
})

test('who comes back to the window while a draft is read asks for no second one', async () => {
  const before = names('orders.draft').length
  await Promise.all([rereadTicket(), rereadTicket()])
  expect(names('orders.draft').length - before).toBe(1)
})
