// Asks for the airdrop board and stores the trader's own work on it.

import type { Input } from '../../../shared/contract/contract.ts'
import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useAirdrops } from './airdrops-store.ts'

const boardRequests = requests()

/** Loads the board. */
export async function loadAirdrops(): Promise<void> {
  await load(boardRequests, useAirdrops.getState().put, () => call('airdrops.list', {}))
}

/** Stores progress, note or deadline of one airdrop. */
export async function saveAirdrop(input: Input<'airdrops.save'>): Promise<boolean> {
  try {
    useAirdrops.getState().setAirdrop(await call('airdrops.save', input))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}
