// What was just done, with a button that takes it back; Ctrl Z or Cmd Z does the same.

import { useEffect, useRef } from 'react'
import { text } from '../../messages/late/en.ts'
import { reportDone } from '../../state/report.ts'
import { takeBack } from '../../state/undo/undo-actions.ts'
import { useUndo } from '../../state/undo/undo-store.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'
import styles from './UndoBar.module.css'

const words = text.undo

/** How long it stays; longer while it is pointed at or has the focus. */
export const STAYS_MS = 10_000

async function undo(stepId?: number): Promise<void> {
  const step = await takeBack(stepId)
  if (step !== null) reportDone(words.undone(step.operation, step.subject))
}

/** The bar; nothing while there is nothing to take back. */
export function UndoBar() {
  const step = useUndo((state) => state.step)
  const note = useUndo((state) => state.note)
  const asked = useUndo((state) => state.asked)
  const takeAsked = useUndo((state) => state.takeAsked)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked && takeAsked()) void undo()
  }, [asked, takeAsked])
  useEffect(() => {
    if (step === null) return
    let timer = setTimeout(leave, STAYS_MS)
    function leave(): void {
      if (bar.current?.matches(':is(:hover, :focus-within)') === true) timer = setTimeout(leave, STAYS_MS)
      else note(null)
    }
    return () => clearTimeout(timer)
  }, [step, note])
  return (
    <div ref={bar} className={styles['place']}>
      <output className={styles['words']}>{step === null ? null : words.done(step.operation, step.subject)}</output>
      {step === null ? null : (
        <>
          <button type="button" className="button" onClick={() => void undo(step.stepId)}>
            {words.label}
          </button>
          <button type="button" className="button icon-only" aria-label={words.dismiss} onClick={() => note(null)}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  )
}
