// The operations on accounts, their keys, and the gateways that they trust: name, input and output of each.

import type { Account, GatewayIdentity, KeyReference, LeakStep } from '../accounts.ts'
import type { Decimal } from '../decimal.ts'
import type { Mending } from '../key-form.ts'
import type { Nothing } from './nothing.ts'

interface NewAccount {
  venue: string
  environment: 'test' | 'live'
  label: string
}

/** The secret parts go in and never come out. */
interface NewKey {
  apiKey: string
  apiSecret: string
  passphrase?: string | undefined
}

/** `false`: the trader has said that this is not the account that looks the same. */
interface SameAccount {
  sameAccount?: boolean | undefined
}

/** An account with a key that was typed in; `mended` tells what of it was put right. */
type WithNewKey = Account & { mended: Mending[] }

export interface AccountOperations {
  'accounts.list': { input: Nothing; output: Account[] }
  'accounts.add': { input: NewAccount & NewKey & SameAccount; output: WithNewKey }
  'accounts.addReference': { input: NewAccount & { reference: KeyReference } & SameAccount; output: Account }
  'accounts.confirmReference': { input: { accountId: string }; output: Account }
  'accounts.rename': { input: { accountId: string; label: string }; output: Account }
  'accounts.check': { input: { accountId: string }; output: Account }
  'accounts.rotateKey': { input: { accountId: string } & NewKey; output: WithNewKey }
  'accounts.finishRotation': { input: { accountId: string }; output: Account }
  'accounts.cancelRotation': { input: { accountId: string }; output: Account }
  'accounts.reportLeak': { input: { accountId: string }; output: Account }
  'accounts.leakStep': { input: { accountId: string; step: LeakStep; skip?: boolean | undefined }; output: Account }
  'accounts.endLeak': { input: { accountId: string }; output: Account }
  'accounts.allowOneClick': { input: { accountId: string; maxValue: Decimal; deviation: Decimal }; output: Account }
  'accounts.endOneClick': { input: { accountId: string }; output: Account }
  'accounts.remove': { input: { accountId: string }; output: null }
  'gateway.identity': { input: { accountId: string }; output: GatewayIdentity }
  'gateway.trust': { input: { accountId: string; fingerprint: string }; output: GatewayIdentity }
}

/** A record, so that a name that is missing here does not compile. */
export const ACCOUNT_OPERATIONS: Record<keyof AccountOperations, true> = {
  'accounts.list': true,
  'accounts.add': true,
  'accounts.addReference': true,
  'accounts.confirmReference': true,
  'accounts.rename': true,
  'accounts.check': true,
  'accounts.rotateKey': true,
  'accounts.finishRotation': true,
  'accounts.cancelRotation': true,
  'accounts.reportLeak': true,
  'accounts.leakStep': true,
  'accounts.endLeak': true,
  'accounts.allowOneClick': true,
  'accounts.endOneClick': true,
  'accounts.remove': true,
  'gateway.identity': true,
  'gateway.trust': true,
}
