// English text of the list of market-data sources in the settings.

import type { KeyReference, KeySource } from '../../../shared/accounts.ts'
import type { Source, SourcePlan } from '../../../shared/sources/sources.ts'

const KINDS: Record<Source['kind'], string> = {
  exchange: 'Exchanges',
  prices: 'Prices',
  research: 'Research',
}
const PLANS: Record<SourcePlan, string> = {
  demo: 'Demo',
  pro: 'Pro',
  auto: 'Newest that answers',
  v3: 'v3',
  v2: 'v2',
}
const PLACES: Record<KeyReference['kind'], string> = {
  environment: 'Environment variable',
  file: 'File',
  command: 'Command',
}
const PLACE_FIELDS: Record<KeyReference['kind'], string> = {
  environment: 'Variable name',
  file: 'File path',
  command: 'Command line',
}
const KEY_IN: Record<KeySource, string> = {
  vault: 'in the vault',
  environment: 'from an environment variable',
  file: 'from a file',
  command: 'from a command',
}

export const sources = {
  title: 'Live prices and research',
  explain: 'Prelist asks only the sources you turn on. They need no account; some need a free API key.',
  practice: {
    follow: 'Practice trades at live prices',
    explain:
      'Practice orders fill at the best live bid and ask, still with play money. A live price older than two minutes halts the market.',
  },
  kinds: KINDS,
  on: (name: string) => `Use ${name}`,
  details: 'Details',
  detailsOf: (name: string) => `Details of ${name}`,
  state: {
    off: 'Off',
    on: 'On',
    waiting: 'On, not asked yet',
    'no-key': 'Needs a key',
    failing: 'Not answering',
    resting: 'Paused by its limit',
  },
  asks: 'Asks',
  used: 'Used',
  left: 'Left',
  usedOf: {
    minute: (used: number, of: number) => `${used} of ${of} this minute`,
    day: (used: number, of: number) => `${used} of ${of} today`,
    month: (used: number, of: number) => `${used} of ${of} this month`,
  },
  leftOf: {
    day: (left: number) => `${left} today`,
    month: (left: number) => `${left} this month`,
  },
  plan: 'Plan',
  version: 'API version',
  plans: PLANS,
  budget: 'Budget',
  lastAsked: 'Last request',
  lastAnswer: 'Last answer',
  lastError: 'Last error',
  noError: 'None',
  never: 'Never',
  attribution: 'Credit',
  refresh: 'Refresh now',
  refreshing: 'Refreshing…',
  key: 'API key',
  keyIn: KEY_IN,
  keyKept: (end: string, where: string) => `…${end}, ${where}`,
  keyPlace: (where: string, place: string) => `${where}: ${place}`,
  keyUnconfirmed: 'Came with a backup. Enter it again to use it on this computer.',
  noKey: 'No key yet',
  newKey: 'New API key',
  keyHelp: 'Encrypted in your vault and never shown again. It’s sent only to this source.',
  keyLocked: 'Unlock the vault first, or say where the key is kept.',
  keepIn: 'Keep the key in',
  places: { vault: 'Vault', ...PLACES },
  placeFields: PLACE_FIELDS,
  placeHelp: 'Prelist saves only where the key is and reads it when needed.',
  keyMissing: 'Enter the key.',
  placeMissing: 'Say where the key is.',
  saveKey: 'Save key',
  removeKey: 'Remove key',
  saved: (name: string) => `${name}: key saved.`,
  removed: (name: string) => `${name}: key removed.`,
  perMonth: 'Calls a month in your plan',
  perMinute: 'Calls a minute in your plan',
  limitHelp: 'Your account page at the source shows this number.',
  limitInvalid: 'Enter a number above 0.',
} as const
