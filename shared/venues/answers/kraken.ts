// Every answer of Kraken's spot REST API that its documents name, and what it proves about an order. Its errors are words of
// the form severity, category, message, and after a further colon a detail; a row stands for its message with any detail,
// unless a longer row names that.

import { type AnswerTable, rows } from './table.ts'

export const KRAKEN_ANSWERS: AnswerTable = {
  sources: [
    { page: 'https://docs.kraken.com/api/docs/guides/spot-errors', read: '2026-05-27' },
    { page: 'https://docs.kraken.com/exchange/guides/general/errors', read: '2026-06-20' },
    { page: 'https://support.kraken.com/hc/en-us/articles/360001491786-API-error-messages', read: '2026-06-20' },
    { page: 'answers that users recorded: regions, market modes, a key in use, post only', read: '2026-09-10' },
  ],
  statuses: [
    { status: 502, words: 'Bad gateway of the network in front', meaning: 'unknown' },
    { status: 504, words: 'Gateway timeout of the network in front', meaning: 'unknown' },
    {
      status: 520,
      words: 'The server behind the network in front answered with nothing it understands',
      meaning: 'unknown',
    },
    { status: 524, words: 'The server behind the network in front was too slow', meaning: 'unknown' },
  ],
  rows: [
    ...rows(
      'refused',
      `
EOrder:Cannot open opposing position | Not eligible for margin trading
EOrder:Cannot open position | Not eligible for margin trading
EOrder:Margin allowance exceeded | Margin allowance exceeded
EOrder:Margin level too low | Insufficient equity or collateral
EOrder:Margin position size exceeded | Above the maximum position size of the pair
EOrder:Insufficient margin | The exchange has no funds for this margin trade
EOrder:Insufficient initial margin | Not enough free margin
EOrder:Insufficient funds | Not the necessary funds
EOrder:Order minimum not met | Size below ordermin
EOrder:Cost minimum not met | Cost below costmin
EOrder:Tick size check failed | Price is no multiple of tick_size
EOrder:Orders limit exceeded | Too many open orders
EOrder:Rate limit exceeded | The order rate limit of the pair
EOrder:Domain rate limit exceeded | The order rate limit of master and subaccounts
EOrder:Invalid price | Zero, negative or otherwise invalid price
EOrder:Invalid order | Not a valid order
EOrder:Positions limit exceeded | Too many positions
EOrder:Reduce only:Non-PC | Reduce-only not allowed here
EOrder:Reduce only:Non-ECP | Reduce-only not allowed here
EOrder:Reduce only:No position exists | No position to reduce
EOrder:Scheduled orders limit exceeded | Too many trigger orders
EOrder:Unknown position | No such position
EOrder:Post only order | Would have taken
EOrder:Trading agreement required | An agreement has to be accepted first
ETrade:Invalid request | Malformed trade request
ETrade:Locked | The account is locked
ETrade:User Locked | The account is locked
EBM:limit exceeded:CAL | Canadian acquisition limits
EAccount:Invalid permissions | The account may not; also: trading restricted for the region
EAuth:Account temporary disabled | The account is suspended
EAuth:Account unconfirmed | The account is not confirmed
EAuth:Rate limit exceeded | Too many authentications
EAuth:Too many requests | Too many authentications
EAPI:Rate limit exceeded | Too many calls
EAPI:Feature disabled | The feature is disabled
EAPI:Bad request | The request could not be understood
EGeneral:Invalid arguments | Malformed, incorrect or ambiguous
EGeneral:Invalid arguments:Index unavailable | No index price for a trigger on this pair
EGeneral:Temporary lockout | Too many invalid keys in sequence
EGeneral:Too many requests | Too many requests
EGeneral:Unknown method | No such method
EQuery:Unknown asset pair | No such pair
EQuery:Invalid asset pair | No such pair
EQuery:Unknown asset | No such asset
EService:Market in cancel_only mode | Only cancels are taken now
EService:Market in post_only mode | Only post-only orders are taken now
EService:Market in limit_only mode | Only limit orders are taken now
EService:Market in reduce_only mode | Only reducing orders are taken now
EService:Throttled | Too many concurrent requests
`,
    ),
    ...rows(
      'key',
      `
EAPI:Invalid key | The key is missing, malformed, deleted or revoked
EAPI:Invalid signature | The signature does not match
EAuth:Failed | Authentication failed
EGeneral:Permission denied | The key lacks the permission
`,
    ),
    ...rows('duplicate', 'EGeneral:Invalid arguments:cl_ord_id not unique | An open order has this key'),
    // Of a request that something between has sent twice only the copy is refused for its number.
    ...rows(
      'unknown',
      `
EAPI:Invalid nonce | The number is not above the last one
EService:Unavailable | The matching engine or API is offline
EService:Busy | Overloaded
EService:Timeout | The request timed out
EService:Deadline elapsed | The request timed out according to its deadline
EGeneral:Internal error | Internal error
EDatabase:Internal error | Internal error
EOrder:Reduce only:Position is closed | Matched as much as possible, the rest was canceled
`,
    ),
    ...rows(
      'not-for-orders',
      `
EOrder:Unknown order | No such order, to a cancel or a look-up
EOrder:Cancel pending | A cancel is under way
EOrder:Order not editable | An amendment was refused
EOrder:Not enough leaves qty | An amendment below what was filled
ESession:Invalid session | Streams
EExport:Not ready | Reports
EFunding:Max fee exceeded | Withdrawals
EFunding:No funding method | Deposits
EFunding:Too many addresses | Deposits
EFunding:Unknown asset | Deposits
EFunding:Unknown withdraw key | Withdrawals
EFunding:Invalid amount | Withdrawals
`,
    ),
  ],
}
