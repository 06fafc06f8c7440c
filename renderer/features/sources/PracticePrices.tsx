// Whether the practice account trades at the prices of the exchanges that are on.

import { text } from '../../messages/late/en.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'

const words = text.sources.practice

/** The switch. */
export function PracticePrices() {
  const isOn = useSession((state) => state.settings.practiceRealPrices)
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => void saveSettings({ practiceRealPrices: target.checked })}
        />
        <span>{words.follow}</span>
      </label>
      <p className="hint">{words.explain}</p>
    </div>
  )
}
