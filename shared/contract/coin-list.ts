// The operations on many coins of the list at once, and on files of it: name, input and output of each.

import type { Coin } from '../coin.ts'
import type { ListPreview, ListReport } from '../list/list-file.ts'
import type { SinceLast } from '../list/since.ts'
import type { Nothing } from './nothing.ts'

export interface CoinListOperations {
  /** All of them, or none. Answers the coins as they are then. */
  'coins.markMany': {
    input: {
      coinIds: string[]
      watched?: boolean | undefined
      addTags?: string[] | undefined
      removeTags?: string[] | undefined
    }
    output: Coin[]
  }
  /** Those that can be removed; the others are named, and stay as they are. */
  'coins.removeMany': { input: { coinIds: string[] }; output: { removed: string[]; kept: string[] } }
}

/** A record, so that a name that is missing here does not compile. */
export const COIN_LIST_OPERATIONS: Record<keyof CoinListOperations, true> = {
  'coins.markMany': true,
  'coins.removeMany': true,
}

export interface SinceOperations {
  'since.get': { input: Nothing; output: SinceLast }
}

/** A record, so that a name that is missing here does not compile. */
export const SINCE_OPERATIONS: Record<keyof SinceOperations, true> = { 'since.get': true }

export interface ListFileOperations {
  /** As CSV in UTF-8, with what spreadsheets would take for formulas made harmless. */
  'listFile.export': { input: { path: string }; output: { path: string; coins: number } }
  'listFile.preview': {
    input: { path?: string | undefined; text?: string | undefined }
    output: ListPreview
  }
  /** All rows of a preview, or none. */
  'listFile.commit': { input: { previewId: string; withoutBadRows?: boolean | undefined }; output: ListReport }
  /** Stops what is being read; nothing was written. */
  'listFile.cancel': { input: Nothing; output: { stopped: boolean } }
}

/** A record, so that a name that is missing here does not compile. */
export const LIST_FILE_OPERATIONS: Record<keyof ListFileOperations, true> = {
  'listFile.export': true,
  'listFile.preview': true,
  'listFile.commit': true,
  'listFile.cancel': true,
}
