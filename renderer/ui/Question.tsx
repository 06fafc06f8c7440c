// A button that asks before it acts, in its own place; the harmless answer comes first and takes the focus.

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { focusNearby } from './focus.ts'
import { Icon } from './pictures/Icon.tsx'

interface Props {
  label: string
  /** What would happen. */
  help: string
  yes: string
  no: string
  busy: boolean
  /** There is nothing to ask about now. */
  disabled?: boolean
  onYes: () => void
}

/** The button, or the question that it has become. */
export function Question({ label, help, yes, no, busy, disabled = false, onYes }: Props) {
  const [asked, ask] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const harmless = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)

  useEffect(() => {
    // Each takes the other's place, and what held the focus is gone: without this, Escape would close what is around.
    const heir = asked ? harmless.current : wasAsked.current ? button.current : null
    if (heir !== null) focusNearby(heir)
    wasAsked.current = asked
  }, [asked])

  if (!asked) {
    return (
      <button
        ref={button}
        type="button"
        className="button"
        aria-disabled={disabled || undefined}
        onClick={() => {
          if (!disabled) ask(true)
        }}
      >
        {label}
      </button>
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    ask(false)
  }
  return (
    <fieldset className="notice warn" onKeyDown={onKeyDown}>
      <legend className="visually-hidden">{label}</legend>
      <Icon name="warn" />
      <div className="block">
        <p>{help}</p>
        <div className="action-row">
          <button ref={harmless} type="button" className="button" onClick={() => ask(false)}>
            {no}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => {
              if (busy) return
              ask(false)
              onYes()
            }}
          >
            {yes}
          </button>
        </div>
      </div>
    </fieldset>
  )
}
