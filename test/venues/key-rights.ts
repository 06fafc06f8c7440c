// What the exchanges tell of a key's rights when they are asked: an answer with the right to withdraw, and one without.

import type { Fake } from './all.ts'
import type { Dialect, VenueReply } from './server.ts'

const ok = (body: unknown): VenueReply => ({ status: 200, body })

/** Paths of the calls about a key, and the rights that are read from the answer without a withdrawal. */
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

/** The same exchange, which also tells what its key may do, where that exchange can. */
export function telling(fake: Fake, withdraw: boolean): Fake {
  const own = RIGHTS[fake.venue]
  const dialect: Dialect = {
    isOrder: fake.dialect.isOrder,
    handle: (request, engine) =>
      request.path === own?.path ? own.tells(withdraw) : fake.dialect.handle(request, engine),
  }
  return { ...fake, dialect } as Fake
}
