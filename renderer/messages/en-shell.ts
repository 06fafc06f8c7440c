// English text of the frame around every screen: rail, header, footer, help, messages.

import type { VenueState } from '../../shared/app.ts'
import type { Environment } from '../../shared/order.ts'
import { count } from './reasons/en-count.ts'

const MODES: Record<Environment, { word: string; explain: string }> = {
  practice: { word: 'PRACTICE', explain: 'Practice exchange on this computer. No real money.' },
  test: { word: 'TEST', explain: 'The exchange’s test environment. No real money.' },
  live: { word: 'LIVE', explain: 'A real account. Orders use real money.' },
}

const CONNECTION: Record<VenueState, string> = {
  'not-started': 'Not connected',
  starting: 'Connecting',
  reachable: 'Connected',
  unreachable: 'No answer from the exchange',
  refused: 'The exchange rejects the key',
}

export const shell = {
  account: 'Account',
  accountGone: 'Your last account is gone.',
  accountIn: (label: string, mode: string) => `${label}, ${mode}`,
  accountRemoved: (label: string) => `${label} removed.`,
  appName: 'Prelist',
  connection: CONNECTION,
  connectionLoading: 'Connecting',
  disclaimer: 'Not investment advice. Prelist never recommends buying, selling or holding anything.',
  goToWatchlist: 'Go to Watchlist',
  haltedAll: 'New orders paused on all accounts',
  haltedHere: 'New orders paused on this account',
  keys: 'Shortcuts',
  lastAnswer: 'Data',
  live: {
    off: 'Live prices off',
    on: 'Live prices on',
    offline: 'Live prices offline',
    waiting: 'Live prices: waiting',
    some: (silent: number, all: number) => `Live prices: ${silent} of ${all} sources not answering`,
  },
  messages: 'Messages',
  messagesNone: 'No messages yet.',
  messagesTitle: 'Recent messages',
  mode: MODES,
  navigation: 'Screens',
  noAccount: 'No account',
  noAccountHelp: 'No account in this mode, so you can’t trade here.',
  noAnswerYet: 'No data yet',
  notices: 'Notices',
  othersOffline: (names: string) => `No answer for ${names}`,
  practiceInstead: 'Switched to Practice.',
  screens: {
    watchlist: 'Watchlist',
    airdrops: 'Airdrops',
    portfolio: 'Portfolio',
    orders: 'Orders',
    accounts: 'Accounts',
    activity: 'Activity',
    listings: 'Listings',
    notes: 'Notes',
    settings: 'Settings',
  },
  resumed: (account: string) => `Back on ${account}.`,
  resumedLocked: 'The vault is locked. Unlock it to trade.',
  simulated: 'Simulated exchange',
  skip: 'Skip to content',
  titleWith: (unseen: number) => `(${unseen}) Prelist`,
  told: {
    listing: 'Listing.',
    price: 'Price alert.',
    source: 'Source alert.',
    preflight: 'Pre-flight check.',
    staged: 'Staged order.',
    task: 'Task due.',
  },
  unsettled: (number: number) => `${count(number, { one: 'order', other: 'orders' })} unconfirmed`,
  vaultMark: { open: 'Vault open', locked: 'Vault locked' },
} as const
