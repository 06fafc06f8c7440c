// What the ticket draws: prices in the market's own currency, what is free with its parts, and a locked vault said once.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../../../renderer/api.ts'
import { FreeBalance } from '../../../../../renderer/features/orders/ticket/FreeBalance.tsx'
import { SubmitButton } from '../../../../../renderer/features/orders/ticket/SubmitButton.tsx'
import { TicketFields } from '../../../../../renderer/features/orders/ticket/TicketFields.tsx'
import { TicketPanel } from '../../../../../renderer/features/orders/ticket/TicketPanel.tsx'
import { TicketPreview } from '../../../../../renderer/features/orders/ticket/TicketPreview.tsx'
import { UnlockForms } from '../../../../../renderer/features/vault/VaultForms.tsx'
import { text } from '../../../../../renderer/messages/late/en.ts'
import { loadOrders } from '../../../../../renderer/state/orders/orders-actions.ts'
import { useSession } from '../../../../../renderer/state/session/session-store.ts'
import { openTicket } from '../../../../../renderer/state/ticket/ticket-actions.ts'
import { useTicket } from '../../../../../renderer/state/ticket/ticket-store.ts'
import { useVault } from '../../../../../renderer/state/vault/vault-store.ts'
import type { Draft } from '../../../../../shared/order.ts'
import { AppError } from '../../../../../shared/result.ts'
import { drawn } from '../../../fakes/drawn.ts'
import { setUpPage } from '../../../fakes/setup-page.ts'

const subject = { accountId: 'practice', coinId: 'peaq', side: 'buy', market: null } as const
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

test.each(['EUR', 'USDT', 'USD'])(
  'the prices of a market in %s are asked for in it, and in nothing else [F5]',
  (quote) => {
    useTicket.setState({ form: { ...useTicket.getState().form, type: 'stop-limit' } })
    const draft: Draft = { ...open, market: `PEAQ/${quote}` }
    const markup = drawn(<TicketFields draft={draft} subject={subject} locked={false} />)
    expect(markup).toContain(`Stop price, ${quote}`)
    expect(markup).toContain(`price, ${quote}`)
    for (const other of ['EUR', 'USDT', 'USD'].filter((one) => one !== quote)) {
      expect(markup).not.toMatch(new RegExp(`, ${other}\\b`))
    }
  },
)

const partsOf = (markup: string) =>
  [...markup.matchAll(/<button[^>]*aria-label="([^"]*)"[^>]*aria-disabled="(\w+)"/g)].map(([, name, off]) => [
    name,
    off,
  ])

test.each([
  ['sell', { base: '120.5', quote: '900' }, '120.5 PEAQ', 'PEAQ', 'false'],
  ['buy', { base: '120.5', quote: '900' }, '900 USDT', 'USDT', 'false'],
  ['sell', { base: '0', quote: '900' }, '0 PEAQ', 'PEAQ', 'true'],
] as const)('a %s with %j shows %s and its four parts [F9]', (side, free, shown, asset, off) => {
  useTicket.setState({ preview: { ...useTicket.getState().preview, value: null } })
  const markup = drawn(<FreeBalance draft={{ ...open, side, free }} />)
  expect(markup.replaceAll(/<[^>]*>/g, '')).toContain(shown)
  expect(partsOf(markup)).toEqual(
    ['25%', '50%', '75%', text.ticket.freeAll].map((part) => [text.ticket.freeUse(part, asset), off]),
  )
})

test('what nobody knows to be free offers no part, and no zero [F9]', () => {
  useTicket.setState({ preview: { ...useTicket.getState().preview, value: null } })
  const markup = drawn(<FreeBalance draft={{ ...open, side: 'sell', free: { base: null, quote: '1' } }} />)
  expect(partsOf(markup).map(([, off]) => off)).toEqual(['true', 'true', 'true', 'true'])
  expect(markup.replaceAll(/<[^>]*>/g, '')).not.toContain('0 PEAQ')
})

async function liveBehindLockedVault() {
  const { accounts } = useSession.getState()
  const [first] = await call('accounts.list', {})
  if (first === undefined) throw new Error('no account')
  const live = { ...first, accountId: 'live', environment: 'live', label: 'Mine' } as const
  useSession.setState({ accounts: { ...accounts, value: [first, live] } })
  const slots = { keychain: false, passphrase: true, recovery: false }
  const { vault } = useVault.getState()
  useVault.setState({ vault: { ...vault, value: { ...vault.value, state: 'locked', slots } as typeof vault.value } })
}

test.each([true, false])(
  'a locked vault is said once, with the way in (refused meanwhile: %s) [F10]',
  async (wasRefused) => {
    await liveBehindLockedVault()
    const error = wasRefused ? new AppError('VAULT_LOCKED', 'The vault is locked.') : null
    useTicket.setState({
      subject: { ...subject, accountId: 'live', market: 'PEAQ/USDT' },
      draft: { ...useTicket.getState().draft, value: null, error },
    })
    const markup = drawn(<TicketPanel Unlock={UnlockForms} />)
    const said = markup.replaceAll(/<[^>]*>/g, ' ')
    expect(said.match(/vault is locked/gi)).toHaveLength(1)
    expect(said).not.toMatch(/no answer/i)
    expect(markup).toMatch(/type="password"/)
  },
)

test.each([
  ['market', '50', '', 'loading'],
  ['limit', '50', '0.2', 'loading'],
  ['limit', '50', '', 'price'],
  ['market', '', '', 'size'],
  ['market', 'x', '', 'fault'],
] as const)('before there is a preview a %s order of "%s" at "%s" says: %s', (type, size, price, said) => {
  const state = useTicket.getState()
  useTicket.setState({
    form: { ...state.form, type, size, price },
    preview: { ...state.preview, value: null, error: null },
  })
  expect(drawn(<TicketPreview draft={open} />)).toContain(text.ticket.previewWaiting[said])
})

test('the button says that the balance is being read, and does not order meanwhile', () => {
  useTicket.setState({ draft: { ...useTicket.getState().draft, loading: true } })
  const markup = drawn(<TicketPanel Unlock={UnlockForms} />)
  expect(markup).toMatch(/type="submit"[^>]*aria-disabled="true"/)
  // Nothing is wrong, so it does not stand there as a fault.
  expect(markup).toMatch(new RegExp(`<p [^>]*class="hint">${text.ticket.reading}`))
})

const buttonOf = (markup: string) => /<button[^>]*type="submit"[^>]*>/.exec(markup)?.[0]

test.each([
  ['everything is halted', { all: true, accounts: [] }, true],
  ['this account is halted', { all: false, accounts: ['practice'] }, true],
  ['another account is halted', { all: false, accounts: ['live'] }, false],
])('where %s the button says so and sends nothing', async (_name, halted, isStopped) => {
  const value = { ...(await call('app.status', {})), halted }
  useSession.setState({ status: { ...useSession.getState().status, value } })
  const form = { ...useTicket.getState().form, type: 'market', unit: 'quote', size: '50' } as const
  useTicket.setState({ form, spent: false, preview: { ...useTicket.getState().preview, value: null } })
  const markup = drawn(<SubmitButton draft={open} subject={{ ...subject, market: open.market }} name="peaq" />)
  expect(buttonOf(markup)?.includes('aria-disabled="true"')).toBe(isStopped)
  expect(markup.includes(text.orders.disarmed.halted)).toBe(isStopped)
})

test('a ticket on a live account says at its button that the vault is locked, and sends nothing [F10]', async () => {
  await liveBehindLockedVault()
  const form = { ...useTicket.getState().form, type: 'market', unit: 'quote', size: '50' } as const
  useTicket.setState({ form, spent: false, preview: { ...useTicket.getState().preview, value: null } })
  const live = { ...subject, accountId: 'live', market: open.market }
  const markup = drawn(<SubmitButton draft={{ ...open, accountId: 'live' }} subject={live} name="peaq" />)
  expect(buttonOf(markup)).toContain('aria-disabled="true"')
  expect(markup).toContain(text.ticket.locked)
})
