// Coinbase's word on an account: its key, its fees, its balances.

import { createPrivateKey } from 'node:crypto'
import { add, type Decimal, multiply } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { type AskBalances, type Balances, codeOf, freeOf, listed, type Reader, type Row } from '../common/balances.ts'
import { type Fees, feesFrom, feesOfEach, type ReadFees } from '../common/fees.ts'
import { flags, idOf, type KeyCheck, type KeyQuestion } from '../common/key-check.ts'
import { call, type Venue } from '../common/library.ts'
import { secretFor } from '../common/secret-form.ts'

/** The 64 bytes by which ccxt knows an Ed25519 key of Coinbase; any other key of its as `secretFor`. */
export function coinbaseSecret(secret: string): string {
  const spelledSecret = secretFor(secret)
  if (!spelledSecret.startsWith('-----BEGIN PRIVATE KEY')) return spelledSecret
  const { d = '', x = '' } = createPrivateKey(spelledSecret).export({ format: 'jwk' })
  return Buffer.concat([Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')]).toString('base64')
}

// A key belongs to one portfolio, which has balances of its own. The call is in
// https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/data-api/get-api-key-permissions, read 2026-11-29; of
// its fields only clients of others could be read.
const RIGHTS: KeyQuestion = {
  method: 'v3PrivateGetBrokerageKeyPermissions',
  input: {},
  read: (body) =>
    typeof member(body, 'can_transfer') !== 'boolean'
      ? null
      : {
          // "Send and receive funds, on and off platform": its page on scopes and permissions, read 2026-11-29.
          permissions: flags(body, { can_view: 'read', can_trade: 'trade', can_transfer: 'transfer out' }),
          ipBound: null,
          expiresAt: null,
          account: idOf(member(body, 'portfolio_uuid')),
        },
}

export const COINBASE_KEY_CHECK: KeyCheck = { questions: () => [RIGHTS], unknownCall: null }

// https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/fees/get-transaction-summary
export const coinbaseFees: ReadFees = async ({ ask, number }, symbols) => {
  const summary = await ask('v3PrivateGetBrokerageTransactionSummary', { product_type: 'SPOT' })
  const tier = member(summary, 'fee_tier')
  const fees = feesFrom(number(member(tier, 'taker_fee_rate')), number(member(tier, 'maker_fee_rate')))
  const tax = member(summary, 'goods_and_services_tax')
  const rate = member(tax, 'type') === 'EXCLUSIVE' ? number(member(tax, 'rate')) : null
  return feesOfEach(symbols, () => (fees === null || rate === null ? fees : times(fees, add('1', rate))))
}

const times = ({ taker, maker }: Fees, factor: Decimal): Fees => ({
  taker: multiply(taker, factor),
  maker: multiply(maker, factor),
})

/** An exchange that names a next page for ever must not hold up every order. */
const MOST_PAGES = 40
const PAGE = 250

/** Every page of the list of accounts. */
async function pages(exchange: Venue, ask: AskBalances): Promise<unknown[] | null> {
  const told: unknown[] = []
  let cursor = ''
  for (let at = 0; at < MOST_PAGES; at += 1) {
    const query = { limit: PAGE, ...(cursor !== '' && { cursor }) }
    const page = await ask(() => call(exchange, 'v3PrivateGetBrokerageAccounts', query))
    if (page === null) return null
    told.push(page.value)
    const next = textOf(member(page.value, 'cursor')) ?? ''
    if (member(page.value, 'has_next') !== true || next === '' || next === cursor) return told
    cursor = next
  }
  // A list that does not end was not read: its rest may hold what the limits are about.
  return null
}

/**
 * What lies in a vault can be spent only after it was taken out.
 * https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/accounts/list-accounts, read 2026-11-29 as far as the
 * pages of the list; the types of accounts only in clients of others.
 */
function coinbaseRow(read: Reader, row: unknown): Row | null {
  const available = member(row, 'available_balance')
  const name = codeOf(read, textOf(member(available, 'currency')) ?? textOf(member(row, 'currency')))
  const [free, hold] = [read.number(available, 'value'), read.number(member(row, 'hold'), 'value')]
  if (name === null || free === null) return null
  const isVault = member(row, 'type') === 'ACCOUNT_TYPE_VAULT'
  const asset = name === 'ETH2' ? 'ETH' : name
  return { asset, total: add(free, hold ?? '0'), free: isVault ? '0' : freeOf(free) }
}

export const COINBASE_BALANCES: Balances = {
  spendable: pages,
  rows: (read, answer) => listed(member(answer, 'accounts'), (row) => coinbaseRow(read, row)),
  elsewhere: [],
}
