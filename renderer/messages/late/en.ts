// The English words of what is loaded after the first paint. They are apart from the others so that the first script stays small.

import { market } from './en-market.ts'
import { sources } from './en-sources.ts'

export const lateText = { market, sources } as const
