// Stands in for all screens while the profile cannot be opened: what happened, to which file, and what can be done.

import { useEffect, useRef, useState } from 'react'
import { mayStartNew, type ProfileStatus } from '../../../shared/profile.ts'
import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { retryProfile } from '../../state/profile/recovery-actions.ts'
import { useRecovery } from '../../state/profile/recovery-store.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { BeginAnew } from './BeginAnew.tsx'

/** The screen; `status` is that of a profile that is not open. */
export function RecoveryScreen({ status }: { status: ProfileStatus }) {
  const { state, reason, folder, kept } = status
  if (state === 'open') return null
  const { title, what, help } = text.recovery.intro[state]
  return (
    <div className="recovery">
      <main>
        <p className="brand">{text.shell.appName}</p>
        <Title key={state} title={title} />
        <p>
          {what} <strong>{text.recovery.unchanged}</strong>
        </p>
        <dl className="recovery-facts">
          <dt>{text.recovery.file}</dt>
          <dd className="mono">{text.recovery.fileName}</dd>
          <dt>{text.recovery.folder}</dt>
          <dd className="mono">{folder}</dd>
          <dt>{text.recovery.reason}</dt>
          <dd>{reason === null ? '' : sayReason(reason)}</dd>
        </dl>
        <section aria-labelledby="recovery-ways">
          <h2 id="recovery-ways">{text.recovery.whatToDo}</h2>
          <p>{help}</p>
          <Ways status={status} />
        </section>
        {kept.length === 0 ? null : <Kept folders={kept} />}
      </main>
      <footer>
        <p>{text.shell.disclaimer}</p>
      </footer>
    </div>
  )
}

/** Takes the focus as it appears. Keyed by the state: another problem than before is news, and is read from its beginning. */
function Title({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  )
}

function Ways({ status }: { status: ProfileStatus }) {
  const busy = useRecovery((state) => state.busy)
  const [asking, setAsking] = useState(false)
  const { begin: beginText, beginMissing, tryAgain, trying } = text.recovery
  return (
    <>
      <Outcome />
      <div className="action-row">
        {/* Stays focusable while it works: a button that is disabled loses the focus. */}
        <button type="button" className="button primary" aria-disabled={busy} onClick={() => void retryProfile()}>
          {busy ? trying : tryAgain}
        </button>
        {mayStartNew(status.state) ? (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {status.state === 'missing' ? beginMissing : beginText}
          </button>
        ) : null}
      </div>
      <BeginAnew status={status} open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

/** What became of the last try; always in the page, because a region that appears with its text is not announced. */
function Outcome() {
  const error = useRecovery((state) => state.error)
  const tries = useRecovery((state) => state.tries)
  const busy = useRecovery((state) => state.busy)
  const failed = !busy && error !== null
  return (
    <div role="status" className={failed ? 'notice bad' : 'recovery-outcome'}>
      {failed ? <Icon name="warn" /> : null}
      {failed ? (
        <p>
          <strong>{text.recovery.failed}</strong> {sayReason(error.reason)}
        </p>
      ) : (
        <p>{!busy && tries > 0 ? text.recovery.stillClosed : ''}</p>
      )}
    </div>
  )
}

function Kept({ folders }: { folders: string[] }) {
  return (
    <section aria-labelledby="recovery-kept">
      <h2 id="recovery-kept">{text.recovery.kept}</h2>
      <p>{text.recovery.keptHelp}</p>
      <ul>
        {folders.map((folder) => (
          <li key={folder} className="mono">
            {folder}
          </li>
        ))}
      </ul>
    </section>
  )
}
