// Kraken's word on an account: its key, its fees, its balances.

import { divide, subtract } from '../../../shared/decimal.ts'
import { member } from '../../../shared/venues/json.ts'
import { type Balances, codeOf, freeOf, ownAnswer, type Reader, type Row } from '../common/balances.ts'
import { type Fees, feesFrom, feesOfEach, type ReadFees } from '../common/fees.ts'
import { dateOf, idOf, type KeyCheck, type KeyQuestion, textsOf } from '../common/key-check.ts'

// Times are in seconds, as texts; 0 is none. The account's public number is told like that of a bank account.
// https://docs.kraken.com/api-reference/account-data/get-api-key-info, read 2026-11-29
const RIGHTS: KeyQuestion = {
  method: 'privatePostGetApiKeyInfo',
  input: {},
  read: (body) => {
    const result = member(body, 'result')
    const permissions = textsOf(member(result, 'permissions'))
    if (permissions === null) return null
    const ips = textsOf(member(result, 'ipAllowlist'))
    return {
      permissions,
      ipBound: ips === null ? null : ips.length > 0,
      expiresAt: dateOf(member(result, 'validUntil'), 1_000),
      account: idOf(member(result, 'iban')),
    }
  },
}

export const KRAKEN_KEY_CHECK: KeyCheck = { questions: () => [RIGHTS], unknownCall: /^EGeneral:Unknown method/i }

// https://docs.kraken.com/api-reference/account-data/get-trade-volume, read 2026-11-29: both lists are in percent. It names
// `schedules` without a word on what stands in it, so it is not read: without the lists the rate stays a guess.
export const krakenFees: ReadFees = async ({ ask, number, idOf: nameOf }, symbols) => {
  const pair = symbols.map(nameOf).join(',')
  const result = member(await ask('privatePostTradeVolume', { pair, fee_schedule: true }), 'result')
  const percent = (list: string, symbol: string) => number(member(result, list, nameOf(symbol), 'fee'))
  return feesOfEach(symbols, (symbol) => {
    const taker = percent('fees', symbol)
    // Where makers have no rate of their own they pay this one.
    return hundredth(feesFrom(taker, percent('fees_maker', symbol) ?? taker))
  })
}

const hundredth = (fees: Fees | null): Fees | null =>
  fees && { taker: divide(fees.taker, '100'), maker: divide(fees.maker, '100') }

/** Days of a bond that stand behind the name of an asset in the staking of before: DOT28.S. */
const BONDED = /^(.+?)\d\d$/

/**
 * A suffix says how the balance is kept. Only `.F` is spent as its asset is; fees, staked, opt-in, bonded, parachain, tokenized
 * and held amounts are not.
 * https://docs.kraken.com/api-reference/account-data/get-extended-balance, read 2026-11-29: it names .B, .F, .M, .S and .T, and
 * counts a line of credit as available, which is no money of the trader's and is left out here. The other suffixes were not found.
 */
function krakenRows(read: Reader, balances: unknown): Row[] | null {
  if (typeof balances !== 'object' || balances === null) return null
  return Object.entries(balances).flatMap(([id, row]): Row[] => {
    const balance = read.number(row, 'balance')
    if (balance === null) return []
    const [head = '', suffix] = id.split('.')
    const total = subtract(balance, read.number(row, 'credit_used') ?? '0')
    const isSpendable = suffix === undefined || suffix === 'F'
    const free = isSpendable ? freeOf(subtract(total, read.number(row, 'hold_trade') ?? '0')) : '0'
    return [{ asset: krakenAsset(read, head), total, free }]
  })
}

function krakenAsset(read: Reader, id: string): string {
  const code = codeOf(read, id) ?? id
  // Staked before the merge, and the same coin since.
  if (code === 'ETH2') return 'ETH'
  if (read.known.has(code)) return code
  const bonded = BONDED.exec(code)?.[1] ?? ''
  return read.known.has(bonded) ? bonded : code
}

export const KRAKEN_BALANCES: Balances = {
  spendable: ownAnswer,
  rows: (read, answer) => krakenRows(read, member(answer, 'result')),
  elsewhere: [],
}
