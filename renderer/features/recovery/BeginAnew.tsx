// Asks before the old files are put aside.

import type { ProfileStatus } from '../../../shared/profile.ts'
import { text } from '../../messages/late/en.ts'
import { startNewProfile } from '../../state/profile/recovery-actions.ts'
import { useRecovery } from '../../state/profile/recovery-store.ts'
import { QuestionDialog } from '../../ui/overlay/QuestionDialog.tsx'

/** The question with its two answers. */
export function BeginAnew({ status, open, onClose }: { status: ProfileStatus; open: boolean; onClose: () => void }) {
  const busy = useRecovery((state) => state.busy)
  const { asideTo, confirm, confirmHelp, confirmQuestion, keep } = text.recovery
  // Where Windows is, the folder is written with its own separator.
  const separator = status.folder.includes('\\') ? '\\' : '/'
  return (
    <QuestionDialog
      open={open}
      title={confirmQuestion}
      help={confirmHelp}
      no={keep}
      onNo={onClose}
      actions={
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => {
            if (busy || !open) return
            // What comes of it is said below, in the page's own region.
            onClose()
            void startNewProfile()
          }}
        >
          {confirm}
        </button>
      }
    >
      <p>
        {asideTo} <span className="mono">{`${status.folder}${separator}kept-aside`}</span>
      </p>
    </QuestionDialog>
  )
}
