// Elements that a key reaches from anywhere on the page.

export const KEYS_HELP_ID = 'keys-help'
export const MESSAGES_ID = 'messages'
export const FILTER_ID = 'coin-filter'
