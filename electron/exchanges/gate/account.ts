// Gate's word on an account: its key, its fees, its balances.

import { add } from '../../../shared/decimal.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { type Balances, codeOf, freeOf, listed, ownAnswer, type Reader, type Row } from '../common/balances.ts'
import { feesFrom, feesOfEach, type ReadFees } from '../common/fees.ts'
import { idOf, type KeyCheck, type KeyQuestion, NOTHING_TOLD } from '../common/key-check.ts'

// docs/AccountDetail.md of gate/gateapi-python of 2026-03-31. It tells whose the key is and from where it may be used; which
// rights it has, no call tells by the key: that for all keys of the account (AccountKeyInfo.md) names none of them, and has no
// word for withdrawals.
const DETAIL: KeyQuestion = {
  method: 'privateAccountGetDetail',
  input: {},
  read: (body) => {
    const addresses = member(body, 'ip_whitelist')
    if (member(body, 'user_id') === undefined) return null
    return {
      ...NOTHING_TOLD,
      account: idOf(member(body, 'user_id')),
      ipBound: Array.isArray(addresses) ? addresses.length > 0 : null,
    }
  },
}

/** A key without the right to read account information is answered so; what it may trade it may trade all the same. */
export const GATE_KEY_CHECK: KeyCheck = { questions: () => [DETAIL], unknownCall: /^FORBIDDEN$/ }

/** So many markets one question names. docs/SpotApi.md, "Batch query account fee rates" */
const MOST_MARKETS = 50

// The rate without what GT or points would take off it.
export const gateFees: ReadFees = async ({ ask, number, idOf: nameOf }, symbols) => {
  const rates: object[] = []
  for (let at = 0; at < symbols.length; at += MOST_MARKETS) {
    const names = symbols.slice(at, at + MOST_MARKETS).map(nameOf)
    const answer = await ask('privateSpotGetBatchFee', { currency_pairs: names.join(',') })
    if (typeof answer === 'object' && answer !== null) rates.push(answer)
  }
  const all: unknown = Object.assign({}, ...rates)
  return feesOfEach(symbols, (symbol) => {
    const row = member(all, nameOf(symbol))
    return feesFrom(number(member(row, 'taker_fee')), number(member(row, 'maker_fee')))
  })
}

/** docs/SpotAccount.md; what a unified account owes stands in another call, which is not asked. */
function gateRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'currency')))
  const [free, held] = [read.number(row, 'available'), read.number(row, 'locked')]
  // What is held for orders is no zero where it cannot be read.
  if (name === null || free === null || held === null) return null
  return { asset: name, total: add(free, held), free: freeOf(free) }
}

export const GATE_BALANCES: Balances = {
  spendable: ownAnswer,
  rows: (read, answer) => listed(answer, (row) => gateRow(read, row)),
  elsewhere: [],
}
