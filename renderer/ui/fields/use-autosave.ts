// Text that saves itself: shortly after the last key, at once when the field is left, and when it goes away.

import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 600

export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed'

interface Autosave {
  value: string
  state: SaveState
  change: (value: string) => void
  flush: () => void
}

/**
 * Holds what is being typed, so that news from the backend never overwrites it. `save` answers whether it worked.
 * A caller that shows another thing gives the component another key.
 */
export function useAutosave(initial: string, save: (value: string) => Promise<boolean>): Autosave {
  const [value, setValue] = useState(initial)
  const [state, setState] = useState<SaveState>('idle')
  const pending = useRef<{ value: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const saver = useRef(save)
  saver.current = save

  const flush = useRef(() => {
    const waiting = pending.current
    if (waiting === null) return
    clearTimeout(waiting.timer)
    pending.current = null
    setState('saving')
    void saver.current(waiting.value).then((worked) => {
      // Something newer may be waiting by now; then its own save reports.
      if (pending.current === null) setState(worked ? 'saved' : 'failed')
    })
  })

  useEffect(() => flush.current, [])

  const change = (next: string) => {
    if (pending.current !== null) clearTimeout(pending.current.timer)
    pending.current = { value: next, timer: setTimeout(() => flush.current(), PAUSE_MS) }
    setValue(next)
    setState('unsaved')
  }
  return { value, state, change, flush: () => flush.current() }
}
