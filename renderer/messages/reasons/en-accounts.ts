// English of accounts and of their keys.

import type { accountReasons } from '../../../shared/reasons/accounts.ts'
import type { WordsOf } from './words.ts'

export const accountWords: WordsOf<keyof typeof accountReasons> = {}
