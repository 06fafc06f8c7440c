// A dialog that asks nothing: Escape or a press beside it closes it, and the focus is again where it was before.

import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useFocusAfter } from './focus-after.ts'
import styles from './QuestionDialog.module.css'

interface Props {
  open: boolean
  /** Its name. */
  label: string
  onClose: () => void
  children: ReactNode
}

/** The dialog. */
export function Overlay({ open, label, onClose, children }: Props) {
  useFocusAfter(open)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={label}>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
