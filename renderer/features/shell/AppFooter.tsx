// The quiet line at the bottom: the disclaimer, always, the messages of before, and the list of keys.

import { text } from '../../messages/en.ts'
import { KEYS_HELP_ID } from '../../ui/element-ids.ts'
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
        <h2>{text.shell.keysTitle}</h2>
        <dl>
          {text.shell.keyList.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </footer>
  )
}
