// The account at the practice exchange: a gateway like any other, but for its key pair, which is made anew at each start
// and registered over loopback. The money is not real, and balances and idempotency keys belong to the account.

import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { Sealing } from '../../../shared/app.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { GATEWAY } from '../../../shared/venues/gateway.ts'
import type { Clock, Exchange } from '../../ports/system.ts'
import { type GatewayHost, openGatewayAccount } from '../gateway/gateway-account.ts'
import type { GatewayTrust } from '../gateway/gateway-trust.ts'

export interface PracticeOptions {
  host: GatewayHost
  venueAccountId: string
  trust: GatewayTrust
  sealing: () => Sealing
  clock: Clock
}

export interface PracticeAccount extends Exchange {
  /** It is another account from now on, the one of a restored backup. Orders must not be under way. */
  become(venueAccountId: string): void
}

/** Opens the account. */
export function openPracticeAccount(options: PracticeOptions): PracticeAccount {
  let account = openOne(options)
  // What was asked about the account before tells nothing about the one that is here now.
  const read = async <T>(ask: (of: Exchange) => Promise<T>): Promise<T> => {
    const asked = account
    const value = await ask(asked)
    if (asked === account) return value
    throw new AppError('VENUE_UNREACHABLE', reason('ACCOUNT_REPLACED'))
  }
  return {
    place: (order, permit) => account.place(order, permit),
    record: GATEWAY,
    find: (question) => account.find(question),
    voidKey: (key) => account.voidKey?.(key) ?? Promise.reject(new AppError('INTERNAL', reason('GATEWAY_CANNOT_VOID'))),
    cancel: (question) => account.cancel(question),
    clockOffset: () => account.clockOffset(),
    markets: () => read((of) => of.markets()),
    prices: (assets) => read((of) => of.prices(assets)),
    balances: () => read((of) => of.balances()),
    openOrders: null,
    depth: null,
    close: () => account.close(),
    become: (venueAccountId) => {
      account = openOne({ ...options, venueAccountId })
    },
  }
}

function openOne(options: PracticeOptions): Exchange {
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
