// A question that must be answered before anything goes on: the harmless answer comes first and has the focus, Escape gives it,
// and a press beside the dialog does nothing.

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactNode, useRef } from 'react'
import { Icon } from '../pictures/Icon.tsx'
import { useFocusAfter } from './focus-after.ts'
import styles from './QuestionDialog.module.css'

interface Props {
  open: boolean
  title: string
  /** What would happen. */
  help: string
  no: string
  onNo: () => void
  /** What came of an answer, or more that must be known for it. */
  children?: ReactNode
  /** The other answers. */
  actions: ReactNode
}

/** The dialog. When it closes, the focus is again where it was before. */
export function QuestionDialog({ open, title, help, no, onNo, children, actions }: Props) {
  const harmless = useRef<HTMLButtonElement>(null)
  useFocusAfter(open)
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next ? undefined : onNo())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles['backdrop']} />
        <AlertDialog.Popup className={styles['popup']} initialFocus={harmless}>
          <div className={styles['head']}>
            <Icon name="warn" />
            <AlertDialog.Title className={styles['title']}>{title}</AlertDialog.Title>
          </div>
          <AlertDialog.Description>{help}</AlertDialog.Description>
          {children}
          <div className={styles['answers']}>
            <AlertDialog.Close ref={harmless} className="button">
              {no}
            </AlertDialog.Close>
            {actions}
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
