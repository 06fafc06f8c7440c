// The messages that were said, the newest first: what left its line is found again here.

import { text } from '../../messages/en.ts'
import { type SaidMessage, useStatus } from '../../state/status-store.ts'
import { Age } from '../../ui/Age.tsx'
import { MESSAGES_ID } from '../../ui/element-ids.ts'

/** The messages with their ages. */
export function Messages({ said }: { said: readonly SaidMessage[] }) {
  if (said.length === 0) return <p className="muted">{text.shell.messagesNone}</p>
  return (
    <ol>
      {said.map(({ id, saidAt, title, detail }) => (
        <li key={id}>
          <strong>{title}</strong> {detail} <Age at={new Date(saidAt).toISOString()} />
        </li>
      ))}
    </ol>
  )
}

/** The button, and the list that it opens. */
export function MessageList() {
  const said = useStatus((state) => state.said)
  return (
    <>
      <button type="button" className="button quiet" popoverTarget={MESSAGES_ID}>
        {text.shell.messages}
      </button>
      <section id={MESSAGES_ID} popover="auto" className="keys-help message-list" aria-label={text.shell.messagesTitle}>
        <h2>{text.shell.messagesTitle}</h2>
        <Messages said={said} />
      </section>
    </>
  )
}
