// The operations that take changes back, and every operation whose change can be: shape of the input, and who answers.

import { z } from 'zod'
import type { UndoOperations } from '../../../../shared/contract/research/undo.ts'
import { UNDOABLE } from '../../../../shared/undo/undo.ts'
import type { Undo } from '../../../services/undo/undo.ts'
import * as common from '../../schemas/common.ts'
import type { HandlersOf } from '../handler.ts'
import type { Handlers } from '../handlers.ts'

/** The services behind these operations. */
export interface UndoServices {
  undo: Undo
}

/** Ties each of the operations to its service. */
export function undoHandlers({ undo }: UndoServices): HandlersOf<UndoOperations> {
  return {
    'undo.list': { input: common.nothing, run: () => undo.list() },
    'undo.run': { input: z.strictObject({ stepId: z.int().min(1).optional() }), run: (asked) => undo.run(asked) },
  }
}

/** The handlers, with each change that can be taken back kept. */
export function withUndo(handlers: Handlers, undo: Undo): Handlers {
  const kept = UNDOABLE.map((name) => {
    const { input, run } = handlers[name] as Handlers[typeof name] & { run: (...asked: never[]) => unknown }
    return [name, { input, run: (...asked: never[]) => undo.during(name, asked[0], () => run(...asked)) }]
  })
  return { ...handlers, ...Object.fromEntries(kept) }
}
