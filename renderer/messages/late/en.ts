// The English words of what is loaded after the first paint. They are apart from the others so that the first script stays small.

import { alerts } from './en-alerts.ts'
import { listings } from './en-listings.ts'
import { market } from './en-market.ts'
import { notTrading } from './en-not-trading.ts'
import { sources } from './en-sources.ts'

export const lateText = { alerts, listings, market, notTrading, sources } as const
