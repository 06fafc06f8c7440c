// Bybit's word on an account: its key, its fees, its balances.

import { min, subtract, sum } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { type Balances, codeOf, freeOf, listed, ownAnswer, type Reader, type Row, wallet } from '../common/balances.ts'
import { feesFrom, feesOfEach, type ReadFees } from '../common/fees.ts'
import { dateOf, idOf, type KeyCheck, type KeyQuestion, textsOf } from '../common/key-check.ts'

// Trade between persons and payments send money away as a withdrawal does, so their group stays with the right. A key that may
// only read can do neither, though all of them are listed for it.
// https://bybit-exchange.github.io/docs/v5/user/apikey-info, read 2026-11-29
const RIGHTS: KeyQuestion = {
  method: 'privateGetV5UserQueryApi',
  input: {},
  read: (body) => {
    const result = member(body, 'result')
    const rights = member(result, 'permissions')
    if (typeof rights !== 'object' || rights === null) return null
    const ips = textsOf(member(result, 'ips'))
    const isReadOnly = textOf(member(result, 'readOnly')) === '1'
    const named = (group: string, right: string) =>
      !isReadOnly && /^Fiat\w*(?:P2P|Pay)$/.test(group) ? `${group}: ${right}` : right
    return {
      permissions: [
        isReadOnly ? 'read only' : 'read and write',
        ...Object.entries(rights).flatMap(([group, list]) => (textsOf(list) ?? []).map((right) => named(group, right))),
      ],
      ipBound: ips === null ? null : ips.length > 0 && !ips.includes('*'),
      expiresAt: dateOf(member(result, 'expiredAt'), 1),
      account: idOf(member(result, 'userID')),
    }
  },
}

export const BYBIT_KEY_CHECK: KeyCheck = {
  questions: () => [RIGHTS],
  // The question has no parameters that could be wrong.
  unknownCall: /^10001$/,
}

// https://bybit-exchange.github.io/docs/v5/account/fee-rate
export const bybitFees: ReadFees = async ({ ask, number, idOf: nameOf }, symbols) => {
  const list = member(await ask('privateGetV5AccountFeeRate', { category: 'spot' }), 'result', 'list')
  const rows: unknown[] = Array.isArray(list) ? list : []
  return feesOfEach(symbols, (symbol) => {
    const row = rows.find((one) => member(one, 'symbol') === nameOf(symbol))
    return feesFrom(number(member(row, 'takerFeeRate')), number(member(row, 'makerFeeRate')))
  })
}

/**
 * `equity` is net of what was borrowed, `walletBalance` is not; what open orders hold is part of both.
 * https://bybit-exchange.github.io/docs/v5/account/wallet-balance, read 2026-11-29
 */
function bybitRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'coin')))
  const wallet = read.number(row, 'walletBalance')
  const own = wallet === null ? null : subtract(wallet, freeOf(read.number(row, 'spotBorrow')))
  const total = read.number(row, 'equity') ?? own
  if (name === null || total === null) return null
  const held = sum(['locked', 'totalOrderIM', 'totalPositionIM'].map((each) => read.number(row, each) ?? '0'))
  return { asset: name, total, free: freeOf(subtract(min(own ?? total, total), held)) }
}

export const BYBIT_BALANCES: Balances = {
  spendable: ownAnswer,
  rows: (read, answer) => listed(member(answer, 'result', 'list', 0, 'coin') ?? [], (row) => bybitRow(read, row)),
  elsewhere: [
    // https://bybit-exchange.github.io/docs/v5/asset/balance/all-balance
    {
      ask: wallet('privateGetV5AssetTransferQueryAccountCoinsBalance', { accountType: 'FUND' }),
      rows: ['result', 'balance'],
      asset: 'coin',
      amounts: ['walletBalance'],
    },
    // https://bybit-exchange.github.io/docs/v5/earn/position
    ...['FlexibleSaving', 'OnChain'].map((category) => ({
      ask: wallet('privateGetV5EarnPosition', { category }),
      rows: ['result', 'list'],
      asset: 'coin',
      amounts: ['amount'],
    })),
  ],
}

/** Guessed from the side by ccxt: the row itself names it. */
export const bybitFeeAsset = (trade: unknown): string | null => textOf(member(trade, 'info', 'feeCurrency'))
