// What the last walk through the whole log has found: that it is sound, or where it breaks.

import type { AuditReport } from '../../../shared/audit.ts'
import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { verifyLog } from '../../state/activity/activity-actions.ts'
import { useActivity } from '../../state/activity/activity-store.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { ErrorState } from '../../ui/StateView.tsx'

/** Whether the end of the log is the one that the keychain remembers; no for certain only when it says so. */
const anchorWords = (anchored: boolean | null) =>
  anchored === null ? text.activity.anchor.unknown : anchored ? text.activity.anchor.yes : text.activity.anchor.no

function Report({ report: { ok, entries, checkpoints, firstBroken, detail, anchored } }: { report: AuditReport }) {
  return (
    <div className={ok ? 'notice' : 'notice bad'}>
      <Icon name={ok ? 'check' : 'warn'} />
      <div className="block">
        <p>
          <strong>{ok ? text.activity.verifyOk : text.activity.verifyBroken}</strong> {sayReason(detail)}
        </p>
        {firstBroken === null ? null : <p>{text.activity.brokenAt(firstBroken)}</p>}
        <p className="hint">
          {text.activity.walked(entries, checkpoints)} {anchorWords(anchored)}
        </p>
      </div>
    </div>
  )
}

/** The result, announced when it comes. */
export function Verification() {
  const { value, error, loading } = useActivity((state) => state.report)
  return (
    <div aria-live="polite">
      {error === null ? null : <ErrorState error={error} kept={value !== null} onRetry={() => void verifyLog()} />}
      {value === null || loading ? null : <Report report={value} />}
    </div>
  )
}
