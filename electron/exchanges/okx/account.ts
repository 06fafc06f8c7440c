// OKX's word on an account: its key, its fees, its balances.

import { min, subtract } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { type Balances, codeOf, freeOf, listed, ownAnswer, type Reader, type Row, wallet } from '../common/balances.ts'
import { type FeeSource, type Fees, feesFrom, feesOfEach, type ReadFees } from '../common/fees.ts'
import { idOf, type KeyCheck, type KeyQuestion } from '../common/key-check.ts'

// https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration, read 2026-11-29 in copies that others
// keep, since the page itself was out of reach: `perm` names read_only, trade and withdraw, `ip` is empty where none is bound.
const RIGHTS: KeyQuestion = {
  method: 'privateGetAccountConfig',
  input: {},
  read: (body) => {
    const config = member(body, 'data', 0)
    const rights = textOf(member(config, 'perm'))
    if (rights === null) return null
    return {
      permissions: rights.split(',').filter((right) => right !== ''),
      ipBound: textOf(member(config, 'ip')) !== null,
      expiresAt: null,
      account: idOf(member(config, 'uid')),
    }
  },
}

export const OKX_KEY_CHECK: KeyCheck = { questions: () => [RIGHTS], unknownCall: null }

// https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-fee-rates
export const okxFees: ReadFees = async ({ exchange, ask, number }, symbols) => {
  const row = member(await ask('privateGetAccountTradeFee', { instType: 'SPOT' }), 'data', 0)
  return feesOfEach(symbols, (symbol) => feesOf(row, number, member(exchange.markets, symbol)))
}

/** What is charged is told below nothing there, and a rebate above. A market belongs to a group of its own rate. */
function feesOf(row: unknown, number: FeeSource['number'], market: unknown): Fees | null {
  const groups = member(row, 'feeGroup')
  const groupId = textOf(member(market, 'info', 'groupId'))
  const group = Array.isArray(groups) ? groups.find((one) => textOf(member(one, 'groupId')) === groupId) : undefined
  const suffix = textOf(member(market, 'quote')) === 'USDC' && textOf(member(row, 'takerUSDC')) !== null ? 'USDC' : ''
  const [taker, maker] = ['taker', 'maker'].map((name) => {
    const told = number(member(group, name)) ?? number(member(row, `${name}${suffix}`))
    return told === null ? null : subtract('0', told)
  })
  return feesFrom(taker ?? null, maker ?? null)
}

/**
 * `eq` is what is there less what is owed. Of an account without margin `availEq` is empty.
 * https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance, read 2026-11-29 in copies that others keep
 */
function okxRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'ccy')))
  const total = read.number(row, 'eq') ?? read.number(row, 'cashBal')
  if (name === null || total === null) return null
  const told = [read.number(row, 'availBal'), read.number(row, 'availEq')].filter((each) => each !== null)
  const free = told.length === 0 ? '0' : told.reduce(min)
  return { asset: name, total, free: freeOf(min(free, total)) }
}

export const OKX_BALANCES: Balances = {
  spendable: ownAnswer,
  rows: (read, answer) => listed(member(answer, 'data', 0, 'details') ?? [], (row) => okxRow(read, row)),
  elsewhere: [
    // https://www.okx.com/docs-v5/en/#funding-account-rest-api-get-balance
    { ask: wallet('privateGetAssetBalances'), rows: ['data'], asset: 'ccy', amounts: ['bal'] },
    // https://www.okx.com/docs-v5/en/#financial-product-savings-get-saving-balance
    { ask: wallet('privateGetFinanceSavingsBalance'), rows: ['data'], asset: 'ccy', amounts: ['amt'] },
  ],
}
