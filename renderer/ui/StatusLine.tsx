// Draws the status message as a line that screen readers announce. What worked leaves soon, a warning after a while; what went
// wrong stays with its age until it is dismissed or another message takes its place. The list of messages keeps them all.

import { useEffect, useRef } from 'react'
import { text } from '../messages/en.ts'
import { useClock } from '../state/clock-store.ts'
import { type StatusTone, useStatus } from '../state/status-store.ts'
import { Age } from './Age.tsx'
import { Icon, type IconName } from './pictures/Icon.tsx'

const ICONS: Record<StatusTone, IconName> = { plain: 'clock', good: 'check', bad: 'warn', warn: 'warn' }

/** How long a message stays, milliseconds; null until it is dismissed. What is under way is replaced by what became of it. */
export const STAYS_MS: Record<StatusTone, number | null> = { good: 20_000, plain: 60_000, warn: 600_000, bad: null }

const HELD_MS = 2_000

/** From then on its age stands beside it. */
const YOUNG_MS = 30_000

function SaidAt() {
  const saidAt = useStatus((state) => state.saidAt)
  const isOld = useClock(({ now }) => now - saidAt > YOUNG_MS)
  return isOld ? <Age at={new Date(saidAt).toISOString()} /> : null
}

/** The live region of the window; always in the page, because a region that appears with its text is not announced. */
export function StatusLine() {
  const message = useStatus((state) => state.message)
  const clear = useStatus((state) => state.clear)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stays = message === null ? null : STAYS_MS[message.tone]
    if (stays === null) return
    let timer = setTimeout(leave, stays)
    function leave(): void {
      // Under the pointer or the focus it stays: it is being read, or about to be pressed.
      if (box.current?.matches(':is(:hover, :focus-within)') === true) timer = setTimeout(leave, HELD_MS)
      else clear()
    }
    return () => clearTimeout(timer)
  }, [message, clear])
  return (
    <div ref={box} className="status-line">
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
      {message === null ? null : <SaidAt />}
      {message?.action === undefined ? null : (
        <button
          type="button"
          className="button"
          onClick={() => {
            clear()
            message.action?.run()
          }}
        >
          {message.action.label}
        </button>
      )}
      {message === null ? null : (
        <button type="button" className="button icon-only" aria-label={text.common.dismiss} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
