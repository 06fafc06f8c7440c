// Possible transfers on the page: offered with both sides, answered, and the answer taken back.

import { beforeEach, expect, test } from 'vitest'
import { TransfersCard } from '../../../../renderer/features/portfolio/transfers/TransfersCard.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import {
  confirmTransfer,
  loadTransfers,
  refuseTransfer,
  undoTransfer,
} from '../../../../renderer/state/ledger/transfers-actions.ts'
import { useTransfers } from '../../../../renderer/state/ledger/transfers-store.ts'
import { useSession } from '../../../../renderer/state/session/session-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import type { TransferPair } from '../../../../shared/ledger/transfers.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { drawn } from '../../fakes/drawn.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.transfers
let desktop: FakeDesktop

const WITHDRAWAL: Movement = {
  ...{ entryId: 'w', groupId: 'w', sequence: 0, environment: 'practice', at: '2026-11-29T12:00:00.000Z' },
  ...{ accountId: 'practice', kind: 'withdrawal', coinId: null, asset: 'BTC', amount: '1', price: null },
  ...{ currency: 'USDT', currencyCoinId: null, total: null, fee: null, to: null, source: 'import:x', note: '' },
}
const DEPOSIT: Movement = { ...WITHDRAWAL, entryId: 'd', kind: 'deposit', accountId: 'cold', amount: '0.999' }
const PAIR: TransferPair = { withdrawal: WITHDRAWAL, deposit: DEPOSIT, lost: '0.001', minutes: -3, match: 'difference' }
const asked = (name: string) => desktop.calls.filter((one) => one.name === name).map(({ input }) => input)
const KEY = { withdrawalId: 'w', depositId: 'd' }

beforeEach(() => {
  desktop = setUpPage()
})

test('without withdrawals and deposits there is nothing to see', async () => {
  await loadTransfers()
  expect(drawn(<TransfersCard />)).toBe('')
})

test('an offer says both sides, what was lost, why they fit, and how far apart they are', async () => {
  desktop.state.ledger.transfers = { offered: [PAIR], offeredCount: 1 }
  await loadTransfers()
  const page = drawn(<TransfersCard />)
  for (const seen of ['−1', '+0.999', '0.001', 'cold', words.match.difference, words.minutes(-3), words.offered(1)]) {
    expect(page).toContain(seen)
  }
})

test('each answer names both entries, and the list is read again', async () => {
  desktop.state.ledger.transfers = { offered: [PAIR], offeredCount: 1 }
  await loadTransfers()
  await confirmTransfer(PAIR)
  expect(asked('transfers.confirm')).toEqual([KEY])
  expect(useTransfers.getState().transfers.value?.confirmedCount).toBe(1)
  expect(drawn(<TransfersCard />)).toContain(words.none)
  await undoTransfer(PAIR)
  expect(asked('transfers.undo')).toEqual([KEY])
  desktop.state.ledger.transfers = { offered: [PAIR], offeredCount: 1 }
  await refuseTransfer(PAIR)
  expect(useTransfers.getState().transfers.value?.refusedCount).toBe(1)
  expect(useStatus.getState().message?.title).toBe(words.done.refused)
})

test('one that is in use is refused in words, and the list is as it is', async () => {
  desktop.state.ledger.transfers = { offered: [PAIR], offeredCount: 1 }
  desktop.answer('transfers.confirm', () => refuse('NOT_EDITABLE', reason('TRANSFER_IN_USE')))
  await confirmTransfer(PAIR)
  expect(useStatus.getState().message?.tone).toBe('bad')
  expect(useTransfers.getState().transfers.value?.offeredCount).toBe(1)
})

test('an answer about another mode comes too late', async () => {
  let answer = () => {}
  desktop.answer('transfers.list', () => new Promise((done) => (answer = () => done({ offeredCount: 9 } as never))))
  const loading = loadTransfers()
  await expect.poll(() => asked('transfers.list').length).toBe(1)
  useSession.setState({ accountId: '(live)' })
  answer()
  await loading
  expect(useTransfers.getState().transfers.value).toBeNull()
})
