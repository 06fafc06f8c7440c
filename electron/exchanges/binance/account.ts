// Binance's word on an account: its key, its fees, its balances, and which markets it may trade.

import { add, compare } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { type Balances, codeOf, freeOf, listed, ownAnswer, type Reader, type Row, wallet } from '../common/balances.ts'
import { type FeeSource, type Fees, feesFrom } from '../common/fees.ts'
import { dateOf, flags, idOf, type KeyCheck, type KeyQuestion, NOTHING_TOLD } from '../common/key-check.ts'
import type { Permissions } from '../common/permissions.ts'

const ACCOUNT: KeyQuestion = {
  method: 'privateGetAccount',
  input: { omitZeroBalances: 'true' },
  read: (body) =>
    Array.isArray(member(body, 'balances')) ? { ...NOTHING_TOLD, account: idOf(member(body, 'uid')) } : null,
}

// https://developers.binance.com/docs/wallet/account/api-key-permission, read 2026-11-29: all of these but the end of the right
// to trade, which only older clients of theirs know.
const RIGHTS: KeyQuestion = {
  method: 'sapiGetAccountApiRestrictions',
  input: {},
  read: (body) =>
    typeof member(body, 'enableWithdrawals') !== 'boolean'
      ? null
      : {
          permissions: flags(body, {
            enableReading: 'read',
            enableSpotAndMarginTrading: 'spot trading',
            enableMargin: 'margin',
            enableFutures: 'futures',
            enableVanillaOptions: 'options',
            enablePortfolioMarginTrading: 'portfolio margin',
            enableFixApiTrade: 'FIX trading',
            enableInternalTransfer: 'internal transfer',
            permitsUniversalTransfer: 'universal transfer',
            enableWithdrawals: 'withdraw',
          }),
          ipBound: member(body, 'ipRestrict') === true,
          expiresAt: dateOf(member(body, 'tradingAuthorityExpirationTime'), 1),
          account: null,
        },
}

export const BINANCE_KEY_CHECK: KeyCheck = {
  // Its test environment has none of the calls about keys: its page names a host for /api alone.
  // https://github.com/binance/binance-spot-api-docs/blob/master/testnet/general-info.md, read 2026-11-29
  questions: (environment) => (environment === 'test' ? [ACCOUNT] : [ACCOUNT, RIGHTS]),
  unknownCall: null,
}

/** It tells them market by market. */
const MOST_MARKETS = 4

/**
 * Commission, special commission and tax of a market, each with a part of buyers or sellers. The discount for paying in BNB holds
 * only while there is some, so it is not reckoned with. Beyond the first markets the account's own rates stand.
 * https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints (Query Commission Rates)
 */
export async function binanceFees(
  { ask, number, idOf: nameOf }: FeeSource,
  symbols: readonly string[],
): Promise<Map<string, Fees>> {
  const one = async (symbol: string): Promise<[string, Fees][]> => {
    const told = await ask('privateGetAccountCommission', { symbol: nameOf(symbol) })
    const kinds = ['standardCommission', 'specialCommission', 'taxCommission'].map((kind) => member(told, kind))
    const fees = kinds.map((kind) => commission(kind, number)).filter((each) => each !== null)
    // Without the standard part the rest is no rate.
    if (commission(member(told, 'standardCommission'), number) === null) return []
    return [
      [symbol, fees.reduce((all, each) => ({ taker: add(all.taker, each.taker), maker: add(all.maker, each.maker) }))],
    ]
  }
  const single = (await Promise.all(symbols.slice(0, MOST_MARKETS).map(one))).flat()
  const rest = symbols.slice(MOST_MARKETS)
  const account = rest.length === 0 ? null : await ask('privateGetAccount', {})
  const general = commission(member(account, 'commissionRates'), number)
  return new Map([...single, ...(general === null ? [] : rest.map((symbol): [string, Fees] => [symbol, general]))])
}

function commission(rates: unknown, number: FeeSource['number']): Fees | null {
  const at = (name: string) => number(member(rates, name))
  const fees = feesFrom(at('taker'), at('maker'))
  const [buyer, seller] = [at('buyer') ?? '0', at('seller') ?? '0']
  const side = compare(buyer, seller) > 0 ? buyer : seller
  return fees === null ? null : { taker: add(fees.taker, side), maker: add(fees.maker, side) }
}

/**
 * `LD` and an asset is that asset in Simple Earn, which this list tells beside what lies in spot; LDO is a coin of its own.
 * No page of Binance's was found that says so (searched 2026-11-29); others see it in its answers.
 */
function binanceRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'asset')))
  const [free, locked] = [read.number(row, 'free'), read.number(row, 'locked')]
  if (name === null || free === null) return null
  const total = add(free, locked ?? '0')
  const base = name.startsWith('LD') && !read.known.has(name) ? earnBase(read, name.slice(2)) : ''
  if (read.known.has(base) || base.length > 2) return { asset: base, total, free: '0' }
  return { asset: name, total, free: freeOf(free) }
}

/** An asset that was swapped for another there has a number behind it in this list: LDSHIB2. */
function earnBase({ known }: Reader, base: string): string {
  const plain = base.replace(/\d$/, '')
  return !known.has(base) && known.has(plain) ? plain : base
}

export const BINANCE_BALANCES: Balances = {
  spendable: ownAnswer,
  rows: (read, answer) => listed(member(answer, 'balances'), (row) => binanceRow(read, row)),
  elsewhere: [
    // https://developers.binance.com/docs/wallet/asset/funding-wallet, read 2026-11-29
    {
      ask: wallet('sapiPostAssetGetFundingAsset'),
      rows: [],
      asset: 'asset',
      amounts: ['free', 'locked', 'freeze', 'withdrawing'],
    },
    // https://developers.binance.com/docs/simple_earn/locked/account/Get-Locked-Product-Position
    {
      ask: wallet('sapiGetSimpleEarnLockedPosition', { size: 100 }),
      rows: ['rows'],
      asset: 'asset',
      amounts: ['amount'],
    },
  ],
}

const listIn = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string') ? value : null

/**
 * rest-api.md ("Symbol Permissions Interpretation", "Account information") of binance-spot-api-docs of 2026-07-21: of each
 * set one is needed, and every set counts. `permissions` is the older list, one of which is needed.
 */
export const BINANCE_PERMISSIONS: Permissions = {
  of: (account) => listIn(member(account, 'permissions')),
  isShut: (info, own) => {
    const told = member(info, 'permissionSets')
    const sets = Array.isArray(told) && told.length > 0 ? told : [member(info, 'permissions')]
    // A set in another form, or without a word, forbids nothing.
    return sets.map(listIn).some((set) => set !== null && !set.some((one) => own.includes(one)))
  },
}
