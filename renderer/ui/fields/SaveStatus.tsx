// Says whether what was typed is stored.

import { text } from '../../messages/en.ts'
import type { SaveState } from './use-autosave.ts'

const WORDS: Record<SaveState, string> = {
  idle: '',
  unsaved: text.common.unsaved,
  saving: text.common.saving,
  saved: text.common.saved,
  failed: text.common.saveFailed,
}

/** The state of an autosaving field, announced when it changes. */
export function SaveStatus({ state }: { state: SaveState }) {
  return (
    <span className={`save-mark ${state}`} aria-live="polite">
      {WORDS[state]}
    </span>
  )
}
