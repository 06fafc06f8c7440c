// English of listings, plans, staged orders, the check before an opening, and alerts.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import type { Meaning } from '../../../shared/markets/meanings.ts'
import type { listingReasons } from '../../../shared/reasons/listings.ts'
import type { stagedReasons } from '../../../shared/reasons/staged.ts'
import { count } from './en-count.ts'
import { amountInWords, momentInWords, percentOf } from './en-figures.ts'
import { sentences } from './sentences.ts'
import type { WordsOf } from './words.ts'

/** What a market does from now on, behind its name. */
const NOW: Readonly<Record<MarketStage, string>> = {
  announced: 'was announced',
  'pre-launch': 'is in pre-launch',
  auction: 'is in its opening auction',
  'post-only': 'is post-only',
  'limit-only': 'is limit-only',
  trading: 'is trading',
  'cancel-only': 'is cancel-only',
  halted: 'is halted',
  delisting: 'is being delisted',
  delisted: 'was delisted',
  unknown: 'is in a stage the exchange doesn’t explain',
}

type Match = 'contract' | 'confirmed' | 'ticker'

/** Nobody has said that the market is of this coin. */
const doubt = (match: Match) => (match === 'ticker' ? 'Only the ticker matches.' : '')

const WHAT: Readonly<Record<Meaning, string>> = {
  'otc-pre-market': 'OTC pre-market: a promise to deliver the coin once it lists.',
  'pre-market-perpetual': 'Pre-market perpetual: price exposure without the coin.',
  'call-auction': 'Opening auction: a spot order placed before trading opens.',
  'on-chain-otc': 'On-chain OTC: allocations, points or future tokens, held in a contract.',
  launchpool: 'Launchpool or holder airdrop: coins you get for staking, holding or claiming.',
  staged: 'Prepared in Prelist: nothing is sent until the market opens.',
}
const COSTS: Readonly<Record<Meaning, string>> = {
  'otc-pre-market': 'The buyer pays the full value and the fee now. The seller posts collateral.',
  'pre-market-perpetual': 'You post margin. Fees and funding apply.',
  'call-auction': 'The full value is held until the auction ends.',
  'on-chain-otc': 'Both sides lock collateral, and network fees apply.',
  launchpool: 'Nothing, or coins you lock while it runs.',
  staged: 'Nothing until the order is sent.',
}
const BINDS: Readonly<Record<Meaning, string>> = {
  'otc-pre-market':
    'You can cancel until it’s matched, not after. Delivery is at the settlement time, which can be late or never come.',
  'pre-market-perpetual':
    'You can close it while it trades. It becomes a normal contract at the listing, or is delisted without one.',
  'call-auction': 'You can cancel only in the first phase. It fills at the opening price or not at all.',
  'on-chain-otc': 'It settles after the token launches. A seller who doesn’t deliver loses the collateral.',
  launchpool: 'What you get is set by the exchange’s snapshot. It can’t be sold before the listing.',
  staged: 'You can change or drop it until it’s sent.',
}

export const listingWords: WordsOf<keyof typeof listingReasons> = {
  NO_SUCH_ALERT: 'There’s no such alert.',
  TOO_MANY_ALERTS: ({ most }) =>
    `You can have up to ${count(most, { one: 'alert', other: 'alerts' })}. Remove one first.`,
  NO_SUCH_NOTIFICATION: 'There’s no such notification.',
  PLAN_IN_THE_PAST: 'That time has passed. Enter when the market opens.',
  LIST_IMPLAUSIBLE: ({ venue, before, now }) =>
    `${venue} sent a market list with ${now} of ${before} markets. Prelist ignores the gap and keeps checking.`,

  LISTING_CHANGED: ({ coin, venue, market, to, match }) =>
    sentences(`${coin} on ${venue}: ${market} ${NOW[to]}.`, doubt(match)),
  LISTING_NEW: ({ coin, venue, market, to, match, opensAt }) =>
    sentences(
      to === 'trading' ? `${coin} is listed: ${market} is trading on ${venue}.` : `${coin}: ${venue} added ${market}.`,
      opensAt === null || to === 'trading' ? '' : `Trading opens ${momentInWords(opensAt)}.`,
      doubt(match),
    ),
  LISTING_CLOSES: ({ coin, venue, market, closesAt, match }) =>
    sentences(`${coin}: ${venue} is delisting ${market}. Trading ends ${momentInWords(closesAt)}.`, doubt(match)),
  CLOSING_MOVED: ({ coin, venue, market, closesAt }) =>
    `${coin} on ${venue}: trading in ${market} ends ${momentInWords(closesAt)}.`,
  OPENING_MOVED: ({ coin, venue, market, opensAt }) =>
    `${coin} on ${venue}: ${market} opens ${momentInWords(opensAt)}.`,
  PREFLIGHT_ATTENTION: ({ coin, venue, market, opensAt, checks }, say) =>
    sentences(`${coin} opens ${momentInWords(opensAt)}: ${market} on ${venue}.`, ...checks.map(say)),
  PRICE_ROSE_ABOVE: ({ coin, price, limit, source }) => `${coin} is at ${price}, above ${limit} (${source}).`,
  PRICE_FELL_BELOW: ({ coin, price, limit, source }) => `${coin} is at ${price}, below ${limit} (${source}).`,
  PRICE_MOVED_WITHIN: ({ coin, price, change, minutes, source }) =>
    `${coin} moved ${percentOf(change)} within ${count(minutes, { one: 'minute', other: 'minutes' })}, to ${price} (${source}).`,
  SOURCE_SILENT: ({ source, minutes }) =>
    `No answer from ${source} for ${count(minutes, { one: 'minute', other: 'minutes' })}.`,

  PREFLIGHT_NO_ACCOUNT: ({ venue }) => `You have no account on ${venue}.`,
  PREFLIGHT_ACCOUNT: ({ account }) => `Account: ${account}.`,
  PREFLIGHT_VAULT_OPEN: 'The vault is open.',
  PREFLIGHT_VAULT_LOCKED: 'The vault is locked.',
  PREFLIGHT_NO_VAULT_NEEDED: 'This account needs neither a vault nor a key.',
  PREFLIGHT_KEY_ACCEPTED: ({ at }) => `The exchange accepted the key ${momentInWords(at)}.`,
  PREFLIGHT_KEY_REFUSED: 'The exchange rejected the key.',
  PREFLIGHT_KEY_UNCHECKED: 'The key wasn’t checked yet.',
  PREFLIGHT_KEY_UNCONFIRMED: 'The key came with a backup and isn’t confirmed here.',
  PREFLIGHT_KEY_LEAKED: 'The key is reported as leaked.',
  PREFLIGHT_NO_KEY: 'This account has no key.',
  PREFLIGHT_BALANCE: ({ free, asset }) => `${amountInWords(free)} ${asset} available.`,
  PREFLIGHT_BALANCE_LOW: ({ free, asset, wanted }) =>
    `${amountInWords(free)} ${asset} available, less than your preset size of ${amountInWords(wanted)} ${asset}.`,
  PREFLIGHT_BALANCE_UNKNOWN: 'The balance isn’t loaded.',
  PREFLIGHT_MARKET_KNOWN: ({ market, match }) =>
    match === 'contract' ? `The contract of ${market} is your coin’s.` : `${market} is confirmed as your coin.`,
  PREFLIGHT_MARKET_UNCONFIRMED: ({ market }) => `Only the ticker of ${market} matches your coin.`,
  PREFLIGHT_MARKET_REFUSED: ({ market }) => `${market} is a different coin.`,
  PREFLIGHT_MARKET_NOT_LISTED: ({ market }) => `The exchange doesn’t list ${market} yet.`,
  PREFLIGHT_ROOM: ({ share, limit }) => `You hold ${percentOf(share)}; your limit is ${percentOf(limit)}.`,
  PREFLIGHT_NO_ROOM: ({ share, limit }) =>
    `You hold ${percentOf(share)}, at or over your limit of ${percentOf(limit)}.`,
  PREFLIGHT_NO_LIMIT: 'No limit applies to this coin.',
  PREFLIGHT_SHARE_UNKNOWN: 'Your share in this coin isn’t known.',
  PREFLIGHT_SENDING: 'New orders aren’t paused.',
  PREFLIGHT_HALTED: 'New orders are paused.',
  PREFLIGHT_CLOCK: ({ seconds }) => `Your clock is within ${seconds} s of the exchange’s.`,
  PREFLIGHT_CLOCK_OFF: ({ seconds }) => `Your clock is ${seconds} s off the exchange’s.`,
  PREFLIGHT_CLOCK_UNKNOWN: 'The exchange’s clock isn’t known yet.',
  PREFLIGHT_CONNECTED: ({ at }) => `The exchange answered ${momentInWords(at)}.`,
  PREFLIGHT_SILENT: 'The exchange isn’t answering.',
  PREFLIGHT_NOT_ASKED: 'The exchange wasn’t asked yet.',

  NOT_TRADING_YET_WHAT: ({ meaning }) => WHAT[meaning],
  NOT_TRADING_YET_COSTS: ({ meaning }) => COSTS[meaning],
  NOT_TRADING_YET_BINDS: ({ meaning }) => BINDS[meaning],
}

const ORDER = { buy: 'buy order', sell: 'sell order' } as const

export const stagedWords: WordsOf<keyof typeof stagedReasons> = {
  NO_SUCH_STAGED: 'There’s no such staged order.',
  TOO_MANY_STAGED: ({ most }) =>
    `You can have up to ${count(most, { one: 'staged order', other: 'staged orders' })} waiting. Cancel one first.`,
  STAGED_BAD_WINDOW: 'The end has to be in the future and after the start.',
  STAGED_LIMITS_NEEDED: 'Set a price limit and a maximum value.',
  STAGED_OTHER_EXCHANGE: 'That account is on a different exchange.',
  STAGED_MARKET_OPEN: ({ market }) => `${market} already takes orders. Place one from the ticket.`,
  STAGED_IS_OVER: 'This staged order can’t be changed anymore.',
  STAGED_KEY_NOT_READY: 'Prelist can’t use this account’s key without you, so it can’t send automatically.',

  STAGED_TOLD: 'You were told when it opened.',
  STAGED_WINDOW_OVER: 'The market didn’t open in time.',
  STAGED_NOT_PRESSED: 'You didn’t send it in time.',
  STAGED_MISSED: 'The market opened while Prelist couldn’t act. It’s too late to send.',
  STAGED_LOCKED: 'The vault is locked.',
  STAGED_HALTED: 'New orders are paused.',
  STAGED_UNCONFIRMED: ({ market }) => `Only the ticker of ${market} matches. Confirm that it’s your coin first.`,
  STAGED_WITHDRAWN: ({ market }) => `The exchange withdrew ${market}.`,
  STAGED_INTERRUPTED: 'Prelist closed at that moment.',
  STAGED_RESTORED: 'It came from a backup and may have been sent since. Stage it again if you still want it.',
  STAGED_OTHER_PLACE:
    'The profile was copied or moved, and the other copy may send it. Stage it again if you still want it.',
  STAGED_NO_ACCOUNT: 'Its account was removed.',
  STAGED_OVER_VALUE: ({ max, asset }) => `It would be worth more than your ${amountInWords(max)} ${asset} maximum.`,
  STAGED_VALUE_UNKNOWN: ({ asset }) => `There’s no price for ${asset}, so its value can’t be checked.`,
  STAGED_TOO_SMALL: ({ step, asset }) => `It’s smaller than the exchange’s step of ${step} ${asset}.`,
  STAGED_CANCELED_BEFORE_SENDING: 'You canceled it.',
  STAGED_CANCELED_TOO_LATE: 'It was already sent. Cancel the order instead.',
  STAGED_ORDER_NOT_PLACED: 'The order wasn’t placed.',

  STAGED_TELL: ({ coin, venue, market }) => `${coin}: ${market} is open on ${venue}.`,
  STAGED_ASK: ({ coin, venue, market, side }) =>
    `${coin}: ${market} is open on ${venue}. Your ${ORDER[side]} is ready to check and send.`,
  STAGED_SENT: ({ coin, venue, market, side }) =>
    `${coin}: ${market} opened on ${venue}. Your ${ORDER[side]} was sent.`,
  STAGED_NOT_SENT: ({ coin, venue, market, side, why }, say) =>
    sentences(`${coin}: ${market} on ${venue}. Your staged ${ORDER[side]} wasn’t sent.`, say(why)),
}
