// For how long an order may still leave after its button was pressed.

import { text } from '../../messages/late/en.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'

/** The card. */
export function SendTime() {
  const seconds = useSession((state) => state.settings.sendWithinSeconds)
  return (
    <section className="card" aria-labelledby="send-title">
      <h2 id="send-title">{text.settings.sending}</h2>
      <p>{text.settings.sendingExplain}</p>
      <Segmented
        legend={text.settings.sendWithin}
        options={optionsOf<string>(text.settings.sendTimes)}
        value={String(seconds)}
        onChange={(next) => void saveSettings({ sendWithinSeconds: Number(next) })}
      />
    </section>
  )
}
