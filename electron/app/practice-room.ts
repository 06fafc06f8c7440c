// Puts the practice account together: where its exchange runs, by which identity that is known, and its desk.

import { randomUUID } from 'node:crypto'
import type { Sealing } from '../../shared/app.ts'
import { createGatewayTrust, type GatewayTrust } from '../adapters/gateway/gateway-trust.ts'
import { openPracticeAccount, type PracticeAccount } from '../adapters/practice/practice-account.ts'
import { externalHost, workerHost } from '../adapters/practice/practice-host.ts'
import type { Database } from '../adapters/sqlite/database.ts'
import { createMeta } from '../adapters/sqlite/meta.ts'
import { createGatewayPins } from '../adapters/sqlite/stores/gateway-pins.ts'
import type { Audit } from '../ports/operations.ts'
import type { Clock } from '../ports/system.ts'
import type { Notices } from '../services/common/notices.ts'
import { tellPractice, tellTrust } from './notices.ts'

export interface PracticeRoomParts {
  db: Database
  dataDir: string
  clock: Clock
  /** Base URL of an exchange that runs elsewhere; `null` to run one in a worker. */
  url: string | null
  /** The worker's file. */
  workerUrl: URL
  notices: Notices
  note: Audit
  sealing: () => Sealing
}

export interface PracticeRoom {
  exchange: PracticeAccount
  trust: GatewayTrust
  /** The rows of the profile are others: it is the account that they name from now on. */
  reload(): void
}

/** Builds it; the exchange starts at its first use. */
export function openPracticeRoom(parts: PracticeRoomParts): PracticeRoom {
  const { db, dataDir, clock, url, notices, note } = parts
  const host =
    url === null
      ? workerHost(parts.workerUrl, dataDir, clock, (failure) => tellPractice(notices, failure))
      : externalHost(url)
  const timestamp = () => new Date(clock.now()).toISOString()
  const trust = createGatewayTrust('practice', 'practice', createGatewayPins(db), timestamp, (event) => {
    tellTrust(event, note, notices)
  })
  const accountId = () => createMeta(db).once('practice-account', () => `p-${randomUUID()}`)
  const exchange = openPracticeAccount({ host, venueAccountId: accountId(), trust, sealing: parts.sealing, clock })
  return { exchange, trust, reload: () => exchange.become(accountId()) }
}
