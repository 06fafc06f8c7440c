// Puts the context of an account at a real exchange together: its calls, and what is known of it.

import type { Account } from '../../../shared/accounts.ts'
import { openVenueAccount } from '../../adapters/ccxt/venue-account.ts'
import { createVenueCache } from '../../adapters/sqlite/stores/venue-cache.ts'
import type { KeyPurpose, KeyUse } from '../../ports/vault.ts'
import type { AccountContext } from '../../services/accounts/accounts.ts'
import { createAccountCache } from '../../services/markets/account-cache.ts'
import type { AssetMatches } from '../../services/markets/asset-matches.ts'
import type { Core } from '../open-core.ts'
import type { VaultArea } from '../open-vault.ts'

interface Parts {
  core: Core
  vault: VaultArea
  /** `key`: the client id of the order that the use is for; empty for a read. */
  take: (accountId: string, purpose: KeyPurpose, key: string, together?: boolean) => KeyUse
  assets: AssetMatches
}

/** Answers with what opens the context of an account. */
export function accountContexts({ core, vault, take, assets }: Parts): (account: Account) => AccountContext {
  const { clock, logger, internal } = core
  const cache = createVenueCache(core.db)
  let streams = 0
  return (account) => {
    const { accountId, venue, environment } = account
    const exchange = openVenueAccount({
      venue,
      environment,
      host: core.hostOf(venue, environment),
      keyService: vault.keyService,
      clock,
      isUnlocked: vault.vault.isOpen,
      use: (purpose, key, together) => take(accountId, purpose, key, together),
      newStream: () => {
        streams += 1
        return streams
      },
      coinOf: (base) => assets.at({ accountId, venue }, null).of(base).coins[0]?.coin.id ?? null,
      tickers: () => assets.bases({ accountId, venue }),
    })
    const asked = (market: string) => internal.emit('market.asked', { accountId, market })
    const heard = (refusal: string | null) => internal.emit('key.heard', { accountId, refusal })
    return { account, exchange, view: createAccountCache(accountId, exchange, cache, clock, logger, asked, heard) }
  }
}
