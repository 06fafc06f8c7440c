// Settings: sources of live prices, how the app looks, the preset size, the keychain, and what the app is and is not.

import type { ReactNode } from 'react'
import { text } from '../../messages/late/en.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { AboutApp } from './AboutApp.tsx'
import { FarPriceCard } from './FarPrice.tsx'
import { KeychainCard } from './KeychainCard.tsx'
import { PresetSize } from './PresetSize.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import { QuietHoursCard } from './QuietHours.tsx'
import { SealingCard } from './SealingCard.tsx'
import { SendTime } from './SendTime.tsx'

function Look() {
  const theme = useSession((state) => state.settings.theme)
  const density = useSession((state) => state.settings.density)
  return (
    <section className="card" aria-labelledby="look-title">
      <h2 id="look-title">{text.settings.look}</h2>
      <Segmented
        legend={text.settings.theme}
        options={optionsOf(text.settings.themes)}
        value={theme}
        onChange={(next) => void saveSettings({ theme: next })}
      />
      <Segmented
        legend={text.settings.density}
        options={optionsOf(text.settings.densities)}
        value={density}
        onChange={(next) => void saveSettings({ density: next })}
      />
    </section>
  )
}

/** The screen; `sources` is another feature's part. */
export function SettingsScreen({ sources }: { sources: ReactNode }) {
  const preset = useSession((state) => state.settings.presetSize)
  return (
    <section className="screen" aria-labelledby="settings-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="settings-title">{text.settings.title}</h1>
        </div>
        {sources}
        <div className="cards">
          <Look />
          <PresetSize preset={preset} />
          <FarPriceCard />
          <SendTime />
          <QuietHoursCard />
          <SealingCard />
          <KeychainCard />
          <ProfileCard />
          <AboutApp />
        </div>
      </div>
    </section>
  )
}
