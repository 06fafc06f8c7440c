// The operations on how the list of coins is looked at: name, input and output of each.

import type { ListColumns, ListView, SavedView, Views } from '../list/views.ts'
import type { Nothing } from './nothing.ts'

export interface ViewOperations {
  'views.list': { input: Nothing; output: Views }
  /** A new view without `viewId`; with one its name, what it holds, or both become others. */
  'views.save': {
    input: { viewId?: string | undefined; name?: string | undefined; view?: ListView | undefined }
    output: SavedView
  }
  'views.remove': { input: { viewId: string }; output: null }
  /** How the list begins next time. */
  'views.remember': { input: ListColumns; output: null }
}

/** A record, so that a name that is missing here does not compile. */
export const VIEW_OPERATIONS: Record<keyof ViewOperations, true> = {
  'views.list': true,
  'views.save': true,
  'views.remove': true,
  'views.remember': true,
}
