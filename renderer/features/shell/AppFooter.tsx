// The quiet line at the bottom: the disclaimer, always, the messages of before, and the list of keys.

import { text } from '../../messages/en.ts'
import { KEYS_HELP_ID } from '../../ui/element-ids.ts'
import { Late } from '../../ui/late/Late.tsx'
import { KEY_SHEET } from './late-sheet.ts'
import { MessageList } from './MessageList.tsx'

/** The footer of every screen. */
export function AppFooter() {
  return (
    <footer className="app-footer">
      <p>{text.shell.disclaimer}</p>
      <MessageList />
      <button type="button" className="button quiet" popoverTarget={KEYS_HELP_ID}>
        {text.shell.keys}
      </button>
      <div id={KEYS_HELP_ID} popover="auto" className="keys-help">
        <Late view={KEY_SHEET} given={{}} />
      </div>
    </footer>
  )
}
