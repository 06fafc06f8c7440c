// Asks before the old files are put aside, in the place of the button that was pressed and not in a dialog.

import { useEffect, useRef } from 'react'
import type { ProfileStatus } from '../../../shared/profile.ts'
import { text } from '../../messages/en.ts'
import { startNewProfile } from '../../state/profile/recovery-actions.ts'
import { useRecovery } from '../../state/profile/recovery-store.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'

/** The question with its two answers; the safe one comes first. Escape answers it as well. */
export function BeginAnew({ status, onKeep }: { status: ProfileStatus; onKeep: () => void }) {
  const busy = useRecovery((state) => state.busy)
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const { asideTo, confirm, confirmHelp, confirmQuestion, keep, trying } = text.recovery
  // Where Windows is, the folder is written with its own separator.
  const separator = status.folder.includes('\\') ? '\\' : '/'
  return (
    <fieldset
      className="notice warn"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !busy) onKeep()
      }}
    >
      <legend className="visually-hidden">{confirmQuestion}</legend>
      <Icon name="warn" />
      <div className="spaced-list">
        <p ref={question} tabIndex={-1}>
          <strong>{confirmQuestion}</strong> {confirmHelp}
        </p>
        <p>
          {asideTo} <span className="mono">{`${status.folder}${separator}kept-aside`}</span>
        </p>
        <div className="action-row">
          <button type="button" className="button" aria-disabled={busy} onClick={() => (busy ? undefined : onKeep())}>
            {keep}
          </button>
          <button type="button" className="button" aria-disabled={busy} onClick={() => void startNewProfile()}>
            {busy ? trying : confirm}
          </button>
        </div>
      </div>
    </fieldset>
  )
}
