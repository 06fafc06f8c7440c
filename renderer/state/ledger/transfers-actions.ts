// Asks which movements may be transfers between own places, and keeps what the trader says of them.

import type { TransferKey, TransferPair } from '../../../shared/ledger/transfers.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { environmentOf, useSession } from '../session/session-store.ts'
import { useTransfers } from './transfers-store.ts'

const environmentNow = () => environmentOf(useSession.getState())
/** Of another mode an answer comes too late. */
const transferRequests = requests(environmentNow)

/** Loads those of the window's mode. */
export async function loadTransfers(): Promise<void> {
  const environment = environmentNow()
  await load(transferRequests, useTransfers.getState().put, () => call('transfers.list', { environment }))
}

/** Both entries of a pair by their ids. */
const keyOf = ({ withdrawal, deposit }: TransferPair): TransferKey => ({
  withdrawalId: withdrawal.entryId,
  depositId: deposit.entryId,
})

async function said(work: () => Promise<unknown>, done: string): Promise<void> {
  try {
    await work()
    reportDone(done)
  } catch (thrown) {
    reportFailure(thrown)
  }
  await loadTransfers()
}

/** They are one transfer: lots move with their date and cost. */
export const confirmTransfer = (pair: TransferPair): Promise<void> =>
  said(() => call('transfers.confirm', keyOf(pair)), text.transfers.done.confirmed)

/** They are two events, and are not offered again. */
export const refuseTransfer = (pair: TransferPair): Promise<void> =>
  said(() => call('transfers.refuse', keyOf(pair)), text.transfers.done.refused)

/** Takes either word back. */
export const undoTransfer = (pair: TransferPair): Promise<void> =>
  said(() => call('transfers.undo', keyOf(pair)), text.transfers.done.undone)
