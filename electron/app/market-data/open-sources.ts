// Opens the sources of market data: which are on, with which key, and what they say of coins.

import { randomUUID } from 'node:crypto'
import { reason } from '../../../shared/reasons/reason.ts'
import { createSourceStore } from '../../adapters/sqlite/stores/source-store.ts'
import type { SourceServices } from '../../ipc/handlers/sources.ts'
import type { AccountStore } from '../../ports/accounts.ts'
import type { AuditLog } from '../../services/audit/audit-log.ts'
import { createRequestGate } from '../../services/sources/request-gate.ts'
import { createSourceKeys } from '../../services/sources/source-keys.ts'
import { createSourceService } from '../../services/sources/source-service.ts'
import type { BackendOptions } from '../backend-options.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import type { VaultArea } from '../open-vault.ts'
import { dataHosts } from '../parts/venue-hosts.ts'

export interface SourceArea {
  operations: SourceServices
}

export interface SourceAreaParts {
  core: Core
  audit: AuditLog
  vault: VaultArea
  confirmed: Pick<AccountStore, 'isConfirmed' | 'confirmReference'>
  coins: CoinArea
  options: Pick<BackendOptions, 'dataHosts' | 'venueHosts' | 'confirmCommand'>
}

/** Opens it. @throws AppError `BAD_INPUT` for a host */
export function openSources({ core, audit, vault, confirmed, coins, options }: SourceAreaParts): SourceArea {
  const { clock, page } = core
  const store = createSourceStore(core.db)
  const hostOf = dataHosts(options)
  const gate = createRequestGate({ store, clock, changed: () => core.internal.emit('source.asked', null) })
  const keys = createSourceKeys({
    ...{ store, confirmed, clock, newId: randomUUID, confirm: options.confirmCommand ?? null },
    ...{ records: vault.store, keyService: vault.keyService, isUnlocked: vault.vault.isOpen, audit: audit.append },
  })
  const sources = createSourceService({
    ...{ store, keys, requestGate: gate, hostOf, audit: audit.append },
    perRefresh: () => 0,
    refresh: async () => {},
    changed: (all) => page.emit('sources.changed', all),
    saved: () => {},
  })
  core.internal.on('source.asked', sources.tell)
  return {
    operations: {
      sources,
      quotes: {
        list: () => [],
        get: ({ coinId }) => {
          coins.coins.get(coinId)
          return { quote: null, all: [], facts: null, grades: null, silent: [] }
        },
        history: async ({ coinId, range }) => {
          coins.coins.get(coinId)
          const nothing = { candles: [], currency: null, source: null, venue: null, market: null, receivedAt: null }
          return { coinId, range, ...nothing, problem: reason('HISTORY_NOT_KNOWN') }
        },
      },
    },
  }
}
