// Every answer of OKX's REST API that its documents name, and what it proves about an order. A code may carry a sub-code
// after an underscore (51008_1000), which refines it and changes nothing of what it proves.

import { OKX_REFUSALS } from './okx-refusals.ts'
import { type AnswerTable, rows } from './table.ts'

export const OKX_ANSWERS: AnswerTable = {
  sources: [
    { page: 'https://www.okx.com/docs-v5/en/#error-code-rest-api-public', read: '2026-07-20' },
    { page: 'https://www.okx.com/docs-v5/en/#overview-transaction-timeouts', read: '2026-06-29' },
    { page: 'https://www.okx.com/docs-v5/en/#overview-rate-limits', read: '2026-06-29' },
  ],
  statuses: [
    { status: 410, words: 'The endpoint is inactive', meaning: 'unknown' },
    { status: 429, words: 'Too many requests', meaning: 'unknown' },
    { status: 500, words: 'System error', meaning: 'unknown' },
    { status: 503, words: 'Service temporarily unavailable', meaning: 'unknown' },
  ],
  rows: [
    ...OKX_REFUSALS,
    { code: '51000', words: 'Parameter error', meaning: 'refused', message: /^(?!.*clOrdId)/i },
    { code: '51000', words: 'Parameter clOrdId error', meaning: 'duplicate', message: /clOrdId/i },
    ...rows(
      'clock',
      `
50036 | The expTime is earlier than the system time
50102 | Timestamp request expired
50107 | Request header "OK-ACCESS-TIMESTAMP" cannot be empty
50112 | Invalid OK-ACCESS-TIMESTAMP
`,
    ),
    ...rows(
      'key',
      `
50035 | This endpoint requires that APIKey must be bound to IP
50100 | API frozen, please contact customer service
50101 | APIKey does not match current environment
50103 | Request header "OK-ACCESS-KEY" cannot be empty
50104 | Request header "OK-ACCESS-PASSPHRASE" cannot be empty
50105 | Request header "OK-ACCESS-PASSPHRASE" incorrect
50106 | Request header "OK-ACCESS-SIGN" cannot be empty
50110 | Your IP {param0} is not included in your API key's IP ...
50111 | Invalid OK-ACCESS-KEY
50113 | Invalid signature
50114 | Invalid authorization
50118 | To link the app using your API key, your broker needs to ...
50119 | API key doesn't exist
50120 | This API key doesn't have permission to use this function
50121 | You can't access our services through the IP address ...
`,
    ),
    ...rows(
      'duplicate',
      `
50042 | Repeated request
50071 | {param} already exists, for example clOrdId
51011 | Order ID already exists
51016 | Client order ID already exists
`,
    ),
    ...rows(
      'unknown',
      `
1 | Operation failed, where no row of the answer says more
2 | Bulk operation partially succeeded
50001 | Service temporarily unavailable; try again later
50004 | Endpoint request timeout; does not mean success or failure
50005 | API endpoint is inactive or unavailable
50013 | Systems are busy; try again later
50026 | System error; try again later
51054 | Request timed out; try again
51149 | Order timed out; does not mean success or failure
`,
    ),
    ...rows(
      'not-for-orders',
      `
50039 | Parameter "before" isn't supported for timestamp pagination
50045 | simPos should be empty because simulated positions cannot be ...
50047 | {param0} has already settled
50048 | Switching risk unit may lead position risk increases and be ...
50049 | No information on the position tier
50050 | You've already activated options trading
50055 | Reset unsuccessful
50056 | You have pending orders or open positions with this currency
50057 | Reset unsuccessful
50058 | This crypto is not supported in an asset reset
50063 | You can't activate the credits as they might have expired or ...
50064 | The borrowing system is unavailable
50076 | The time interval between the start date and end date cannot ...
50077 | The time interval between the start date and end date cannot ...
50116 | Fast API is allowed to create only one API key
51003 | Either client order ID or order ID is required
51032 | Closing all the positions at the market price
51039 | Leverage cannot be adjusted for the cross positions of Expiry ...
51040 | Cannot adjust margins for long isolated options positions
51055 | Futures Grid is not available in Portfolio Margin mode
51057 | This bot isn't available in current account mode
51058 | No available position for this algo order
51059 | Strategy for the current state does not support this operation
51063 | OrdId does not exist
51065 | algoClOrdId already exists
51068 | {param0} already exists within algoClOrdId and ...
51070 | You do not meet the requirements for switching to this ...
51071 | You've reached the maximum limit for tag level cancel all ...
51075 | Order modification failed
51090 | You can't modify the amount of an SL order placed with a TP ...
51098 | You can't add a new TP order to an SL order placed with a TP ...
51153 | Unable to borrow manually in Quick margin mode
51154 | Unable to repay manually in Quick margin mode
51158 | Manual transfer unavailable
51164 | As lead trader, you can't switch to portfolio margin mode
51171 | Failed to edit order: against reduce-only positions
51173 | Unable to close all at market price
51177 | Unavailable to amend {param1} because the price type of the ...
51214 | Failed to modify order because your current status only ...
51220 | Lead and follow bots only support "Sell" or "Close all ...
51221 | The profit-sharing ratio must be between 0% and 30%
51222 | Profit sharing isn't supported for this type of bot
51223 | Only lead bot creators can set profit-sharing ratio
51224 | Profit sharing isn't supported for this crypto pair
51225 | Instant trigger isn't available for follow bots
51226 | Editing parameters isn't available for follow bots
51287 | This bot doesn't support current instrument
51288 | Bot is currently stopping
51289 | Bot configuration does not exist
51290 | The Bot engine is being upgraded
51291 | This Bot does not exist or has been stopped
51292 | This Bot type does not exist
51293 | This Bot does not exist
51294 | This Bot cannot be created temporarily
51309 | Cannot create trading bot during call auction
51313 | Manual transfer in isolated mode does not support bot trading
51320 | The range of coin percentage is {0}%-{1}%
51340 | Used margin must be greater than {0}{1}
51341 | Position closing not allowed
51342 | Closing order already exists
51343 | TP price must be less than the lower price
51344 | SL price must be greater than the upper price
51345 | Policy type is not grid policy
51346 | The highest price cannot be lower than the lowest price
51347 | No profit available
51348 | Stop loss price must be less than the lower price in the range
51349 | Take profit price must be greater than the highest price in ...
51350 | No recommended parameters
51351 | Single income must be greater than 0
51352 | You can have {0} to {1} trading pairs
51353 | Trading pair {0} already exists
51354 | The percentages of all trading pairs should add up to 100%
51355 | Select a date within {0} - {1}
51356 | Select a time within {0} - {1}
51357 | Select a time zone within {0} - {1}
51358 | The investment amount of each crypto must be greater than ...
51359 | Recurring buy not supported for the selected crypto {0}
51370 | The range of lever is {0}~{1}
51380 | Market conditions do not meet the strategy running ...
51381 | Per grid profit ratio must be larger than 0.1% and less or ...
51382 | Stop triggerAction is not supported by the current strategy
51383 | The min_price is lower than the last price
51384 | The trigger price must be greater than the min price
51385 | The take profit price needs to be greater than the min price
51386 | The min price needs to be greater than 1/2 of the last price
51387 | Stop loss price must be less than the bottom price
51388 | This Bot is in running status
51389 | Trigger price should be lower than {0}
51390 | Trigger price should be lower than the TP price
51391 | Trigger price should be higher than the SL price
51392 | TP price should be higher than the trigger price
51393 | SL price should be lower than the trigger price
51394 | Trigger price should be higher than the TP price
51395 | Trigger price should be lower than the SL price
51396 | TP price should be lower than the trigger price
51397 | SL price should be higher than the trigger price
51398 | Current market meets the stop condition
51399 | Max margin under current leverage: {amountLimit} ...
51400 | Order cancellation failed as the order has been filled, ...
51401 | Cancellation failed as the order is already canceled
51402 | Cancellation failed as the order is already completed
51403 | Cancellation failed as the order type doesn't support ...
51404 | Order cancellation unavailable during the second phase of ...
51405 | Cancellation failed as you don't have any pending orders
51406 | Canceled - order count exceeds the limit {param0}
51407 | Either order ID or client order ID is required
51408 | Pair ID or name doesn't match the order info
51409 | Either pair ID or pair name ID is required
51410 | Cancellation failed as the order is already in canceling ...
51411 | Account does not have permission for mass cancellation
51412 | Cancellation timed out, please try again later
51413 | Cancellation failed as the order type is not supported by ...
51416 | Order has been triggered and can't be canceled
51500 | You must enter a price, quantity, or TP/SL
51501 | Maximum {param0} orders can be modified
51502 | Unable to edit order: insufficient balance or margin (sub-codes 1030 to 1049)
51503 | Your order has already been filled or canceled
51505 | {instId} is not in call auction
51506 | Order modification unavailable for the order type
51508 | Orders are not allowed to be modified during the call auction
51509 | Modification failed as the order has been canceled
51510 | Modification failed as the order has been completed
51511 | Modification failed as the order price did not meet the ...
51512 | Failed to amend orders in batches
51513 | Number of modification requests that are currently in ...
51514 | Order modification failed
51521 | Failed to edit: no position to reduce
51522 | Failed to edit: reduce-only in the wrong direction
51523 | Unable to modify the order price of a stop order that closes ...
51524 | Unable to modify the order quantity of a stop order that ...
51525 | Stop order modification is not available for quick margin
51526 | Order modification unsuccessful
51527 | Order modification failed
51528 | Unable to modify trigger price type
51529 | Order modification unsuccessful
51530 | Order modification unsuccessful
51531 | Order modification unsuccessful
51532 | Your TP/SL can't be modified because it was partially ...
51536 | Unable to modify the size of the options order if the price ...
51538 | You need to use attachAlgoOrds if you used attachAlgoOrds ...
51539 | attachAlgoId or attachAlgoClOrdId cannot be identical when ...
51543 | When modifying take-profit or stop-loss orders for spot or ...
51600 | Status not found
51601 | Order status and order id cannot exist at the same time
51602 | Either order status or order ID is required
51603 | Order does not exist
51604 | Initiate a download request before obtaining the hyperlink
51605 | You can only download transaction data from the past 2 years
51606 | Transaction data for the current quarter is not available
51607 | Your previous download request is still being processed
51608 | No transaction data found for the current quarter
51610 | You can't download billing statements for the current quarter
51611 | You can't download billing statements for the current quarter
51620 | Only affiliates can perform this action
51621 | The user isn't your invitee
51625 | One-click repay requires auto-borrow
51820 | Request failed
51821 | The payment method is not supported
51822 | Quote expired
51823 | Parameter {param} of buy/sell trading is inconsistent with ...
51824 | You must bind a phone number to your account before using ...
51825 | You must bind an email to your account before using this ...
52000 | No market data found
54001 | Only Multi-currency margin account can be set to borrow coins ...
54047 | You can't amend this order because an order with the same ...
54048 | You can't cancel the order because an order with the same ...
54071 | Due to the platform system upgrade, this order no longer ...
54074 | Your settings failed as you have positions, bot or open ...
59509 | Account does not have permission to reset MMP status
`,
    ),
  ],
}
