// Draws the status message as a line that screen readers announce. It stays until it is replaced or dismissed.

import { text } from '../messages/en.ts'
import { Icon, type IconName } from './Icon.tsx'
import { type StatusTone, useStatus } from './status-store.ts'

const ICONS: Record<StatusTone, IconName> = { plain: 'clock', good: 'check', bad: 'warn', warn: 'warn' }

/** The live region of the window; always in the page, because a region that appears with its text is not announced. */
export function StatusLine() {
  const message = useStatus((state) => state.message)
  const clear = useStatus((state) => state.clear)
  return (
    <div className="status-line">
      <output aria-live="polite" className={`status-message ${message?.tone ?? 'empty'}`}>
        {message === null ? null : (
          <>
            <Icon name={ICONS[message.tone]} />
            <span>
              <strong>{message.title}</strong> {message.detail}
            </span>
          </>
        )}
      </output>
      {message === null ? null : (
        <button type="button" className="button icon-only" aria-label={text.common.dismiss} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
