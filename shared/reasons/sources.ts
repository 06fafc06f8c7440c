// What is said of market-data sources: why one was not asked, how it answered, and what its budget comes to.

const PERIODS = ['minute', 'day', 'month'] as const

export const sourceReasons = {
  SOURCE_OFF: {},
  SOURCE_NEEDS_KEY: {},
  SOURCE_TAKES_NO_KEY: {},
  SOURCE_KEY_TWICE: {},
  SOURCE_KEY_MALFORMED: {},
  SOURCE_HAS_NO_PLANS: {},
  SOURCE_HAS_NO_MONTH: {},
  SOURCE_UNCONFIRMED: {},

  SOURCE_KEY_REFUSED: { words: 'text?' },
  SOURCE_OTHER_PLAN: { plan: ['demo', 'pro'] },
  SOURCE_NOT_IN_PLAN: { words: 'text?' },
  SOURCE_RESTS: { until: 'time' },
  SOURCE_BUDGET_SPENT: { period: PERIODS, allowed: 'count', until: 'time' },
  SOURCE_REFUSED: { status: 'count', words: 'text?' },
  SOURCE_FAILED: { status: 'count' },
  SOURCE_REDIRECTED: {},
  SOURCE_NOT_JSON: {},
  SOURCE_UNREADABLE: {},
  SOURCE_UNREACHED: { system: 'text?' },
  SOURCE_WORKER_STOPPED: {},

  SOURCE_KNOWS_NOT: {},
  SOURCE_KNOWS_TICKER_ONLY: { ticker: 'text' },
  SOURCE_HAS_NO_CONTRACT: {},
  HISTORY_NOT_KNOWN: {},
  HISTORY_SOURCES_OFF: {},

  BUDGET_OF_MONTH: { perMonth: 'count', perRefresh: 'count', refreshes: 'count', counted: ['here', 'source'] },
  BUDGET_OF_DAY: { perDay: 'count', perRefresh: 'count', refreshes: 'count', counted: ['here', 'source'] },
  ATTRIBUTION: { name: 'text', as: ['provided', 'powered'] },
} as const
