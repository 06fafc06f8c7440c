// The button for a new alert, and the form that it opens.

import { useEffect, useRef, useState } from 'react'
import { text } from '../../../messages/late/en.ts'
import { AlertForm } from './AlertForm.tsx'

/** `isFixed`: of the coin whose page this is. The focus goes into the form, and comes back to the button. */
export function AddAlert({ coinId, isFixed = false }: { coinId: string; isFixed?: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen === wasOpen.current) return
    wasOpen.current = isOpen
    place.current?.querySelector<HTMLElement>('button, input, [role=combobox]')?.focus()
  }, [isOpen])
  return (
    <div ref={place} className="add-alert">
      {isOpen ? (
        <AlertForm alert={null} coinId={coinId} isFixed={isFixed} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {text.alerts.add}
        </button>
      )}
    </div>
  )
}
