// What the fake exchanges tell of a key, where the real ones have a call for that.

import { FAKES, type Fake } from './all.ts'
import type { Dialect, VenueReply } from './server.ts'

const ok = (body: unknown): VenueReply => ({ status: 200, body })

/** Paths of the calls about a key, with an answer that says it may withdraw, and one that says it may not. */
export const RIGHTS: Record<string, { path: string; tells: (withdraw: boolean) => VenueReply; rights: string[] }> = {
  bybit: {
    path: '/v5/user/query-api',
    tells: (withdraw) =>
      ok({
        retCode: 0,
        retMsg: '',
        result: {
          readOnly: 0,
          permissions: { Spot: ['SpotTrade'], Wallet: withdraw ? ['Withdraw'] : [] },
          ips: ['1.2.3.4'],
          expiredAt: '2027-01-01T00:00:00Z',
        },
      }),
    rights: ['read and write', 'SpotTrade'],
  },
  okx: {
    path: '/api/v5/account/config',
    tells: (withdraw) =>
      ok({ code: '0', msg: '', data: [{ perm: withdraw ? 'read_only,trade,withdraw' : 'read_only,trade', ip: '' }] }),
    rights: ['read_only', 'trade'],
  },
  coinbase: {
    path: '/api/v3/brokerage/key_permissions',
    tells: (withdraw) => ok({ can_view: true, can_trade: true, can_transfer: withdraw }),
    rights: ['read', 'trade'],
  },
  kraken: {
    path: '/0/private/GetApiKeyInfo',
    tells: (withdraw) =>
      ok({ error: [], result: { permissions: withdraw ? ['Query Funds', 'Withdraw Funds'] : ['Query Funds'] } }),
    rights: ['Query Funds'],
  },
}

/** The exchange with its answer about the key, where it has one. */
export function telling(fake: Fake, withdraw: boolean): Fake {
  const own = RIGHTS[fake.venue]
  const dialect: Dialect = {
    isOrder: fake.dialect.isOrder,
    handle: (request, engine) =>
      request.path === own?.path ? own.tells(withdraw) : fake.dialect.handle(request, engine),
  }
  return { ...fake, dialect } as Fake
}

export const withRights = FAKES.filter(({ venue }) => RIGHTS[venue] !== undefined)
