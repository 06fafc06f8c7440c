// The views of the list on the fake desktop.

import type { SavedView, Views } from '../../../shared/list/views.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { type FakeOperations, refuse } from './fake-contract.ts'

export const noViews = (): Views => ({ last: null, saved: [] })

type ViewOperation = Extract<keyof FakeOperations, `views.${string}` | `listFile.${string}` | `since.${string}`>

/** The answers over one memory. */
export function viewOperations(state: { views: Views }): Pick<FakeOperations, ViewOperation> {
  return {
    'listFile.export': ({ path }) => ({ path, coins: 14 }),
    'listFile.preview': () => ({
      ...{ previewId: 'preview', encoding: 'utf-8', separator: ',', ignored: [], same: 12 },
      ...{ adds: 1, changes: 1, badCount: 1, bad: [{ line: 4, reason: reason('LIST_ROW_TWICE') }] },
      rows: [
        { line: 2, act: 'add', name: 'New coin', ticker: 'NEW', fields: ['name', 'ticker'] },
        { line: 3, act: 'change', name: 'peaq', ticker: 'PEAQ', fields: ['note'] },
      ],
    }),
    'listFile.commit': () => ({ added: 1, changed: 1 }),
    'listFile.cancel': () => ({ stopped: false }),
    'since.get': () => ({ since: null, prices: [], stages: [], orders: [] }),
    'views.list': () => structuredClone(state.views),
    'views.save': ({ viewId, name, view }) => {
      const before = state.views.saved.find((each) => each.viewId === viewId)
      const [named, content] = [name ?? before?.name, view ?? before?.view]
      if (named === undefined || content === undefined) return refuse('BAD_INPUT', 'No name.')
      const taken = state.views.saved.some((each) => each.viewId !== viewId && each.name === named)
      if (taken) return refuse('BAD_INPUT', `You already have a view named ${named}.`)
      const saved: SavedView = {
        viewId: viewId ?? `view-${state.views.saved.length + 1}`,
        name: named,
        view: content,
      }
      const others = state.views.saved.filter((each) => each.viewId !== saved.viewId)
      state.views.saved = [...others, saved].toSorted((a, b) => (a.name < b.name ? -1 : 1))
      return structuredClone(saved)
    },
    'views.remove': ({ viewId }) => {
      state.views.saved = state.views.saved.filter((each) => each.viewId !== viewId)
      return null
    },
    'views.remember': (columns) => {
      state.views.last = structuredClone(columns)
      return null
    },
  }
}
