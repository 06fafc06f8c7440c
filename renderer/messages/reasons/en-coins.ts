// English of coins and of their markets.

import type { coinReasons } from '../../../shared/reasons/coins.ts'
import type { WordsOf } from './words.ts'

export const coinWords: WordsOf<keyof typeof coinReasons> = {
  UNKNOWN_COIN: 'There’s no such coin.',
  COIN_NEEDS_NAME: 'Enter a name for the coin.',
  COIN_AS_PUBLISHED: 'You can’t edit a researched coin. Use notes and tags instead.',
  COIN_COMES_WITH_APP: 'You can’t remove a researched coin. Unwatch it instead.',
  COIN_IN_USE: 'This coin has orders or holdings. Remove the holding first; orders can’t be removed.',
  UNKNOWN_FACT: 'There’s no such entry. It may have been removed.',
  FACT_NEEDS_VALUE: 'Enter a value.',
  TOO_MANY_FACTS: ({ most }) => `At most ${most} entries per coin.`,
  OFFICIAL_NEEDS_DOMAIN: 'An official link needs https and a domain of its own.',
  LINK_NOT_KNOWN: 'That link isn’t one of this coin’s.',
  LINK_NOT_OPENED: 'Prelist opens only https links with a domain that doesn’t imitate another one.',
  NO_BROWSER_WINDOW: 'Open a Prelist window to open links.',
  UNKNOWN_CRITERION: 'There’s no such criterion. It may have been removed.',
  TOO_MANY_CRITERIA: ({ most }) => `At most ${most} criteria of your own.`,
  CRITERION_THERE: 'You already have a criterion with this name.',
  NOTHING_TO_UNDO: 'There’s nothing to undo.',
  CHANGED_SINCE: 'This was changed again since, so it can’t be undone.',
  UNKNOWN_TASK: 'There’s no such task. It may have been removed.',
  TASK_NEEDS_TITLE: 'Choose a coin and enter a title for the task.',
  UNKNOWN_TIME_ZONE: 'Unknown time zone. Choose one from the list.',
  DONE_AHEAD: 'That time is in the future.',
  CLAIM_BOOKED: 'This claim is already booked with other details. Nothing was added.',
  AIRDROP_AS_PUBLISHED: 'Coins with a published claim stay on the board.',
  AIRDROP_IN_USE: 'This coin has airdrop tasks or claims. Remove its tasks first; claims can’t be removed.',
  LOOKS_LIKE_RECOVERY_PHRASE:
    'This looks like a recovery phrase, so it wasn’t saved. Use a name for the wallet, such as “Ledger 2”. If the phrase is real, treat the wallet as exposed wherever else you pasted it.',
  LOOKS_LIKE_PRIVATE_KEY:
    'This looks like a private key, so it wasn’t saved. Use a name for the wallet, such as “Ledger 2”. If the key is real, treat the wallet as exposed wherever else you pasted it.',
  NO_ACCOUNT_AT_EXCHANGE: 'You have no such account on this exchange.',
  MARKETS_UNKNOWN: 'No answer from the exchange, so its markets aren’t loaded yet. Try again.',
  NO_MARKET_FOR_COIN: 'This coin isn’t listed on this account.',
  TOO_MANY_TAGS: ({ name, most }) => `${name} would have more than ${most} tags. Nothing was changed.`,
  VIEW_GONE: 'This view was removed.',
  VIEW_NEEDS_NAME: 'Enter a name for the view.',
  VIEW_NAME_TAKEN: ({ name }) => `You already have a view named ${name}.`,
  TOO_MANY_VIEWS: ({ most }) => `You can save up to ${most} views. Remove one first.`,
  SEVERAL_MARKETS: ({ markets }) => `Choose a market: ${markets.join(', ')}.`,
}
