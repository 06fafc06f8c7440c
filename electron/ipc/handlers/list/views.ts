// The operations on how the list of coins is looked at: shape of the input, and who answers.

import type { ViewOperations } from '../../../../shared/contract/views.ts'
import type { ViewService } from '../../../services/list/views.ts'
import * as common from '../../schemas/common.ts'
import * as s from '../../schemas/views.ts'
import type { HandlersOf } from '../handler.ts'

/** The services behind these operations. */
export interface ViewServices {
  views: ViewService
}

/** Ties each of the operations to its service. */
export function viewHandlers({ views }: ViewServices): HandlersOf<ViewOperations> {
  return {
    'views.list': { input: common.nothing, run: () => views.list() },
    'views.save': { input: s.view, run: (input) => views.save(input) },
    'views.remove': {
      input: s.byView,
      run: ({ viewId }) => {
        views.remove(viewId)
        return null
      },
    },
    'views.remember': {
      input: s.listColumns,
      run: (columns) => {
        views.remember(columns)
        return null
      },
    },
  }
}
