// Listings, alerts, and what was told of both.

import { useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { optionsOf } from '../../ui/fields/Segmented.tsx'
import { TabStrip, Tabs, TabView } from '../../ui/Tabs.tsx'
import { AlertsView } from './alerts/AlertsView.tsx'
import { NotificationsView } from './alerts/NotificationsView.tsx'
import { ListingsView } from './ListingsView.tsx'

const words = text.listings

/** The screen. */
export function ListingsScreen() {
  const [view, setView] = useState<keyof typeof words.views>('listings')
  return (
    <section className="screen" aria-labelledby="listings-title">
      <Tabs className="screen-main" value={view} onChange={setView}>
        <div className="screen-head">
          <h1 id="listings-title">{words.title}</h1>
          <TabStrip label={words.view} tabs={optionsOf(words.views)} />
        </div>
        <TabView className="stack" value={view}>
          {view === 'listings' ? (
            <ListingsView />
          ) : view === 'alerts' ? (
            <AlertsView />
          ) : (
            <NotificationsView onAlerts={() => setView('alerts')} />
          )}
        </TabView>
      </Tabs>
    </section>
  )
}
