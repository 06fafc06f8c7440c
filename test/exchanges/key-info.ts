// What the fake exchanges tell of a key, where the real ones have a call for that, in the forms that they document; and the
// account that they say it belongs to.

import type { Dialect, VenueReply } from './server.ts'

const ok = (body: unknown): VenueReply => ({ status: 200, body })

export interface KeyInfo {
  withdraw: boolean
  /** `null`: it does not tell whose the key is. */
  account: string | null
}

interface Telling {
  path: string
  tells(info: KeyInfo): VenueReply
  /** What of a key without the right to withdraw is shown. */
  rights: string[]
}

/** Paths of the calls about a key, and what they answer. */
export const RIGHTS: Record<string, Telling> = {
  binance: {
    path: '/sapi/v1/account/apiRestrictions',
    tells: ({ withdraw }) =>
      ok({
        ipRestrict: false,
        createTime: 1698645219000,
        enableReading: true,
        enableWithdrawals: withdraw,
        enableInternalTransfer: false,
        enableMargin: false,
        enableFutures: false,
        permitsUniversalTransfer: false,
        enableVanillaOptions: false,
        enableFixApiTrade: false,
        enableFixReadOnly: true,
        enableSpotAndMarginTrading: true,
        enablePortfolioMarginTrading: false,
      }),
    rights: ['read', 'spot trading'],
  },
  bybit: {
    path: '/v5/user/query-api',
    tells: ({ withdraw, account }) =>
      ok({
        retCode: 0,
        retMsg: '',
        result: {
          id: '13770661',
          note: 'mine',
          readOnly: 0,
          secret: '',
          permissions: { ContractTrade: [], Spot: ['SpotTrade'], Wallet: withdraw ? ['Withdraw'] : [], FiatP2P: [] },
          ips: ['1.2.3.4'],
          type: 1,
          deadlineDay: 30,
          expiredAt: '2027-01-01T00:00:00Z',
          createdAt: '2026-01-01T00:00:00Z',
          uta: 1,
          userID: account === null ? 0 : Number(account),
          isMaster: true,
          parentUid: '0',
        },
      }),
    rights: ['read and write', 'SpotTrade'],
  },
  okx: {
    path: '/api/v5/account/config',
    tells: ({ withdraw, account }) => {
      const perm = withdraw ? 'read_only,trade,withdraw' : 'read_only,trade'
      return ok({
        code: '0',
        msg: '',
        data: [{ perm, ip: '', uid: account ?? '', mainUid: account ?? '', acctLv: '1' }],
      })
    },
    rights: ['read_only', 'trade'],
  },
  coinbase: {
    path: '/api/v3/brokerage/key_permissions',
    tells: ({ withdraw, account }) =>
      ok({
        can_view: true,
        can_trade: true,
        can_transfer: withdraw,
        portfolio_uuid: account ?? '',
        portfolio_type: 'DEFAULT',
      }),
    rights: ['read', 'trade'],
  },
  kraken: {
    path: '/0/private/GetApiKeyInfo',
    tells: ({ withdraw, account }) =>
      ok({
        error: [],
        result: {
          apiKeyName: 'mine',
          apiKey: 'the key itself',
          nonce: '1772627060997',
          nonceWindow: 0,
          permissions: withdraw ? ['query-funds', 'withdraw-funds'] : ['query-funds', 'modify-trades'],
          iban: account === null ? '' : `AA88 N84G WOAK ${account}`,
          validUntil: '1798761600',
          queryFrom: '0',
          queryTo: '0',
          createdTime: '1772542900',
          modifiedTime: '1772543095',
          ipAllowlist: ['1.2.3.4'],
          lastUsed: '1772627061',
        },
      }),
    rights: ['query-funds', 'modify-trades'],
  },
}

/** Its own answer to a path that it does not know, which comes after its look at the signature. */
function isUnknown({ status, body }: VenueReply): boolean {
  return status === 404 || /Unknown method|"retCode":10001/.test(JSON.stringify(body))
}

/** The words of an exchange together with what it tells of keys that it knows. */
export function withKeyInfo(venue: string, dialect: Dialect, info: KeyInfo): Dialect {
  const own = RIGHTS[venue]
  if (own === undefined) return dialect
  return {
    ...dialect,
    handle: (request, engine) => {
      const reply = dialect.handle(request, engine)
      if (request.path === own.path) return isUnknown(reply) ? own.tells(info) : reply
      if (venue !== 'binance' || request.path !== '/api/v3/account' || reply.status !== 200) return reply
      return {
        ...reply,
        body: { ...(reply.body as object), ...(info.account !== null && { uid: Number(info.account) }) },
      }
    },
  }
}
