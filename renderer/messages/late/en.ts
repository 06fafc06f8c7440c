// The English words of what is loaded after the first paint. They are apart from the others so that the first script stays small.

import { sources } from './en-sources.ts'

export const lateText = { sources } as const
