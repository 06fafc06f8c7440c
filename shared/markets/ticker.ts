// What a ticker may look like: whatever an exchange lists, in any script and any case, as long as it shows as it is.

// No blanks, nothing that is unseen or turns text around, and none of the marks that stand between the parts of a market.
const PART = String.raw`[^\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}/:,]{1,20}`

export const TICKER_PATTERN = new RegExp(`^${PART}$`, 'u')

/** A spot market in ccxt's unified spelling: `PEAQ/USDT`. */
export const MARKET_PATTERN = new RegExp(`^${PART}/${PART}$`, 'u')
