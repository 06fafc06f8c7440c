// The account at the practice exchange: a gateway like any other, but for its key pair, which is made anew at each start
// and registered over loopback. The money is not real, and balances and idempotency keys belong to the account.

import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { Sealing } from '../../../shared/app.ts'
import type { Clock, Exchange } from '../../ports.ts'
import { type GatewayHost, openGatewayAccount } from '../gateway/gateway-account.ts'
import type { GatewayTrust } from '../gateway/gateway-trust.ts'

export interface PracticeOptions {
  host: GatewayHost
  venueAccountId: string
  trust: GatewayTrust
  sealing: () => Sealing
  clock: Clock
}

/** Opens the account. */
export function openPracticeAccount(options: PracticeOptions): Exchange {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  const keyName = `k-${randomUUID()}`
  return openGatewayAccount({
    ...options,
    environment: 'practice',
    signer: {
      keyId: `${options.venueAccountId}/${keyName}`,
      sign: async (message) => sign(null, message, privateKey),
    },
    introduce: (put) => put(`/v1/accounts/${options.venueAccountId}`, { keyId: keyName, publicKey: x }),
  })
}
