// Every label that Gate's API v4 documents, and what it proves about an order. Each stands in the group in which its page has it
// first; a label of another group than spot trading answers other questions.

import { type AnswerTable, rows } from './table.ts'

export const GATE_ANSWERS: AnswerTable = {
  sources: [
    { page: 'https://www.gate.com/docs/developers/apiv4/en (label list, return status), a copy', read: '2026-05-27' },
    { page: 'answers that users recorded: CLIENT_ID_NOT_FOUND', read: '2026-11-30' },
  ],
  statuses: [
    { status: 202, words: 'Accepted by the server, but processing is not done yet', meaning: 'unknown' },
    { status: 429, words: 'Too many requests, of which no page says that none was carried out', meaning: 'unknown' },
    { status: 500, words: 'Server error', meaning: 'unknown' },
  ],
  rows: [
    ...rows(
      'refused',
      `
INVALID_PARAM_VALUE | Invalid parameter value
INVALID_PROTOCOL | Invalid parameter value
INVALID_ARGUMENT | Invalid argument
INVALID_REQUEST_BODY | Invalid request body
MISSING_REQUIRED_PARAM | A parameter is missing
BAD_REQUEST | Invalid request
INVALID_CONTENT_TYPE | Invalid header Content-Type
METHOD_NOT_ALLOWED | Request method is not allowed
NOT_FOUND | No such address
ACCOUNT_LOCKED | The account is locked
INVALID_PRECISION | Invalid precision
INVALID_CURRENCY | Invalid currency
INVALID_CURRENCY_PAIR | Invalid market
POC_FILL_IMMEDIATELY | It would match and take at once, so it is cancelled
QUANTITY_NOT_ENOUGH | The amount is not enough
BALANCE_NOT_ENOUGH | The balance is not enough
MARGIN_NOT_SUPPORTED | The market has no margin trading
MARGIN_BALANCE_NOT_ENOUGH | The margin balance is not enough
AMOUNT_TOO_LITTLE | Below the minimum amount
AMOUNT_TOO_MUCH | Above the maximum amount
TRADE_RESTRICTED | Trading is restricted because of a high debt ratio
FOK_NOT_FILL | A FOK order cannot be filled completely
INITIAL_MARGIN_TOO_LOW | The initial margin rate is too low
`,
    ),
    ...rows('clock', 'REQUEST_EXPIRED | The Timestamp is far from the time of the server'),
    ...rows(
      'key',
      `
INVALID_CREDENTIALS | Invalid credentials
INVALID_KEY | Invalid API key
IP_FORBIDDEN | The address is not in the whitelist
READ_ONLY | The API key is read-only
INVALID_SIGNATURE | Invalid signature
MISSING_REQUIRED_HEADER | An authentication header is missing
FORBIDDEN | No permission for this operation
`,
    ),
    // What names neither a refusal nor an order, and the server's own failures.
    ...rows(
      'unknown',
      `
NOT_ACCEPTABLE | Invalid header Accept, which a server can find after the work
REPEATED_CREATION | Repeated creation
ORDER_BOOK_NOT_FOUND | No liquidity, found before or after the order
FAILED_RETRIEVE_ASSETS | Failed to retrieve the account's assets
INTERNAL | Internal server error
SERVER_ERROR | Internal server error
INTERNAL_SERVER_ERROR | Operation failed, the same as SERVER_ERROR
TOO_BUSY | The server is too busy
TOO_MANY_REQUESTS | The rate of requests, in the list of conversions alone
SERVER_TIMEOUT | Service timeout
`,
    ),
    // The wallet.
    ...rows(
      'not-for-orders',
      `
SUB_ACCOUNT_NOT_FOUND | Sub-account not found
SUB_ACCOUNT_LOCKED | The sub-account is locked
MARGIN_BALANCE_EXCEPTION | Abnormal margin account
MARGIN_TRANSFER_FAILED | Transfer with the margin account failed
TOO_MUCH_FUTURES_AVAILABLE | The futures balance exceeds the maximum
FUTURES_BALANCE_NOT_ENOUGH | The futures balance is not enough
ACCOUNT_EXCEPTION | Abnormal account
SUB_ACCOUNT_TRANSFER_FAILED | Transfer with the sub-account failed
ADDRESS_NOT_USED | The address was never used in the web console
TOO_FAST | Withdrawals exceed the frequency limit
WITHDRAWAL_OVER_LIMIT | The withdrawal limit is exceeded
API_WITHDRAW_DISABLED | Withdrawals by API are disabled for now
INVALID_WITHDRAW_ID | Invalid id of a withdrawal
INVALID_WITHDRAW_CANCEL_STATUS | The withdrawal cannot be cancelled now
DUPLICATE_REQUEST | Duplicate request
ORDER_EXISTS | The order exists already
INVALID_CLIENT_ORDER_ID | Invalid client_order_id
`,
    ),
    // Orders that stand already, many orders at once, and loans.
    ...rows(
      'not-for-orders',
      `
ORDER_NOT_FOUND | Order not found
CLIENT_ID_NOT_FOUND | No open order with this client id
ORDER_CLOSED | The order is closed already
ORDER_CANCELLED | The order is cancelled already
CANCEL_FAIL | The cancel failed
NO_CHANGE | Nothing is changed
TOO_MANY_CURRENCY_PAIRS | Too many markets in a batch
TOO_MANY_ORDERS | Too many orders of one market in a batch
MIXED_ACCOUNT_TYPE | More than one account type in a batch
LOAN_NOT_FOUND | Margin loan not found
LOAN_RECORD_NOT_FOUND | Record of a margin loan not found
NO_MATCHED_LOAN | No loan matches what is to be borrowed
NOT_MERGEABLE | The loans cannot be merged
NO_MERGEABLE_ORDERS | No orders that can be merged
REPAY_TOO_MUCH | Repays more than is owed
AUTO_BORROW_TOO_MUCH | Borrows more than is allowed
`,
    ),
    // Futures.
    ...rows(
      'not-for-orders',
      `
USER_NOT_FOUND | No futures account
CONTRACT_NO_COUNTER | No counter order
CONTRACT_NOT_FOUND | Contract not found
RISK_LIMIT_EXCEEDED | Risk limit exceeded
INSUFFICIENT_AVAILABLE | The futures balance is not enough
LIQUIDATE_IMMEDIATELY | May cause liquidation
LEVERAGE_TOO_HIGH | Leverage too high
LEVERAGE_TOO_LOW | Leverage too low
ORDER_NOT_OWNED | Order of somebody else
ORDER_FINISHED | The order has finished already
POSITION_CROSS_MARGIN | Margin cannot be changed in cross margin
POSITION_IN_LIQUIDATION | The position is being liquidated
POSITION_IN_CLOSE | The position is closing
POSITION_EMPTY | The position is empty
REMOVE_TOO_MUCH | Changes more margin than is allowed
RISK_LIMIT_NOT_MULTIPLE | The risk limit is no multiple of its step
RISK_LIMIT_TOO_HIGH | Risk limit too high
RISK_LIMIT_TOO_lOW | Risk limit too low
PRICE_TOO_DEVIATED | Too far from the mark price
SIZE_TOO_LARGE | Above the maximum size
SIZE_TOO_SMALL | Below the minimum size
PRICE_OVER_LIQUIDATION | Beyond the liquidation price
PRICE_OVER_BANKRUPT | Beyond the bankruptcy price
ORDER_POC_IMMEDIATE | A POC order would be finished at once
INCREASE_POSITION | A POC order would increase the position
CONTRACT_IN_DELISTING | The contract is being delisted
POSITION_NOT_FOUND | Position not found
POSITION_DUAL_MODE | Forbidden in dual mode
ORDER_PENDING | Forbidden with orders open
POSITION_HOLDING | Forbidden with a position
REDUCE_EXCEEDED | A reducing order exceeds the position
AMEND_WITH_STOP | Amending is forbidden with a stop order
ORDER_FOK | Killed as FOK
`,
    ),
    // Loans on collateral, portfolio margin, earn and conversions.
    ...rows(
      'not-for-orders',
      `
COL_NOT_ENOUGH | The collateral is not enough
COL_TOO_MUCH | Exceeds the quota of collateral
INIT_LTV_TOO_HIGH | The first loan-to-value is too high
REDEEMED_LTV_TOO_HIGH | The loan-to-value after the redemption is too high
BORROWABLE_NOT_ENOUGH | Not enough left to borrow
ORDER_TOO_MANY_TOTAL | Too many loans of the platform in one day
ORDER_TOO_MANY_DAILY | Too many loans of one user in one day
ORDER_TOO_MANY_USER | Too many loans of one user
ORDER_NOT_EXIST | No such loan
ORDER_NO_PAY | Nothing is owed
ORDER_EXIST | The loan exists
ORDER_HISTORY_EXIST | The loan existed
ORDER_REPAYING | The loan is being repaid
ORDER_LIQUIDATING | The loan is being liquidated
BORROW_TOO_LITTLE | Less than the minimum to borrow
BORROW_TOO_LARGE | More than the maximum to borrow
REPAY_AMOUNT_INVALID | Invalid amount to repay
REPAY_GREATER_THAN_AVAILABLE | Repays more than is available
POOL_BALANCE_NOT_ENOUGH | The pool is not enough
CURRENCY_SETTLING | The currency is being settled
RISK_REJECT | Rejected for its risk, to be tried later
LOAN_FAILED | The loan failed
USER_LIAB | The user owes something
USER_PENDING_ORDERS | The user has orders open
MODE_SET | The mode is set already
ERR_BALANCE_NOT_ENOUGH | The balance is not enough
ERR_PRODUCT_SELL_OUT | The quota is reached
ERR_PRODUCT_BUY | Not open for purchase yet
ERR_CREATE_ORDER | The subscription failed
ERR_QUOTA_LOWER_LIMIT | Below the minimum subscription
ERR_QUOTA_SUPERIOR_LIMIT | Above the maximum subscription
ERR_ORDER_NUMBER_LIMIT | Above the maximum number of subscriptions
ERR_PRODUCT_CLOSE | The project is closed
COPIES_NOT_ENOUGH | Not enough shares
COPIES_TOO_SMALL | Too few shares
COPIES_TOO_BIG | Too many shares
TOTAL_AMOUNT_24 | The limit of amounts in 24 hours is exceeded
TOTAL_BUYCOUNT_24 | The limit of times in 24 hours is exceeded
REDEEM_24_LIMIT | Redeemed within 24 hours
PRICE_OBSOLETE | The price of a conversion is out of date
QUOTA_NOT_ENOUGH | The quota of a conversion is not enough
REQUEST_FORBIDDEN | Only purchases in USDT are allowed
CONVERT_PREVIEW_EXPIRED | The preview of a conversion has ended
CONVERT_PREVIEW_NOT_MATCH | The preview of a conversion is another one
`,
    ),
  ],
}
