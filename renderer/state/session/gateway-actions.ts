// Asks by which identity a gateway is known, and says that another one is right.

import { call } from '../../api.ts'
import { load } from '../loadable.ts'
import { requests } from '../requests.ts'
import { useGateway } from './gateway-store.ts'

const identityRequests = requests()

/** Reads what is known; sends nothing to the gateway. What was known of another account must not be trusted for this one. */
export async function loadIdentity(accountId: string): Promise<void> {
  useGateway.getState().put({ value: null, error: null })
  await load(identityRequests, useGateway.getState().put, () => call('gateway.identity', { accountId }))
}

/** The trader has asked the operator: the identity with this fingerprint is the right one. */
export async function trustIdentity(accountId: string, fingerprint: string): Promise<void> {
  await load(identityRequests, useGateway.getState().put, () => call('gateway.trust', { accountId, fingerprint }))
}
