// A panel beside a list. It takes the focus when it opens, Escape closes it, and the focus goes back where it was.

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { Environment } from '../../shared/order.ts'
import { text } from '../messages/en.ts'
import { PartBoundary } from './ErrorBoundary.tsx'
import { focusNearby } from './focus.ts'
import { Icon } from './pictures/Icon.tsx'

interface Props {
  title: string
  /** Changes when the panel shows another thing, so that the focus follows. */
  subject: string
  className?: string
  /** The mode whose colour frames it; by default that of the window. */
  mode?: Environment
  /** Where the focus goes when it opens: a form is there to be typed into. */
  focus?: 'title' | 'field'
  onClose: () => void
  children: ReactNode
}

/** A titled region with a close button. */
export function Panel({ title, subject, className, mode, focus = 'title', onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const headingId = useId()

  useEffect(() => {
    const target = heading.current
    if (target === null || target.dataset['subject'] !== subject) return
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) {
      before.current = document.activeElement
    }
    const field = focus === 'field' ? body.current?.querySelector('input') : null
    focusNearby(field ?? target)
  }, [subject, focus])

  useEffect(() => {
    return () => {
      // Only a focus that went with the panel is brought back: one that is elsewhere by now stays there.
      if (document.activeElement !== document.body) return
      // The row may have been redrawn while the panel was open; a lost opener leaves the focus to the page.
      if (before.current?.isConnected === true) focusNearby(before.current)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }

  return (
    <section className={`panel ${className ?? ''}`} data-mode={mode} aria-labelledby={headingId} onKeyDown={onKeyDown}>
      <header className="panel-head">
        <h2 id={headingId} className="panel-title" ref={heading} tabIndex={-1} data-subject={subject}>
          {title}
        </h2>
        <button type="button" className="button icon-only" aria-label={text.common.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div ref={body} className="panel-body">
        <PartBoundary key={subject}>{children}</PartBoundary>
      </div>
    </section>
  )
}
