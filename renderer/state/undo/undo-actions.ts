// Takes a change back, and reads anew what fields are filled from.

import type { UndoStep } from '../../../shared/undo/undo.ts'
import { call } from '../../api.ts'
import { useAirdrops } from '../coins/airdrops-store.ts'
import { putDetail } from '../coins/coins-actions.ts'
import { useCoins } from '../coins/coins-store.ts'
import { loadNotes } from '../notes/notes-actions.ts'
import { reportFailure } from '../report.ts'
import { useUndo } from './undo-store.ts'

let running = false

/** Takes back the given step, or the newest one; answers with it. A second press meanwhile does nothing. */
export async function takeBack(stepId?: number): Promise<UndoStep | null> {
  if (running) return null
  running = true
  try {
    const step = await call('undo.run', stepId === undefined ? {} : { stepId })
    await readAgain()
    useUndo.getState().tookBack()
    return step
  } catch (thrown) {
    reportFailure(thrown)
    return null
  } finally {
    running = false
  }
}

/** Not by the ways of the events, whose answers may come later than this one: fields begin again with what is put here. */
async function readAgain(): Promise<void> {
  const open = useCoins.getState().detail.value
  // A coin whose adding was taken back is gone.
  const detail = open === null ? null : await call('coins.get', { coinId: open.id }).catch(() => null)
  if (detail !== null) putDetail(detail)
  useAirdrops.getState().put({ value: await call('airdrops.list', {}), error: null })
  await loadNotes()
}
