// Opens the practice account: where its exchange runs, by which identity that is known, and its context.

import { randomUUID } from 'node:crypto'
import { createGatewayTrust } from '../adapters/gateway/gateway-trust.ts'
import { openPracticeAccount } from '../adapters/practice/practice-account.ts'
import { externalHost, workerHost } from '../adapters/practice/practice-host.ts'
import { createMeta } from '../adapters/sqlite/meta.ts'
import { createGatewayPins } from '../adapters/sqlite/stores/gateway-pins.ts'
import { createVenueCache } from '../adapters/sqlite/stores/venue-cache.ts'
import type { AccountServices } from '../ipc/handlers/accounts.ts'
import type { Audit } from '../ports/operations.ts'
import type { FollowPrices } from '../ports/practice-prices.ts'
import { type AccountContext, PRACTICE_ACCOUNT } from '../services/accounts/accounts.ts'
import { createGatewayIdentities } from '../services/accounts/gateway-identities.ts'
import { createAccountCache } from '../services/markets/account-cache.ts'
import type { Core } from './open-core.ts'
import { tellPractice, tellTrust } from './parts/notices.ts'

export interface PracticeArea {
  context: AccountContext
  operations: Pick<AccountServices, 'gateways'>
  follow: FollowPrices
  /** The rows of the profile are others: it is the account that they name from now on. */
  reload(): void
  close(): Promise<void>
}

/**
 * Opens it; the exchange starts at its first use.
 * @param url base URL of an exchange that runs elsewhere; `null` to run one in a worker
 * @param workerUrl the worker's file
 */
export function openPractice(core: Core, note: Audit, url: string | null, workerUrl: URL): PracticeArea {
  const { db, dataDir, clock, logger, notices, now } = core
  const host =
    url === null
      ? workerHost(workerUrl, dataDir, clock, (failure) => tellPractice(notices, failure))
      : externalHost(url)
  const trust = createGatewayTrust('practice', 'practice', createGatewayPins(db), now, (event) => {
    tellTrust(event, note, notices)
  })
  const accountId = () => createMeta(db).once('practice-account', () => `p-${randomUUID()}`)
  const sealing = () => core.preferences.get().sealing
  const exchange = openPracticeAccount({ host, venueAccountId: accountId(), trust, sealing, clock })
  const view = createAccountCache('practice', exchange, createVenueCache(db), clock, logger)
  return {
    context: { account: PRACTICE_ACCOUNT, exchange, view },
    operations: { gateways: createGatewayIdentities(new Map([['practice', trust]])) },
    follow: host.follow,
    reload: () => {
      exchange.become(accountId())
      view.reload()
    },
    close: exchange.close,
  }
}
