// Whether two keys are of one account at their exchange: by the exchange's own name for it, and where it tells none, by
// balances and open orders that are the same. Counted twice, one account would loosen every limit.

import { compare } from '../../../shared/decimal.ts'
import type { AccountRow, AccountStore } from '../../ports/accounts.ts'
import type { VenueBalance } from '../../ports/system.ts'
import type { KeyService, KeyUse } from '../../ports/vault.ts'
import type { KeyUses } from './key-use.ts'

type Place = Pick<AccountRow, 'venue' | 'environment'>

export interface SameAccountParts {
  store: Pick<AccountStore, 'accounts'>
  keyService: Pick<KeyService, 'venue'>
  uses: Pick<KeyUses, 'take'>
  hostOf: (venue: string, environment: AccountRow['environment']) => string | null
}

export interface SameAccount {
  /** The account here that the exchange calls by this name. */
  named(place: Place, venueAccount: string, except?: string): AccountRow | null
  /** The first account here of which everything that can be seen is what the key of `use` sees; `null` for none. */
  alike(place: Place, use: KeyUse): Promise<AccountRow | null>
  /** Whether this account shows the same as the key of `use`; `null` where one of them could not be asked. */
  isAlike(row: AccountRow, use: KeyUse): Promise<boolean | null>
}

/** Builds the comparison. */
export function createSameAccount({ store, keyService, uses, hostOf }: SameAccountParts): SameAccount {
  const at = ({ venue, environment }: Place) =>
    store.accounts().filter((row) => row.venue === venue && row.environment === environment)
  /** Everything that is held and ordered there, as one text. Never rejects. */
  const seen = async ({ venue, environment }: Place, take: () => KeyUse): Promise<string | null> => {
    try {
      const use = take()
      const host = hostOf(venue, environment)
      const balances = await keyService.venue({ venue, host, ask: { kind: 'balances' } }, use)
      const orders = await keyService.venue({ venue, host, ask: { kind: 'open' } }, use)
      if (balances.kind !== 'balances') return null
      // Some tell the open orders of one market at a time only: there the balances must do.
      const ids = orders.kind === 'orders' ? orders.orders.map(({ orderId }) => orderId).sort() : null
      return JSON.stringify([held(balances.balances), ids])
    } catch {
      return null
    }
  }
  const ownSight = (row: AccountRow) => seen(row, () => uses.take(row.accountId, 'read'))
  return {
    named: (place, venueAccount, except) =>
      at(place).find((row) => row.venueAccount === venueAccount && row.accountId !== except) ?? null,
    alike: async (place, use) => {
      const rows = at(place)
      const sight = rows.length === 0 ? null : await seen(place, () => use)
      if (sight === null) return null
      for (const row of rows) if ((await ownSight(row)) === sight) return row
      return null
    },
    isAlike: async (row, use) => {
      const [own, other] = [await ownSight(row), await seen(row, () => use)]
      return own === null || other === null ? null : own === other
    },
  }
}

const held = (balances: readonly VenueBalance[]): [string, string][] =>
  balances
    .filter(({ total }) => compare(total, '0') !== 0)
    .map(({ asset, total }): [string, string] => [asset, total])
    .sort(([one], [other]) => (one < other ? -1 : 1))
