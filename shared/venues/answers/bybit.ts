// Every answer of Bybit's v5 API that its documents name for a unified account and for spot orders, and what it proves about an
// order. Those of derivatives are among them, since all orders share one endpoint; the sections of loans, assets, earn and so
// on are not.

import { type AnswerTable, rows } from './table.ts'

export const BYBIT_ANSWERS: AnswerTable = {
  sources: [
    { page: 'https://github.com/bybit-exchange/docs/blob/main/docs/v5/error.mdx', read: '2026-07-24' },
    { page: 'https://github.com/bybit-exchange/docs/blob/main/docs/v5/rate-limit/rate-limit.mdx', read: '2026-07-24' },
  ],
  statuses: [
    { status: 400, words: 'Bad request', meaning: 'unknown' },
    { status: 401, words: 'Invalid request: key or parameters', meaning: 'unknown' },
    { status: 403, words: 'Address limit, an empty body, or an address of the U.S.', meaning: 'unknown' },
    { status: 404, words: 'Wrong path or category', meaning: 'unknown' },
    { status: 429, words: 'System level frequency protection', meaning: 'unknown' },
  ],
  rows: [
    ...rows(
      'refused',
      `
10001 | Request parameter error
10006 | Too many visits; exceeded the rate limit
10008 | Common banned, please check your account mode
10009 | Not available in this region
10017 | Route not found
10018 | Exceeded the IP Rate Limit
10024 | Compliance rules triggered
10027 | Transactions are banned
10028 | The API can only be accessed by unified account users
10029 | The requested symbol is invalid, please check symbol whitelist
30133 | OTC loan: The symbol you select for USDT Perpetual is not ...
30134 | OTC loan: The symbol you select for USDC Contract is not ...
30135 | The leverage you select for USDT Perpetual trading cannot ...
30136 | The leverage you select for USDC Perpetual or Futures trading ...
30208 | Failed to submit: price above the maximum buying price
30209 | Failed to submit: price below the minimum selling price
30228 | No new positions during delisting
30256 | Margin limit exceeded under the LTV (spot)
100028 | The API cannot be accessed by unified account users
110003 | Order price exceeds the allowable range
110004 | Wallet balance is insufficient
110005 | position status error
110006 | The assets are estimated to be unable to cover the position ...
110007 | Available balance is insufficient
110009 | The number of stop orders exceeds the maximum allowable limit
110012 | Insufficient available balance
110016 | The quantity of contracts requested exceeds the risk limit, ...
110017 | orderQty will be truncated to zero
110018 | User ID is illegal
110020 | Not allowed to have more than 500 active orders
110021 | Not allowed to exceeded position limits due to Open Interest
110023 | Currently you can only reduce your position on this contract
110029 | Hedge mode is not supported for this symbol
110032 | Order is illegal
110039 | Maintenance margin rate is too high
110040 | The order will trigger a forced liquidation, please re-submit ...
110042 | Currently,due to pre-delivery status, you can only reduce ...
110044 | Available margin is insufficient
110045 | Wallet balance is insufficient
110050 | Invalid coin
110051 | The user's available balance cannot cover the lowest price of ...
110052 | Your available balance is insufficient to set the price
110053 | The user's available balance cannot cover the current market ...
110057 | Conditional order or limit order contains TP/SL related params
110063 | Settlement in progress; not available for trading
110065 | MMP hasn't yet been enabled for your account
110066 | Trading is currently not allowed
110067 | Unified account is not supported
110068 | Leveraged trading is not allowed
110069 | Ins lending customer is not allowed to trade
110070 | ETP symbols cannot be traded
110071 | Sorry, we're revamping the Unified Margin Account! Currently, ...
110074 | This contract is not live
110080 | Operations Restriction: The current LTV ratio of your ...
110085 | The risk limit and margin ratio for this contract has been ...
110086 | Current order leverage exceeds the maximum available for your ...
110087 | Leverage for Perpetual or Futures contracts cannot exceed the ...
110088 | Please Upgrade to UTA to trade
110089 | Exceeds the maximum risk limit level
110090 | Order placement failed as your position may exceed the max ...
110092 | expect Rising, but trigger_price[XXXXX] <= ...
110093 | expect Falling, but trigger_price[XXXXX] >= ...
110094 | Order notional value below the lower limit
110095 | You cannot create, modify or cancel Pre-Market Perpetual ...
110096 | Pre-Market Perpetual Trading does not support Portfolio ...
110097 | Non-UTA users cannot access Pre-Market Perpetual Trading
110098 | Only Good-Till-Canceled (GTC) orders are supported during ...
110099 | You cannot create TP/SL orders during the Call Auction for ...
110100 | You cannot place, modify, or cancel Pre-Market Perpetual ...
110101 | Trading inverse contracts under Cross and Portfolio modes ...
110102 | The user does not support trading Inverse contracts - copy ...
110103 | Only Post-Only orders are available at this stage
110104 | The LTV for ins Loan has exceeded the limit, and opening ...
110105 | The LTV for ins Loan has exceeded the limit, and trading ...
110106 | Restrictions on Ins Loan; inverse contracts are not on the ...
110107 | Restrictions on ins Loan; leverage exceeding the limit for ...
110110 | Spread trading is not available in isolated margin trading ...
110111 | To access spread trading, upgrade to the latest version of UTA
110112 | Spread trading is not available for Copy Trading
110113 | Spread trading is not available in hedge mode
110116 | The entry price of a single leg, derived from the combo order ...
110118 | No price for the market order: low liquidity
110119 | Order failed: RPI orders are for market makers
110120 | Order price cannot be smaller than xxxx, the price limitation
110121 | Order price cannot be higher than xxxx, the price limitation
110123 | You must agree to the Trading Terms
110124 | Trading restricted during a cooling-off period
110125 | You must agree to the Trading Terms before trading this ...
110131 | Margin limit exceeded under the LTV (perpetuals)
110132 | Product not available in your region
110135 | You currently hold a position in an Event Futures contract
110136 | Event Futures are currently available for trading via OpenAPI ...
110137 | This Event Futures contract has entered the reduce-only ...
170005 | Too many new orders; current limit is %s orders per %s
170010 | Maximum position limit of leveraged tokens
170011 | Maximum position limit of innovation tokens
170019 | Above the available limit of leveraged tokens
170031 | The feature has been suspended
170033 | margin Insufficient account balance
170034 | Liability over flow in spot leverage trade!
170036 | You haven't enabled Cross Margin Trading yet
170037 | Cross Margin Trading not yet supported by the selected coin
170105 | Parameter '%s' was empty
170115 | Invalid timeInForce
170116 | Invalid orderType
170117 | Invalid side
170121 | Invalid symbol
170124 | Order amount too large
170130 | Data sent for paramter '%s' is not valid
170131 | Balance insufficient
170132 | Order price too high
170133 | Order price lower than the minimum
170134 | Order price decimal too long
170136 | Order quantity lower than the minimum
170137 | Order volume decimal too long
170140 | Order value exceeded lower limit
170148 | Market order amount decimal too long
170149 | Create order failed
170151 | The trading pair is not open yet
170157 | The trading pair is not available for api trading
170159 | Market orders not supported in the first minutes of a pair
170192 | Order price cannot be higher than %s
170193 | Buy order price cannot be higher than %s
170194 | Sell order price cannot be lower than %s
170197 | Quantity to buy too large for the market price
170198 | Quantity to sell too large for the market price
170199 | Quantity to buy too large for the nav
170200 | Quantity to sell too large for the nav
170201 | Invalid orderFilter parameter
170202 | Please enter the TP/SL price
170203 | trigger price cannot be higher than 110% price
170204 | trigger price cannot be lower than 90% of qty
170206 | Stop_limit Order is not supported within the first 5 minutes ...
170207 | The loan amount of the platform is not enough
170209 | Only available to certain regions
170210 | New order rejected
170215 | Spot Trading (Buy) Restriction: The current LTV ratio of your ...
170216 | The leverage you select for Spot Trading cannot exceed the ...
170217 | Only LIMIT-MAKER order is supported for the current pair
170218 | The LIMIT-MAKER order is rejected due to invalid price
170219 | UID {xxx} is not available to this feature
170220 | Spot Trading Restriction: The current LTV ratio of your ...
170221 | This coin does not exist
170222 | Too many requests in this time frame
170223 | Spot account with institutional lending in alert or liquidation
170224 | You're not a user of the Innovation Zone
170226 | Your Spot Account for Margin Trading is being liquidated
170227 | This feature is not supported
170228 | The purchase amount of each order exceeds the estimated ...
170229 | The sell quantity per order exceeds the estimated maximum ...
170230 | Operations Restriction: Due to the deactivation of Margin ...
170241 | The risk disclosure has to be confirmed first
170341 | Request order quantity exceeds maximum limit
170344 | Symbol is not supported on Margin Trading
170346 | Settle coin is not a collateral coin, cannot trade
170348 | Another site serves this account
170355 | RPI orders are restricted to approved market makers only
170358 | The current site does not support ETP
170359 | The site does not support leveraged trading
170360 | Symbol cannot trade
170371 | Order price cannot be lower than {}, the price limitation
170372 | Order price cannot be higher than 0, the price limitation
170381 | Order quantity too large
170382 | Order quantity too large
170709 | OTC loan: The select trading pair is not in the whitelist pair
170810 | Cannot exceed maximum of 500 conditional, TP/SL and active ...
3100181 | UID can not be null
3100197 | Temporary banned due to the upgrade to UTA
3100326 | BaseCoin is required
3200316 | USDC Options Trading Restriction: The current LTV ratio for ...
3200317 | USDC Options Open Position Restriction: The current LTV ratio ...
3200320 | Operations Restriction: The current LTV ratio of your ...
3200403 | isolated margin can not create order
3400139 | The total value of your positions and orders has exceeded the ...
`,
    ),
    ...rows(
      'clock',
      `
-1 | Request expired
10002 | The request time exceeds the time window range
`,
    ),
    ...rows(
      'key',
      `
-2015 | (Spot) Your api key has expired
10003 | API key is invalid
10004 | Error sign, please check your signature generation algorithm
10005 | Permission denied, please check your API key permissions
10007 | User authentication failed
10010 | Unmatched IP, please check your API key's bound IP addresses
33004 | (Derivatives) Your api key has expired
`,
    ),
    ...rows(
      'duplicate',
      `
10014 | Invalid duplicate request
110030 | Duplicate orderId
110072 | OrderLinkedID is duplicate
170141 | Duplicate clientOrderId
`,
    ),
    ...rows(
      'unknown',
      `
429 | The trading service is under high load; retry
10000 | Server timeout
10016 | Server error
110079 | The order is processing and cannot be operated; try later
170001 | Internal error
170007 | Timeout waiting for the backend server
170032 | Network error; try again later
170035 | Submitted to the system for processing
170146 | Order creation timeout
170195 | The order may not be filled: ETP buy price and risk control
170196 | The order may not be filled: ETP sell price and risk control
170234 | System Error
3400214 | Server error; try again later
`,
    ),
    ...rows(
      'not-for-orders',
      `
10019 | Stream orders: the service is restarting
10404 | Stream orders: op or category not supported
10429 | Stream orders: system level frequency protection
20003 | Stream orders: too frequent requests in a session
20006 | Stream orders: reqId is duplicated
30035 | Option: Too fast to cancel, Try it later
34040 | Not modified
40004 | the order is modified during the process of replacing , ...
110001 | Order does not exist
110008 | The order has been completed or cancelled
110010 | The order has been cancelled
110011 | Liquidation will be triggered immediately by this adjustment
110013 | Cannot set leverage due to risk limit level
110014 | Insufficient available balance to add additional margin
110015 | The position is in cross margin mode
110019 | Order ID is illegal
110022 | Quantity has been restricted and orders cannot be modified to ...
110024 | You have an existing position, so the position mode cannot be ...
110025 | Position mode has not been modified
110026 | Cross/isolated margin mode has not been modified
110027 | Margin has not been modified
110028 | You have existing open orders, so the position mode cannot be ...
110031 | Non-existing risk limit info, please check the risk limit ...
110033 | You can't set margin without an open position
110034 | There is no net position
110035 | Cancellation of orders was not completed before liquidation
110036 | You are not allowed to change leverage due to cross margin ...
110037 | User setting list does not have this symbol
110038 | You are not allowed to change leverage due to portfolio ...
110041 | Skip liquidation is not allowed when a position or maker ...
110043 | Set leverage has not been modified
110046 | Liquidation will be triggered immediately by this adjustment
110047 | Risk limit cannot be adjusted due to insufficient available ...
110048 | Risk limit cannot be adjusted as the current/expected ...
110049 | Tick notes can only be numbers
110054 | This position has at least one take profit link order, so the ...
110055 | This position has at least one stop loss link order, so the ...
110056 | This position has at least one trailing stop link order, so ...
110058 | You can't set take profit and stop loss due to insufficient ...
110059 | Not allowed to modify the TP/SL of a partially filled open ...
110060 | Under full TP/SL mode, it is not allowed to modify TP/SL
110061 | Not allowed to have more than 20 TP/SLs under Partial tpSlMode
110062 | There is no MMP information of the institution found
110064 | The modified contract quantity cannot be less than or equal ...
110073 | Set margin mode failed
110075 | RiskId not modified
110076 | Only isolated mode can set auto-add-margin
110077 | Pm mode cannot support
110078 | Added margin more than max can reduce margin
110082 | You cannot lift Reduce-Only restrictions, as no Reduce-Only ...
110083 | Reduce-Only restrictions must be lifted for both Long and ...
110108 | Allowable range: 1 to 10000 tick size
110109 | Allowable range: 0.01% to 10%
110114 | You have a Spread trading order in progress
110115 | The cancellation of a combo single-leg order can only be done ...
110117 | The modification of a combo single-leg order can only be done ...
170139 | Order has been filled
170142 | Order has been cancelled
170143 | Cannot be found on order book
170144 | Order has been locked
170145 | This order type does not support cancellation
170147 | Order cancellation timeout
170150 | Cancel order failed
170190 | Cancel order has been finished
170191 | Can not cancel order, please try again later
170212 | Cancel order request processing
170213 | Order does not exist
170310 | Order modification timeout
170311 | Order modification failed
170312 | The current order does not support modification
170313 | The modified contract quantity cannot be less than to the ...
181017 | OrderStatus must be final status
182011 | The {coin} collateral amount has reached the platform limit
182100 | Compulsory closing of positions, no repayment allowed
182101 | Failed repayment, insufficient collateral balance
182102 | Failed repayment, there are no liabilities in the current ...
182103 | Institutional lending users are not supported
182108 | Switching failed, margin verification failed, please ...
182110 | Failed to switch
182111 | The requested currency has a non guaranteed gold currency or ...
182112 | Duplicate currency, please re-adjust
500010 | The subaccount specified does not belong to the parent account
500011 | The Uid 592334 provided is not associated with a Unified ...
3200419 | Unable to switch to Portfolio margin due to active pre-market ...
3200425 | You currently hold a position in an Event Futures contract
3200641 | {coin} collateral has reached the platform limit
3400052 | You have uncancelled USDC perpetual orders
3400053 | You have uncancelled Options orders
3400054 | You have uncancelled USDT perpetual orders
3400071 | The net asset is not satisfied
3400208 | You have unclosed hedge mode or isolated mode USDT perpetual ...
3400209 | You have USDT perpetual positions, so upgrading is prohibited ...
3400210 | The risk rate of your Derivatives account is too high
3400211 | Once upgraded, the estimated risk rate will be too high
3400212 | You have USDC perpetual positions or Options positions, so ...
3400213 | The risk rate of your USDC Derivatives account is too high
3401010 | Cannot switch to PM mode (for copy trading master trader)
`,
    ),
  ],
}
