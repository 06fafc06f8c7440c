// English of market-data sources.

import type { sourceReasons } from '../../../shared/reasons/sources.ts'
import { count } from './en-count.ts'
import { momentInWords } from './en-figures.ts'
import { sentences } from './sentences.ts'
import type { WordsOf } from './words.ts'

const CALLS = { one: 'call', other: 'calls' }
const REFRESHES = { one: 'refresh', other: 'refreshes' }
const COUNTED = { here: 'Counted by Prelist.', source: 'Counted by the source.' }
const PERIOD = { minute: 'this minute', day: 'today', month: 'this month' }

const quoted = (words: string | null) => (words === null ? '' : `It says: “${words}”`)
const inBrackets = (system: string | null) => (system === null ? '' : ` (${system})`)

export const sourceWords: WordsOf<keyof typeof sourceReasons> = {
  SOURCE_OFF: 'This source is off. Turn it on in Settings to load its data.',
  SOURCE_NEEDS_KEY: 'This source needs an API key.',
  SOURCE_TAKES_NO_KEY: 'This source works without a key.',
  SOURCE_KEY_TWICE: 'Enter a key or say where it’s kept, not both.',
  SOURCE_KEY_MALFORMED: 'That isn’t a complete API key. Copy it again without spaces or line breaks.',
  SOURCE_HAS_NO_PLANS: 'This source has only one kind of key.',
  SOURCE_HAS_NO_MONTH: 'This source has no monthly limit.',
  SOURCE_UNCONFIRMED: 'This key reference came with a backup. Enter it again to use it on this computer.',

  SOURCE_KEY_REFUSED: ({ words }) => sentences('The source rejected the API key.', quoted(words)),
  SOURCE_OTHER_PLAN: ({ plan }) =>
    plan === 'pro' ? 'This is a Pro key. Change the plan to Pro.' : 'This is a Demo key. Change the plan to Demo.',
  SOURCE_NOT_IN_PLAN: ({ words }) => sentences('Your plan doesn’t include this data.', quoted(words)),
  SOURCE_RESTS: ({ until }) => `Too many requests. The next one goes out at ${momentInWords(until)}.`,
  SOURCE_BUDGET_SPENT: ({ period, allowed, until }) =>
    `All ${count(allowed, CALLS)} for ${PERIOD[period]} are used. Next call: ${momentInWords(until)}.`,
  SOURCE_REFUSED: ({ status, words }) => sentences(`The source rejected the request (${status}).`, quoted(words)),
  SOURCE_FAILED: ({ status }) => `The source is having problems (${status}). We’ll try again.`,
  SOURCE_REDIRECTED: 'The source pointed to a different address. Prelist doesn’t follow it.',
  SOURCE_NOT_JSON: 'The source sent a web page instead of data.',
  SOURCE_UNREADABLE: 'Couldn’t read the source’s answer.',
  SOURCE_UNREACHED: ({ system }) => `Couldn’t connect to the source${inBrackets(system)}.`,
  SOURCE_WORKER_STOPPED: 'Loading market data stopped unexpectedly. It restarts automatically.',

  SOURCE_KNOWS_NOT: 'The source doesn’t have this coin.',
  SOURCE_KNOWS_TICKER_ONLY: ({ ticker }) =>
    `The source has a coin with the ticker ${ticker}, but nothing shows it’s the same one.`,
  SOURCE_HAS_NO_CONTRACT: 'This coin has no contract address here.',
  HISTORY_SOURCES_OFF: 'Price history comes from the data sources you turn on in Settings.',
  HISTORY_NOT_KNOWN: 'No price history is available for this coin.',

  BUDGET_OF_MONTH: ({ perMonth, perRefresh, refreshes, counted }) =>
    `${count(perMonth, CALLS)} a month, ${perRefresh} per refresh: ${count(refreshes, REFRESHES)} a month. ${COUNTED[counted]}`,
  BUDGET_OF_DAY: ({ perDay, perRefresh, refreshes, counted }) =>
    `${count(perDay, CALLS)} a day, ${perRefresh} per refresh: ${count(refreshes, REFRESHES)} a day. ${COUNTED[counted]}`,
  ATTRIBUTION: ({ name, as }) => (as === 'powered' ? `Powered by ${name}` : `Data provided by ${name}`),
}
