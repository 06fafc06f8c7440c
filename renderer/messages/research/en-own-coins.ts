// English text of adding, changing and removing own coins.

import { ownCoins as firstOwnCoins } from '../en-own-coins.ts'

/** With what the list says before these are here. */
export const ownCoins = {
  ...firstOwnCoins,
  addHelp: 'Stays on this computer. Links, scores and claims can be added once it’s in the list.',
  anything: 'Ticker, name, contract or page address',
  anythingHint: 'Fills in the form below. Nothing is sent anywhere.',
  already: (name: string) => `Already in your list: ${name}.`,
  alreadyOpen: (name: string) => `Open ${name}`,
  contractAt: (chain: string, address: string) => `Contract: ${chain} ${address}`,
  contractChain: 'Chain of the contract',
  contractChainHint: 'Such as ethereum or base. Without it the contract isn’t saved.',
  addSubmit: 'Add to watchlist',
  added: (name: string) => `${name} is on your watchlist.`,
  addedByYou: 'Added by you',
  cancel: 'Cancel',
  edit: 'Edit',
  editTitle: (name: string) => `Edit ${name}`,
  earlyByDefault: 'No known listing, so it counts as early-stage unless you change it.',
  earlyChoice: { evidence: 'Automatic: yes', yes: 'Yes, early', no: 'No, not early' },
  field: { name: 'Name', narratives: 'Narratives', ticker: 'Ticker', what: 'What it is' },
  hint: { narratives: 'Optional. Separate with commas.', optional: 'Optional.' },
  invalid: {
    characters: 'Remove line breaks and other hidden characters.',
    nameMissing: 'Enter a name.',
    narrativeCount: (most: number) => `At most ${most} narratives.`,
    narrativeLength: (most: number) => `At most ${most} characters per narrative.`,
    length: (most: number, length: number) => `At most ${most} characters; you have ${length}.`,
    ticker: 'No spaces, slashes, colons or commas, and at most 20 characters.',
    whatEmptied: 'You can change this, but not clear it.',
  },
  keep: 'Keep it',
  remove: 'Remove',
  removed: (name: string) => `${name} removed.`,
  removeHelp: 'This also deletes its note, tags and airdrop progress. You can undo it for a day.',
  removeNow: 'Remove coin',
  removeQuestion: (name: string) => `Remove ${name}?`,
  saved: (name: string) => `${name} saved.`,
  toPortfolio: 'Go to Portfolio',
} as const
