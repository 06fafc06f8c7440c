// By which identity each account's gateway is known, and the trader's word where it shows another.

import type { GatewayIdentity } from '../../../shared/accounts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { KnownGateway } from '../../ports/system.ts'

export interface GatewayIdentities {
  /** @throws AppError `NOT_FOUND` for an account without a gateway */
  show(input: Input<'gateway.identity'>): GatewayIdentity
  /** @throws AppError `NOT_FOUND` when the gateway did not show this identity */
  trust(input: Input<'gateway.trust'>): GatewayIdentity
}

/** Builds them over the gateways by account. */
export function createGatewayIdentities(gateways: ReadonlyMap<string, KnownGateway>): GatewayIdentities {
  const of = (accountId: string): KnownGateway => {
    const gateway = gateways.get(accountId)
    if (gateway === undefined) throw new AppError('NOT_FOUND', reason('NO_GATEWAY'))
    return gateway
  }
  return {
    show: ({ accountId }) => of(accountId).view(),
    trust: ({ accountId, fingerprint }) => {
      of(accountId).confirm(fingerprint)
      return of(accountId).view()
    },
  }
}
