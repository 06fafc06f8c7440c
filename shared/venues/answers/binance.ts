// Every answer of Binance's spot REST API that its documents name, and what it proves about an order.

import { type AnswerTable, messages, rows } from './table.ts'

/** The matching engine's own messages under -1010. Under -2010, the code of a rejected new order, any words but these two mean so. */
const ENGINE = `
Market is closed
Account has insufficient balance for requested action
Market orders are not supported for this symbol
Iceberg orders are not supported for this symbol
Stop loss orders are not supported for this symbol
Stop loss limit orders are not supported for this symbol
Take profit orders are not supported for this symbol
Take profit limit orders are not supported for this symbol
Price * QTY is zero or less
IcebergQty exceeds QTY
This action is disabled on this account
This account may not place or cancel orders
Unsupported order combination
Order would trigger immediately
Order would immediately match and take
The relationship of the prices for the orders is not correct
OCO orders are not supported for this symbol
Quote order qty market orders are not support for this symbol
Trailing stop orders are not supported for this symbol
This symbol is not permitted for this account
This symbol is restricted for this account
Rest API trading is not enabled
WebSocket API trading is not enabled
FIX API trading is not enabled
Order book liquidity is less than LOT_SIZE filter minimum quantity
Order book liquidity is less than MARKET_LOT_SIZE filter minimum quantity
Order book liquidity is less than symbol minimum quantity
Pegged orders are not supported for this symbol
This order type may not use pegged price
This price peg cannot be used with this order type
Order book liquidity is too low for this pegged order
OPO orders are not supported for this symbol
`

/** Of cancels and amendments. */
const ENGINE_OTHERS = `
Unknown order sent
Cancel order is invalid. Check origClOrdId and orderId
Order amend is not supported for this symbol
Order cancel-replace is not supported for this symbol
Order was not canceled due to cancel restrictions
Order amend (quantity increase) is not supported
The requested action would change no state; rejecting
Order amend (pending OPO order) is not supported
`

export const BINANCE_ANSWERS: AnswerTable = {
  sources: [
    { page: 'https://github.com/binance/binance-spot-api-docs/blob/master/errors.md', read: '2026-07-21' },
    { page: 'https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md', read: '2026-07-21' },
  ],
  statuses: [
    { status: 403, words: 'A rule of the web application firewall was violated', meaning: 'unknown' },
    { status: 409, words: 'A cancel-replace has partly succeeded', meaning: 'unknown' },
    { status: 418, words: 'The address is banned after 429', meaning: 'unknown' },
    { status: 429, words: 'A request limit was broken', meaning: 'unknown' },
    { status: 500, words: 'No failure: the execution status is unknown', meaning: 'unknown' },
    { status: 503, words: 'No failure: the execution status is unknown', meaning: 'unknown' },
  ],
  rows: [
    ...rows(
      'refused',
      `
-1003 | Too many requests; too much request weight; banned until
-1013 | Rejected before the matching engine; a filter failed
-1014 | Unsupported order combination
-1015 | Too many new orders
-1020 | This operation is not supported
-1100 | Illegal characters in a parameter
-1101 | Too many parameters, or duplicate values for one
-1102 | A mandatory parameter was not sent, empty or malformed
-1103 | An unknown parameter was sent
-1104 | Not all sent parameters were read
-1105 | A parameter was empty
-1106 | A parameter was sent when not required
-1108 | A parameter overflowed
-1111 | A parameter has too much precision
-1112 | No orders on book for symbol
-1114 | TimeInForce sent when not required
-1115 | Invalid timeInForce
-1116 | Invalid orderType
-1117 | Invalid side
-1118 | New client order ID was empty
-1119 | Original client order ID was empty
-1121 | Invalid symbol
-1128 | Combination of optional parameters invalid
-1130 | Data sent for a parameter is not valid
-1134 | strategyType was less than 1000000
-1135 | Invalid JSON request
-1182 | Conflicting fields
-1194 | Invalid value for time unit
-1210 | Invalid pegPriceType
-1211 | Invalid pegOffsetType
`,
    ),
    { code: '-2010', words: 'New order rejected', meaning: 'refused', message: /^(?!.*duplicate).+$/i },
    ...messages('-1010', 'refused', ENGINE),
    ...rows('clock', '-1021 | Timestamp outside of the recvWindow, or ahead of the server'),
    ...rows(
      'key',
      `
-1002 | You are not authorized to execute this request
-1022 | Signature for this request is not valid
-2014 | API-key format invalid
-2015 | Invalid API-key, IP, or permissions for action
`,
    ),
    { code: '-2010', words: 'Duplicate order sent', meaning: 'duplicate', message: /duplicate/i },
    ...messages('-1010', 'duplicate', 'Duplicate order sent'),
    ...rows(
      'unknown',
      `
-1000 | An unknown error occurred while processing the request
-1001 | Internal error; unable to process; try again
-1006 | Unexpected response from the message bus; execution status unknown
-1007 | Timeout waiting for the backend; send and execution status unknown
-1008 | Server is overloaded with other requests; try again in minutes
-1016 | This service is no longer available
-1161 | Unable to encode the response in the SBE schema
`,
    ),
    ...messages('-1010', 'not-for-orders', ENGINE_OTHERS),
    ...rows(
      'not-for-orders',
      `
-1033 | SenderCompId is in use
-1034 | Too many concurrent connections
-1035 | Send Logout to close the session
-1120 | Invalid interval
-1122 | Invalid symbolStatus
-1125 | This listenKey does not exist
-1127 | Lookup interval is too big
-1139 | Invalid ticker type
-1145 | Invalid cancelRestrictions
-1151 | Symbol is present multiple times in the list
-1152 | Invalid X-MBX-SBE header
-1153 | Unsupported SBE schema ID or version
-1155 | SBE is not enabled
-1158 | Order type not supported in OCO
-1160 | Parameter of an OCO leg without GTC
-1165 | A limit order in a buy OCO must be below
-1166 | A limit order in a sell OCO must be above
-1168 | At least one OCO order must be contingent
-1169 | Invalid tag number
-1170 | Tag not defined for this message type
-1171 | Tag appears more than once
-1172 | Tag out of required order
-1173 | Repeating group fields out of order
-1174 | Component incorrectly populated
-1175 | Continuation of sequence numbers is unsupported
-1176 | Logon should only be sent once
-1177 | Garbled message
-1178 | Bad SenderCompId
-1179 | Unexpected MsgSeqNum
-1180 | Logon must be the first message
-1181 | Too many messages
-1183 | Not allowed in DropCopy sessions
-1184 | DropCopy sessions are not supported on this server
-1185 | Only DropCopy sessions are supported on this server
-1186 | Not allowed in order entry sessions
-1187 | Not allowed in market data sessions
-1188 | Incorrect NumInGroup count
-1189 | Group contains duplicate entries
-1190 | Subscription request id in use, or unknown
-1191 | Too many subscriptions
-1196 | A stop loss order in a buy OCO must be above
-1197 | A stop loss order in a sell OCO must be below
-1198 | A take profit order in a buy OCO must be below
-1199 | A take profit order in a sell OCO must be above
-1220 | The symbol's status does not match the requested one
-1221 | Invalid or missing field in SBE message
-1222 | Working order in an OPO list must be a bid
-1223 | Pending orders in an OPO list must be asks
-1224 | Working order lacks a tag
-1225 | Pending orders should not include a tag
-2011 | Cancel rejected
-2013 | Order does not exist
-2016 | No trading window could be found for the symbol
-2021 | Cancel-replace partially failed: one of the two went through
-2022 | Cancel-replace failed
-2026 | Order was archived
-2035 | User data stream subscription already active
-2036 | User data stream subscription not active
-2038 | Order amend rejected
-2039 | Client order ID is not correct for this order ID
-2042 | Maximum subscription ID reached
-2043 | This symbol doesn't have a reference price
`,
    ),
  ],
}
