// The operations on accounts, their keys, and the gateways that they trust: shape of the input, and who answers.

import type { AccountOperations } from '../../../shared/contract/accounts.ts'
import type { AccountKeys } from '../../ports/operations.ts'
import type { GatewayIdentities } from '../../services/accounts/gateway-identities.ts'
import type { OneClick } from '../../services/orders/one-click.ts'
import * as s from '../schemas/accounts.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface AccountServices {
  gateways: GatewayIdentities
  keys: AccountKeys
  oneClick: Pick<OneClick, 'allow' | 'end' | 'place'>
}

/** Ties each of the operations to its service. */
export function accountHandlers(services: AccountServices): HandlersOf<AccountOperations> {
  const { keys, oneClick } = services
  return {
    'gateway.identity': { input: common.byAccount, run: (input) => services.gateways.show(input) },
    'gateway.trust': {
      input: common.byAccount.extend({ fingerprint: s.fingerprint }),
      run: (input) => services.gateways.trust(input),
    },
    'accounts.list': { input: common.nothing, run: () => keys.list() },
    'accounts.add': { input: s.newAccount, run: (input) => keys.add(input) },
    'accounts.addReference': { input: s.newReference, run: (input) => keys.addReference(input) },
    'accounts.confirmReference': { input: common.byAccount, run: (input) => keys.confirmReference(input) },
    'accounts.rename': { input: s.newLabel, run: (input) => keys.rename(input) },
    'accounts.check': { input: common.byAccount, run: (input) => keys.check(input) },
    'accounts.rotateKey': { input: s.newKey, run: (input) => keys.rotateKey(input) },
    'accounts.finishRotation': { input: common.byAccount, run: (input) => keys.finishRotation(input) },
    'accounts.cancelRotation': { input: common.byAccount, run: (input) => keys.cancelRotation(input) },
    'accounts.reportLeak': { input: common.byAccount, run: (input) => keys.reportLeak(input) },
    'accounts.leakStep': { input: s.leakStep, run: (input) => keys.leakStep(input) },
    'accounts.endLeak': { input: common.byAccount, run: (input) => keys.endLeak(input) },
    'accounts.allowOneClick': {
      input: common.byAccount.extend({ maxValue: common.positive, deviation: s.deviation }),
      run: (input) => oneClick.allow(input),
    },
    'accounts.endOneClick': { input: common.byAccount, run: (input) => oneClick.end(input) },
    'accounts.remove': { input: common.byAccount, run: (input) => keys.remove(input) },
  }
}
