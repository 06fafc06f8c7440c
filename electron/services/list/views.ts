// The views of the list of coins: named by the trader, no two by the same name.

import type { Input } from '../../../shared/contract/contract.ts'
import { type ListColumns, MAX_VIEWS, type SavedView, type Views } from '../../../shared/list/views.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { ViewStore } from '../../ports/list.ts'
import type { NewId } from '../../ports/system.ts'

export interface ViewService {
  list(): Views
  /** @throws AppError `NOT_FOUND`; `BAD_INPUT` for one without a name or content, a name that is taken, or one too many */
  save(input: Input<'views.save'>): SavedView
  /** @throws AppError `NOT_FOUND` */
  remove(viewId: string): void
  remember(columns: ListColumns): void
}

/** Builds it. */
export function createViews(store: ViewStore, newId: NewId): ViewService {
  const gone = () => new AppError('NOT_FOUND', reason('VIEW_GONE'))
  return {
    list: () => ({ last: store.last(), saved: store.saved() }),
    save: ({ viewId, name, view }) => {
      const saved = store.saved()
      const before = saved.find((each) => each.viewId === viewId)
      if (viewId !== undefined && before === undefined) throw gone()
      const [named, content] = [name ?? before?.name, view ?? before?.view]
      if (named === undefined || content === undefined) throw new AppError('BAD_INPUT', reason('VIEW_NEEDS_NAME'))
      const isTaken = saved.some((each) => each.viewId !== viewId && isSameName(each.name, named))
      if (isTaken) throw new AppError('BAD_INPUT', reason('VIEW_NAME_TAKEN'))
      if (before === undefined && saved.length >= MAX_VIEWS) {
        throw new AppError('BAD_INPUT', reason('TOO_MANY_VIEWS', { most: MAX_VIEWS }))
      }
      const next = { viewId: before?.viewId ?? newId(), name: named, view: content }
      store.save(next)
      return next
    },
    remove: (viewId) => {
      if (!store.saved().some((each) => each.viewId === viewId)) throw gone()
      store.remove(viewId)
    },
    remember: store.remember,
  }
}

const isSameName = (one: string, other: string) =>
  one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()
