// What a first start says: what this is and what it is not. Put away once, it never comes back.

import { type ReactNode, useId } from 'react'
import { text } from '../../messages/en.ts'
import { useSession } from '../../state/session/session-store.ts'
import { whenSession } from '../../state/session/when-session.ts'
import { toFirstCoin } from './first-coin.ts'

/** The card's button goes with the card. */
function putAway(): void {
  void whenSession(async ({ saveSettings }) => {
    if (await saveSettings({ welcomed: true })) toFirstCoin()
  })
}

/** The card; nothing once it was put away. `children` is what a first start asks of the trader, above the button. */
export function Welcome({ children }: { children?: ReactNode }) {
  const isOver = useSession((state) => state.settings.welcomed)
  const title = useId()
  if (isOver) return null
  const { title: heading, lines, done } = text.coins.welcome
  return (
    <section className="notice welcome" aria-labelledby={title}>
      <div className="block">
        <h2 id={title}>{heading}</h2>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {children}
      </div>
      <button type="button" className="button" onClick={putAway}>
        {done}
      </button>
    </section>
  )
}
